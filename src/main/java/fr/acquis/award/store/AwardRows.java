package fr.acquis.award.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said after a result: by the CPNE, by the candidate, and the new passages owed. Rows are only added. */
@Repository
public class AwardRows {

    private final JdbcClient database;

    AwardRows(JdbcClient database) {
        this.database = database;
    }

    /** @param irregularity why it goes back to the jury; null when it is delivered */
    public void addDelivery(JourneyId journey, PersonId by, Instant at, @Nullable String irregularity) {
        database.sql("""
                        insert into award_delivery (journey_id, number, decided_by, decided_at, delivered, irregularity)
                        select :journey, coalesce(max(number), 0) + 1, :by, :at, :delivered, :irregularity
                        from award_delivery where journey_id = :journey
                        """)
                .param("journey", journey.value())
                .param("by", by.value())
                .param("at", at)
                .param("delivered", irregularity == null)
                .param("irregularity", irregularity)
                .update();
    }

    public void addHearingDue(JourneyId journey, int attempt, LocalDate due, Instant at) {
        database.sql("""
                        insert into award_hearing_due (journey_id, number, attempt, due, noted_at)
                        select :journey, coalesce(max(number), 0) + 1, :attempt, :due, :at
                        from award_hearing_due where journey_id = :journey
                        """)
                .param("journey", journey.value())
                .param("attempt", attempt)
                .param("due", due)
                .param("at", at)
                .update();
    }

    public void addChoice(JourneyId journey, String choice, Instant at) {
        database.sql("""
                        insert into award_choice (journey_id, number, choice, chosen_at)
                        select :journey, coalesce(max(number), 0) + 1, :choice, :at
                        from award_choice where journey_id = :journey
                        """)
                .param("journey", journey.value())
                .param("choice", choice)
                .param("at", at)
                .update();
    }

    /** The last irregularity the CPNE found, while no delivery followed it. */
    public java.util.Optional<String> irregularity(JourneyId journey) {
        return database
                .sql("select irregularity from award_delivery where journey_id = :journey order by number desc limit 1")
                .param("journey", journey.value())
                .query((row, n) -> row.getString("irregularity"))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
