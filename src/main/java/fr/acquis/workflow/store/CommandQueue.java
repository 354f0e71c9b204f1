package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.AlertSink;
import fr.acquis.workflow.ParkReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where commands are taken from. A replica leases a journey, never a command: two commands of one journey are never on
 * their way at the same time.
 */
@Repository
public class CommandQueue {

    private final JdbcClient database;
    private final Clock clock;
    private final ObjectProvider<AlertSink> alerts;

    CommandQueue(JdbcClient database, Clock clock, ObjectProvider<AlertSink> alerts) {
        this.database = database;
        this.clock = clock;
        this.alerts = alerts;
    }

    /** Journeys with something to send, now this owner's for the length of the lease. */
    @Transactional
    public List<JourneyId> leaseDue(String owner, Duration lease, int most) {
        List<JourneyId> due = database.sql("""
                        select journey_id from engine_journey
                        where head_due <= utc_timestamp(6) and (lease_until is null or lease_until < utc_timestamp(6))
                        order by head_due limit :most for update skip locked
                        """).param("most", most).query(UUID.class).list().stream()
                .map(JourneyId::new)
                .toList();
        return due.stream().filter(journey -> lease(journey, owner, lease)).toList();
    }

    /** False when there is nothing to send, or another has it. */
    @Transactional
    public boolean lease(JourneyId journey, String owner, Duration lease) {
        return database.sql("""
                        update engine_journey
                        set lease_owner = :owner, lease_until = utc_timestamp(6) + interval :lease microsecond
                        where journey_id = :journey
                          and head_due <= utc_timestamp(6)
                          and (lease_until is null or lease_until < utc_timestamp(6))
                        """)
                        .param("owner", owner)
                        .param("lease", micros(lease))
                        .param("journey", journey.value())
                        .update()
                == 1;
    }

    /** What to send next; empty, and the lease given back, when there is nothing or a parked command stands before. */
    @Transactional
    public Optional<PendingCommand> head(JourneyId journey, String owner) {
        Optional<PendingCommand> head = sendable(journey);
        // The lock makes an append that came in between visible: none is overlooked.
        if (head.isPresent() || !lock(journey, owner)) {
            return head;
        }
        Optional<PendingCommand> again = sendable(journey);
        if (again.isEmpty()) {
            release(journey, null);
        }
        return again;
    }

    /**
     * The engine has it, or never needs it.
     *
     * @return what follows in this journey; empty when nothing does, the lease then given back, or when the lease was lost
     */
    @Transactional
    public Optional<PendingCommand> settle(PendingCommand sent, String owner, Duration lease, String answer) {
        boolean ours = lock(sent.journey(), owner);
        database.sql("""
                        update engine_command
                        set state = 'DONE', answer = :answer, attempts = attempts + 1, settled_at = :at
                        where journey_id = :journey and seq = :seq and state = 'PENDING'
                        """)
                .param("answer", answer)
                .param("at", clock.instant())
                .param("journey", sent.journey().value())
                .param("seq", sent.seq())
                .update();
        if (!ours) {
            return Optional.empty();
        }
        Optional<PendingCommand> next = sendable(sent.journey());
        if (next.isPresent()) {
            extend(sent.journey(), lease);
        } else {
            release(sent.journey(), null);
        }
        return next;
    }

    /** To be tried again after a pause; the journey is given back meanwhile. */
    @Transactional
    public void postpone(PendingCommand sent, String owner, Duration pause, String answer) {
        if (!lock(sent.journey(), owner)) {
            return;
        }
        database.sql("""
                        update engine_command
                        set attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, utc_timestamp(6)), answer = :answer
                        where journey_id = :journey and seq = :seq and state = 'PENDING'
                        """)
                .param("answer", answer)
                .param("journey", sent.journey().value())
                .param("seq", sent.seq())
                .update();
        release(sent.journey(), pause);
    }

    /** No more tries until a person has looked: what follows in this journey waits, other journeys go on. */
    @Transactional
    public void park(PendingCommand sent, String owner, ParkReason reason) {
        if (!lock(sent.journey(), owner)) {
            return;
        }
        database.sql("""
                        update engine_command
                        set state = 'PARKED', attempts = attempts + 1, answer = :reason, settled_at = :at
                        where journey_id = :journey and seq = :seq and state = 'PENDING'
                        """)
                .param("reason", reason.name())
                .param("at", clock.instant())
                .param("journey", sent.journey().value())
                .param("seq", sent.seq())
                .update();
        release(sent.journey(), null);
        alerts.ifAvailable(sink -> sink.commandParked(sent.journey(), sent.seq(), reason));
    }

    /** Gives back what was leased and not used. */
    @Transactional
    public void giveBack(JourneyId journey, String owner) {
        database.sql("""
                        update engine_journey set lease_owner = null, lease_until = null
                        where journey_id = :journey and lease_owner = :owner
                        """)
                .param("journey", journey.value())
                .param("owner", owner)
                .update();
    }

    private void extend(JourneyId journey, Duration lease) {
        database.sql("""
                        update engine_journey set lease_until = utc_timestamp(6) + interval :lease microsecond
                        where journey_id = :journey
                        """)
                .param("lease", micros(lease))
                .param("journey", journey.value())
                .update();
    }

    private boolean lock(JourneyId journey, String owner) {
        return database.sql(
                        "select 1 from engine_journey where journey_id = :journey and lease_owner = :owner for update")
                .param("journey", journey.value())
                .param("owner", owner)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void release(JourneyId journey, Duration pause) {
        database.sql("""
                        update engine_journey
                        set lease_owner = null, lease_until = null,
                            head_due = utc_timestamp(6) + interval :pause microsecond
                        where journey_id = :journey
                        """)
                .param("pause", pause == null ? null : micros(pause))
                .param("journey", journey.value())
                .update();
    }

    /** The oldest unsettled command, unless it is parked. */
    private Optional<PendingCommand> sendable(JourneyId journey) {
        return database.sql("""
                        select journey_id, seq, kind, message_name, correlation_key, message_id, task_key, facts, state, attempts,
                               coalesce(timestampdiff(microsecond, first_tried_at, utc_timestamp(6)), 0) as trying_for
                        from engine_command
                        where journey_id = :journey and unsettled = 1
                        order by seq limit 1
                        """)
                .param("journey", journey.value())
                .query(CommandQueue::head)
                .optional()
                .filter(head -> !head.parked())
                .map(Head::command);
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        CommandRow command = new CommandRow(
                CommandRow.Kind.valueOf(row.getString("kind")),
                row.getString("message_name"),
                row.getString("correlation_key"),
                row.getString("message_id"),
                row.getObject("task_key", Long.class),
                row.getString("facts"));
        return new Head(
                row.getString("state").equals("PARKED"),
                new PendingCommand(
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getLong("seq"),
                        command.command(),
                        row.getInt("attempts"),
                        Duration.ofNanos(row.getLong("trying_for") * 1_000)));
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private record Head(boolean parked, PendingCommand command) {}
}
