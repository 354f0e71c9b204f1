package fr.acquis.jury.store;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the process asked a jury for. */
@Repository
public class JuryRequestRows {

    private final JdbcClient database;

    JuryRequestRows(JdbcClient database) {
        this.database = database;
    }

    public void ask(JourneyId journey, int attempt, Instant juryDue, Instant at) {
        database.sql("""
                        insert into jury_request (journey_id, attempt, jury_due, asked_at) values (:journey, :attempt, :due, :at)
                        on duplicate key update attempt = values(attempt), jury_due = values(jury_due), asked_at = values(asked_at)
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("due", juryDue)
                .param("at", at)
                .update();
    }

    /** Before when the jury of this case must have met. */
    public Optional<Instant> juryDue(JourneyId journey) {
        return database.sql("select jury_due from jury_request where journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) -> row.getObject("jury_due", Instant.class))
                .optional();
    }
}
