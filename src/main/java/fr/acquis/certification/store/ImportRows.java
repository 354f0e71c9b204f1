package fr.acquis.certification.store;

import fr.acquis.certification.ImportState;
import fr.acquis.certification.RegisterImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Imports of the register: each change of state is one conditional update, so that of two who act one wins. */
@Repository
public class ImportRows {

    private static final String COLUMNS = """
            select id, state, file_name, file_bytes, sha256, started_by, started_at, ended_at, decided_at,
                   work_done, work_total, lines_read, fiches_read, fiches_kept,
                   same_count, aside_count, absent_count, refused_count, problem, problem_detail
            from catalogue_import
            """;

    private final JdbcClient database;

    ImportRows(JdbcClient database) {
        this.database = database;
    }

    /** A file that has just come in, to be read. @return false when another import is under way */
    public boolean open(
            UUID id, String fileName, long bytes, String sha256, @Nullable UUID by, Instant at, Instant aliveUntil) {
        try {
            database.sql("""
                            insert into catalogue_import (
                                id, state, open_slot, file_name, file_bytes, sha256, started_by, started_at, alive_until,
                                cancel_asked, work_done, work_total, lines_read, fiches_read, fiches_kept,
                                same_count, aside_count, absent_count, refused_count)
                            values (:id, 'READING', 1, :name, :bytes, :sha, :by, :at, :alive,
                                    false, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                            """)
                    .param("id", id)
                    .param("name", fileName)
                    .param("bytes", bytes)
                    .param("sha", sha256)
                    .param("by", by)
                    .param("at", at)
                    .param("alive", aliveUntil)
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    public Optional<RegisterImport> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(ImportRows::registerImport)
                .optional();
    }

    /** Youngest first. */
    public List<RegisterImport> latest(int limit) {
        return database.sql(COLUMNS + "order by started_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(ImportRows::registerImport)
                .list();
    }

    public Optional<UUID> open() {
        return database.sql("select id from catalogue_import where open_slot = 1")
                .query(UUID.class)
                .optional();
    }

    /** @return false when it is to stop: asked to, or called stopped meanwhile */
    public boolean progress(
            UUID id,
            ImportState state,
            long done,
            long total,
            long lines,
            long fichesRead,
            int kept,
            Instant aliveUntil) {
        return database.sql("""
                        update catalogue_import
                        set work_done = :done, work_total = :total, lines_read = :lines, fiches_read = :fiches,
                            fiches_kept = :kept, alive_until = :alive
                        where id = :id and state = :state and not cancel_asked
                        """)
                        .param("done", done)
                        .param("total", total)
                        .param("lines", lines)
                        .param("fiches", fichesRead)
                        .param("kept", kept)
                        .param("alive", aliveUntil)
                        .param("id", id)
                        .param("state", state.name())
                        .update()
                == 1;
    }

    /** How far the work on fiches is; what was read stays as it was. */
    public boolean progress(UUID id, ImportState state, long done, long total, Instant aliveUntil) {
        return database.sql("""
                        update catalogue_import
                        set work_done = :done, work_total = :total, alive_until = :alive
                        where id = :id and state = :state and not cancel_asked
                        """)
                        .param("done", done)
                        .param("total", total)
                        .param("alive", aliveUntil)
                        .param("id", id)
                        .param("state", state.name())
                        .update()
                == 1;
    }

    public void found(UUID id, int same, int aside, int absent) {
        database.sql(
                        "update catalogue_import set same_count = :same, aside_count = :aside, absent_count = :absent where id = :id")
                .param("same", same)
                .param("aside", aside)
                .param("absent", absent)
                .param("id", id)
                .update();
    }

    public void refused(UUID id, int lines) {
        database.sql("update catalogue_import set refused_count = :lines where id = :id")
                .param("lines", lines)
                .param("id", id)
                .update();
    }

    /** @return false when it was in none of those states */
    public boolean move(
            UUID id, Collection<ImportState> from, ImportState to, Instant now, @Nullable Instant aliveUntil) {
        return database.sql("""
                        update catalogue_import
                        set state = :to, open_slot = :slot, alive_until = :alive, ended_at = :ended, cancel_asked = false
                        where id = :id and state in (:from)
                        """)
                        .param("to", to.name())
                        .param("slot", to.open() ? 1 : null)
                        .param("alive", aliveUntil)
                        .param("ended", to.open() ? null : now)
                        .param("id", id)
                        .param("from", from.stream().map(ImportState::name).toList())
                        .update()
                == 1;
    }

    public void decided(UUID id, @Nullable UUID by, Instant at) {
        database.sql("update catalogue_import set decided_by = :by, decided_at = :at where id = :id")
                .param("by", by)
                .param("at", at)
                .param("id", id)
                .update();
    }

    public void broken(UUID id, String problem, String detail) {
        database.sql("update catalogue_import set problem = :problem, problem_detail = :detail where id = :id")
                .param("problem", problem)
                .param("detail", detail)
                .param("id", id)
                .update();
    }

    /** Asks whoever is at work on it to stop. */
    public boolean askToStop(UUID id) {
        return database.sql("""
                        update catalogue_import
                        set cancel_asked = true
                        where id = :id and state in ('READING', 'COMPARING', 'APPLYING')
                        """).param("id", id).update() == 1;
    }

    /** Those whose worker has said nothing for too long. */
    public List<RegisterImport> silent(Instant now) {
        return database.sql(COLUMNS + "where open_slot = 1 and alive_until < :now")
                .param("now", now)
                .query(ImportRows::registerImport)
                .list();
    }

    private static RegisterImport registerImport(ResultSet row, int n) throws SQLException {
        return new RegisterImport(
                row.getObject("id", UUID.class),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("sha256"),
                row.getObject("started_by", UUID.class),
                row.getObject("started_at", Instant.class),
                row.getObject("ended_at", Instant.class),
                row.getObject("decided_at", Instant.class),
                row.getLong("work_done"),
                row.getLong("work_total"),
                row.getLong("lines_read"),
                row.getLong("fiches_read"),
                row.getInt("fiches_kept"),
                row.getInt("same_count"),
                row.getInt("aside_count"),
                row.getInt("absent_count"),
                row.getInt("refused_count"),
                row.getString("problem"),
                row.getString("problem_detail"),
                Map.of());
    }
}
