package fr.acquis.admissibility.store;

import fr.acquis.admissibility.Prorogation;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProrogationRows {

    private final JdbcClient database;

    ProrogationRows(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    public List<Prorogation> of(JourneyId journey) {
        return database.sql("""
                        select number, asked_at, reason, answered_at, granted, valid_until, comment
                        from prorogation where journey_id = :journey order by number desc
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new Prorogation(
                        row.getInt("number"),
                        row.getObject("asked_at", Instant.class),
                        row.getString("reason"),
                        row.getObject("answered_at", Instant.class),
                        row.getObject("granted", Boolean.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("comment")))
                .list();
    }

    public void insert(JourneyId journey, Prorogation asked) {
        database.sql("""
                        insert into prorogation (journey_id, number, asked_at, reason)
                        values (:journey, :number, :at, :reason)
                        """)
                .param("journey", journey.value())
                .param("number", asked.number())
                .param("at", asked.askedAt())
                .param("reason", asked.reason())
                .update();
    }

    /** @return false when it was answered meanwhile: the first answer stands */
    public boolean answer(JourneyId journey, Prorogation answered, PersonId by) {
        return database.sql("""
                        update prorogation
                        set answered_at = :at, answered_by = :by, granted = :granted, valid_until = :until, comment = :comment
                        where journey_id = :journey and number = :number and answered_at is null
                        """)
                        .param("at", answered.answeredAt())
                        .param("by", by.value())
                        .param("granted", answered.granted())
                        .param("until", answered.validUntil())
                        .param("comment", answered.comment())
                        .param("journey", journey.value())
                        .param("number", answered.number())
                        .update()
                == 1;
    }
}
