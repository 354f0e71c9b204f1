package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import fr.acquis.support.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class TransferRows {

    private final JdbcClient database;

    TransferRows(JdbcClient database) {
        this.database = database;
    }

    public UUID ask(JourneyId journey, PersonId by, PersonId former, String reason, Instant at) {
        UUID id = TimeOrderedUuid.next();
        database.sql("""
                        insert into support_transfer
                            (id, journey_id, asked_by, asked_at, reason, former_id, open_journey_id)
                        values (:id, :journey, :by, :at, :reason, :former, :journey)
                        """)
                .param("id", id)
                .param("journey", journey.value())
                .param("by", by.value())
                .param("at", at)
                .param("reason", reason)
                .param("former", former.value())
                .update();
        return id;
    }

    /** @param adviser null when it is declined */
    public void settle(
            UUID id,
            PersonId by,
            @Nullable PersonId adviser,
            @Nullable UUID body,
            @Nullable String answer,
            Instant at) {
        database.sql("""
                        update support_transfer
                        set open_journey_id = null, settled_at = :at, settled_by = :by, adviser_id = :adviser, support_body_id = :body, answer = :answer
                        where id = :id and settled_at is null
                        """)
                .param("id", id)
                .param("by", by.value())
                .param("adviser", adviser == null ? null : adviser.value())
                .param("body", body)
                .param("answer", answer)
                .param("at", at)
                .update();
    }

    public Optional<Transfer> latest(JourneyId journey) {
        return database.sql("""
                        select id, journey_id, asked_by, asked_at, reason, former_id, settled_at, adviser_id, answer
                        from support_transfer where journey_id = :journey order by asked_at desc limit 1
                        """)
                .param("journey", journey.value())
                .query(TransferRows::transfer)
                .optional();
    }

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        UUID adviser = row.getObject("adviser_id", UUID.class);
        return new Transfer(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", Instant.class),
                row.getString("reason"),
                new PersonId(row.getObject("former_id", UUID.class)),
                row.getObject("settled_at", Instant.class),
                adviser == null ? null : new PersonId(adviser),
                row.getString("answer"));
    }
}
