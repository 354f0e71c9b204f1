package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import fr.acquis.support.SupportExport;
import fr.acquis.support.SupportExport.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ExportRows {

    private static final String EXPORT =
            "select id, journey_id, asked_by, asked_at, done, total, state, file_key, size, sha256 from support_export ";

    private final JdbcClient database;

    ExportRows(JdbcClient database) {
        this.database = database;
    }

    public void add(UUID id, JourneyId journey, PersonId by, Instant at) {
        database.sql("""
                        insert into support_export (id, journey_id, asked_by, asked_at, done, total, state)
                        values (:id, :journey, :by, :at, 0, 1, 'MAKING')
                        """)
                .param("id", id)
                .param("journey", journey.value())
                .param("by", by.value())
                .param("at", at)
                .update();
    }

    public void progress(UUID id, int done, int total) {
        database.sql("update support_export set done = :done, total = :total where id = :id")
                .param("done", done)
                .param("total", total)
                .param("id", id)
                .update();
    }

    public void ready(UUID id, String key, long size, Sha256 sha256, Instant at) {
        database.sql("""
                        update support_export
                        set state = 'READY', done = total, file_key = :key, size = :size, sha256 = :hash, ended_at = :at
                        where id = :id
                        """)
                .param("key", key)
                .param("size", size)
                .param("hash", sha256.hex())
                .param("at", at)
                .param("id", id)
                .update();
    }

    public void ended(UUID id, State state, Instant at) {
        database.sql("update support_export set state = :state, file_key = null, ended_at = :at where id = :id")
                .param("state", state.name())
                .param("at", at)
                .param("id", id)
                .update();
    }

    public List<SupportExport> making(int most) {
        return database.sql(EXPORT + "where state = 'MAKING' order by asked_at limit :most")
                .param("most", most)
                .query(ExportRows::export)
                .list();
    }

    public List<SupportExport> keptSince(Instant before, int most) {
        return database.sql(EXPORT + "where state = 'READY' and ended_at < :before order by ended_at limit :most")
                .param("before", before)
                .param("most", most)
                .query(ExportRows::export)
                .list();
    }

    /** The youngest first. */
    public List<SupportExport> of(JourneyId journey) {
        return database.sql(EXPORT + "where journey_id = :journey order by asked_at desc, id desc limit 20")
                .param("journey", journey.value())
                .query(ExportRows::export)
                .list();
    }

    private static SupportExport export(ResultSet row, int n) throws SQLException {
        String hash = row.getString("sha256");
        return new SupportExport(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", Instant.class),
                row.getInt("done"),
                row.getInt("total"),
                State.valueOf(row.getString("state")),
                row.getString("file_key"),
                row.getLong("size"),
                hash == null ? null : new Sha256(hash));
    }
}
