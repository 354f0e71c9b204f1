package fr.acquis.workflow.store;

import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.ReadOnlyEngine;
import java.time.Clock;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where commands are appended. Holds the journey's row from the append to the commit: order of appends, order of commands. */
@Repository
public class Outbox {

    private final JdbcClient database;
    private final Clock clock;
    private final EngineState engine;
    private final FaultPoints faults;
    private final CopyOnWriteArrayList<Consumer<JourneyId>> listeners = new CopyOnWriteArrayList<>();

    Outbox(JdbcClient database, Clock clock, EngineState engine, FaultPoints faults) {
        this.database = database;
        this.clock = clock;
        this.engine = engine;
        this.faults = faults;
    }

    /** Called after the commit of an append, on the thread of the append: hand over, do not work. */
    public void onCommitted(Consumer<JourneyId> listener) {
        listeners.add(listener);
    }

    /** @throws ReadOnlyEngine when nothing may be changed now */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(JourneyId journey, EngineCommand command) {
        if (engine.readOnly()) {
            throw new ReadOnlyEngine();
        }
        long seq = nextNumber(journey);
        insert(journey, seq, command);
        TransactionSynchronizationManager.registerSynchronization(new Woken(journey));
    }

    /** A head that waits keeps its date: what is appended behind it must not make it impatient. */
    private long nextNumber(JourneyId journey) {
        return database.sql("""
                        insert into engine_journey (journey_id, last_command_seq, head_due)
                        values (:journey, 1, utc_timestamp(6))
                        on duplicate key update
                            last_command_seq = last_command_seq + 1,
                            head_due = coalesce(head_due, utc_timestamp(6))
                        returning last_command_seq
                        """)
                .param("journey", journey.value())
                .query(Long.class)
                .single();
    }

    private void insert(JourneyId journey, long seq, EngineCommand command) {
        CommandRow row = CommandRow.of(journey, seq, command);
        database.sql("""
                        insert into engine_command
                            (journey_id, seq, kind, message_name, correlation_key, message_id, task_key, facts, state, appended_at)
                        values
                            (:journey, :seq, :kind, :name, :correlation, :messageId, :task, :facts, 'PENDING', :at)
                        """)
                .param("journey", journey.value())
                .param("seq", seq)
                .param("kind", row.kind().name())
                .param("name", row.messageName())
                .param("correlation", row.correlationKey())
                .param("messageId", row.messageId())
                .param("task", row.taskKey())
                .param("facts", row.facts())
                .param("at", clock.instant())
                .update();
    }

    private final class Woken implements TransactionSynchronization {

        private final JourneyId journey;

        Woken(JourneyId journey) {
            this.journey = journey;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            faults.reached(FaultPoints.Place.BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            faults.reached(FaultPoints.Place.AFTER_COMMIT_BEFORE_SEND);
            listeners.forEach(listener -> listener.accept(journey));
        }
    }
}
