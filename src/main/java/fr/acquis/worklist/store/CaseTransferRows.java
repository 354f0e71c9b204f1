package fr.acquis.worklist.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseTransfer;
import fr.acquis.worklist.CaseTransfer.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases handed from team to team, past and to come. */
@Repository
public class CaseTransferRows {

    private static final String COLUMNS = """
            select id, journey_id, from_queue, to_queue, reason, asked_by, asked_at, effective_on, state, settled_by, settled_at, answer
            from worklist_transfer
            """;

    private final JdbcClient database;

    CaseTransferRows(JdbcClient database) {
        this.database = database;
    }

    public void insert(CaseTransfer transfer) {
        database.sql("""
                        insert into worklist_transfer
                            (id, journey_id, from_queue, to_queue, reason, asked_by, asked_at, effective_on, state, settled_by,
                             settled_at, answer, open_journey_id)
                        values (:id, :journey, :from, :to, :reason, :askedBy, :askedAt, :on, :state, :settledBy, :settledAt, null,
                                if(:state in ('ASKED', 'PLANNED'), :journey, null))
                        """)
                .param("id", transfer.id())
                .param("journey", transfer.journey().value())
                .param("from", transfer.from())
                .param("to", transfer.to())
                .param("reason", transfer.reason())
                .param("askedBy", transfer.askedBy().value())
                .param("askedAt", transfer.askedAt())
                .param("on", transfer.on())
                .param("state", transfer.state().name())
                .param(
                        "settledBy",
                        transfer.settledBy() == null
                                ? null
                                : transfer.settledBy().value())
                .param("settledAt", transfer.settledAt())
                .update();
    }

    /** What was asked for is answered, what was planned done or called off. */
    public void settle(UUID id, State state, UUID to, LocalDate on, PersonId by, Instant at, @Nullable String answer) {
        database.sql("""
                        update worklist_transfer
                        set state = :state, to_queue = :to, effective_on = :on, settled_by = :by, settled_at = :at, answer = :answer,
                            open_journey_id = if(:state = 'PLANNED', journey_id, null)
                        where id = :id
                        """)
                .param("state", state.name())
                .param("to", to)
                .param("on", on)
                .param("by", by.value())
                .param("at", at)
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    public Optional<CaseTransfer> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(CaseTransferRows::transfer)
                .optional();
    }

    /** The newest first. */
    public List<CaseTransfer> of(JourneyId journey) {
        return database.sql(COLUMNS + " where journey_id = :journey order by asked_at desc, id desc")
                .param("journey", journey.value())
                .query(CaseTransferRows::transfer)
                .list();
    }

    /** Planned ones whose day has come. */
    public List<UUID> due(LocalDate today, int most) {
        return database.sql("""
                        select id from worklist_transfer where state = 'PLANNED' and effective_on <= :today
                        order by effective_on limit :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static CaseTransfer transfer(ResultSet row, int n) throws SQLException {
        UUID settledBy = row.getObject("settled_by", UUID.class);
        return new CaseTransfer(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getObject("from_queue", UUID.class),
                row.getObject("to_queue", UUID.class),
                row.getString("reason"),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", Instant.class),
                row.getObject("effective_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                settledBy == null ? null : new PersonId(settledBy),
                row.getObject("settled_at", Instant.class),
                row.getString("answer"));
    }
}
