package fr.acquis.award.store;

import fr.acquis.award.Appeal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class AppealRows {

    private static final String COLUMNS =
            "number, about, reasons, filed_at, examination_due, examined_by, examined_at, outcome, answer";

    private final JdbcClient database;

    AppealRows(JdbcClient database) {
        this.database = database;
    }

    public void insert(JourneyId journey, Appeal.About about, String reasons, Instant at, Instant due) {
        database.sql("""
                        insert into appeal (journey_id, number, about, reasons, filed_at, examination_due)
                        select :journey, coalesce(max(number), 0) + 1, :about, :reasons, :at, :due
                        from appeal where journey_id = :journey
                        """)
                .param("journey", journey.value())
                .param("about", about.name())
                .param("reasons", reasons)
                .param("at", at)
                .param("due", due)
                .update();
    }

    /** The appeal that waits for its answer, as it is now, locked. */
    public Optional<Appeal> lockPending(JourneyId journey) {
        return database.sql(
                        "select " + COLUMNS + " from appeal where journey_id = :journey and outcome is null for update")
                .param("journey", journey.value())
                .query((row, n) -> appeal(journey, row))
                .optional();
    }

    public List<Appeal> of(JourneyId journey) {
        return database.sql("select " + COLUMNS + " from appeal where journey_id = :journey order by number")
                .param("journey", journey.value())
                .query((row, n) -> appeal(journey, row))
                .list();
    }

    public void answer(Appeal appeal, PersonId by, Instant at, Appeal.Outcome outcome, String answer) {
        database.sql("""
                        update appeal set examined_by = :by, examined_at = :at, outcome = :outcome, answer = :answer
                        where journey_id = :journey and number = :number and outcome is null
                        """)
                .param("by", by.value())
                .param("at", at)
                .param("outcome", outcome.name())
                .param("answer", answer)
                .param("journey", appeal.journey().value())
                .param("number", appeal.number())
                .update();
    }

    private static Appeal appeal(JourneyId journey, ResultSet row) throws SQLException {
        UUID by = row.getObject("examined_by", UUID.class);
        String outcome = row.getString("outcome");
        return new Appeal(
                journey,
                row.getInt("number"),
                Appeal.About.valueOf(row.getString("about")),
                row.getString("reasons"),
                row.getObject("filed_at", Instant.class),
                row.getObject("examination_due", Instant.class),
                by == null ? null : new PersonId(by),
                row.getObject("examined_at", Instant.class),
                outcome == null ? null : Appeal.Outcome.valueOf(outcome),
                row.getString("answer"));
    }
}
