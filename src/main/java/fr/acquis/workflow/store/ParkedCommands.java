package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.AlertSink;
import fr.acquis.workflow.ParkReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commands a person must look at. */
@Repository
public class ParkedCommands {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectProvider<AlertSink> alerts;

    ParkedCommands(JdbcClient database, Clock clock, ObjectProvider<AlertSink> alerts) {
        this.database = database;
        this.clock = clock;
        this.alerts = alerts;
    }

    /** @param messageName null for the completion of a task */
    public record Parked(
            JourneyId journey, long number, @Nullable String messageName, ParkReason reason, Instant since) {}

    /** The oldest two hundred. */
    @Transactional(readOnly = true)
    public List<Parked> all() {
        return database.sql("""
                        select journey_id, seq, message_name, answer, settled_at from engine_command
                        where state = 'PARKED' order by settled_at limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new Parked(
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getLong("seq"),
                        row.getString("message_name"),
                        ParkReason.valueOf(row.getString("answer")),
                        row.getObject("settled_at", Instant.class)))
                .list();
    }

    /** The engine is never told; what follows goes on. False when it was not parked any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean skip(JourneyId journey, long number) {
        return moved(journey, number, "SKIPPED");
    }

    /** Told again, as if for the first time. False when it was not parked any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replay(JourneyId journey, long number) {
        return moved(journey, number, "PENDING");
    }

    /** The journey's row first, as everyone locks them. */
    private boolean moved(JourneyId journey, long number, String state) {
        database.sql("update engine_journey set head_due = utc_timestamp(6) where journey_id = :journey")
                .param("journey", journey.value())
                .update();
        boolean moved = database.sql("""
                                update engine_command
                                set state = :state, attempts = 0, first_tried_at = null,
                                    settled_at = if(:state = 'SKIPPED', :at, null)
                                where journey_id = :journey and seq = :seq and state = 'PARKED'
                                """)
                        .param("state", state)
                        .param("at", clock.instant())
                        .param("journey", journey.value())
                        .param("seq", number)
                        .update()
                == 1;
        if (moved) {
            alerts.ifAvailable(sink -> sink.commandSettled(journey, number));
        }
        return moved;
    }
}
