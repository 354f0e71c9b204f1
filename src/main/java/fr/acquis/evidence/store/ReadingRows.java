package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.PageReading;
import fr.acquis.evidence.Sight;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who looked at which page. Turning to and fro within half an hour is one entry of the log; the table counts each time. */
@Repository
public class ReadingRows {

    private static final Duration SITTING = Duration.ofMinutes(30);

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    ReadingRows(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Within the caller's transaction: a page is not shown without its trace. */
    public void record(Evidence piece, int page, PersonId reader, Sight sight) {
        Instant now = clock.instant();
        if (again(piece, page, reader, now)) {
            return;
        }
        write(piece, page, reader, sight, now);
        audit.record(
                piece.journey().value(),
                "read-evidence-page",
                Map.of(
                        "evidence", piece.id().toString(),
                        "version", Integer.toString(piece.current().number()),
                        "page", Integer.toString(page),
                        "as", sight.name()));
    }

    private boolean again(Evidence piece, int page, PersonId reader, Instant now) {
        return database.sql("""
                        update evidence_page_reading set last_at = :now, times = times + 1
                        where evidence_id = :id and number = :number and page = :page and person_id = :person
                            and last_at > :since
                        """)
                        .param("now", now)
                        .param("id", piece.id().value())
                        .param("number", piece.current().number())
                        .param("page", page)
                        .param("person", reader.value())
                        .param("since", now.minus(SITTING))
                        .update()
                == 1;
    }

    private void write(Evidence piece, int page, PersonId reader, Sight sight, Instant now) {
        database.sql("""
                        insert into evidence_page_reading
                            (evidence_id, number, page, person_id, sight, first_at, last_at, times)
                        values (:id, :number, :page, :person, :sight, :now, :now, 1)
                        on duplicate key update last_at = :now, times = times + 1, sight = :sight
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("page", page)
                .param("person", reader.value())
                .param("sight", sight.name())
                .param("now", now)
                .update();
    }

    /** By person, the latest first. */
    public List<PageReading> of(Evidence piece) {
        return database.sql("""
                        select person_id, max(sight) as sight, max(last_at) as last_at,
                            group_concat(page order by page separator ' ') as pages
                        from evidence_page_reading where evidence_id = :id and number = :number
                        group by person_id order by last_at desc limit 100
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .query(ReadingRows::reading)
                .list();
    }

    private static PageReading reading(ResultSet row, int n) throws SQLException {
        return new PageReading(
                new PersonId(row.getObject("person_id", UUID.class)),
                Sight.valueOf(row.getString("sight")),
                Arrays.stream(row.getString("pages").split(" "))
                        .map(Integer::valueOf)
                        .toList(),
                row.getObject("last_at", Instant.class));
    }

    /** In quarters, clockwise; 0 as it is drawn. */
    public int turned(Evidence piece, int page, PersonId reader) {
        return database.sql("""
                        select turned from evidence_page_turn
                        where evidence_id = :id and number = :number and page = :page and person_id = :person
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("page", page)
                .param("person", reader.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** A quarter further, for this reader. */
    public void turn(Evidence piece, int page, PersonId reader) {
        database.sql("""
                        insert into evidence_page_turn (evidence_id, number, page, person_id, turned)
                        values (:id, :number, :page, :person, 1) on duplicate key update turned = (turned + 1) % 4
                        """)
                .param("id", piece.id().value())
                .param("number", piece.current().number())
                .param("page", page)
                .param("person", reader.value())
                .update();
    }
}
