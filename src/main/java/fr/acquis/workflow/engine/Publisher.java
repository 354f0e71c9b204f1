package fr.acquis.workflow.engine;

import fr.acquis.platform.FaultPoints;
import fr.acquis.platform.logging.JourneyInLog;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.engine.CommandAnswer.Note;
import fr.acquis.workflow.store.CommandQueue;
import fr.acquis.workflow.store.Outbox;
import fr.acquis.workflow.store.PendingCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes commands to the engine: several journeys side by side, each in its order, one command of a journey on its way at a
 * time, no database transaction open meanwhile. Woken by each commit; what nobody woke it for is found within a second.
 */
@Component
class Publisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);

    /** After the workers in stopping: what their last transactions appended still leaves. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4000;

    private final String owner = UUID.randomUUID().toString();
    private final CommandQueue queue;
    private final CommandSender sender;
    private final AnswerTable answers;
    private final EngineState engine;
    private final FaultPoints faults;
    private final WorkflowSettings settings;
    private final ObjectProvider<OpenTasks> worklist;
    private final Semaphore slots;
    private volatile Running running;
    private volatile boolean more;

    Publisher(
            Outbox outbox,
            CommandQueue queue,
            CommandSender sender,
            AnswerTable answers,
            EngineState engine,
            FaultPoints faults,
            WorkflowSettings settings,
            ObjectProvider<OpenTasks> worklist) {
        this.queue = queue;
        this.sender = sender;
        this.answers = answers;
        this.engine = engine;
        this.faults = faults;
        this.settings = settings;
        this.worklist = worklist;
        this.slots = new Semaphore(settings.publishers());
        outbox.onCommitted(this::wake);
        engine.whenReady(this::pollSoon);
    }

    private record Running(ScheduledExecutorService timer, ExecutorService threads) {}

    @Override
    public void start() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbox-timer").factory());
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("outbox-", 0).factory());
        running = new Running(timer, threads);
        long poll = settings.poll().toMillis();
        timer.scheduleWithFixedDelay(this::poll, poll, poll, TimeUnit.MILLISECONDS);
    }

    /** Starts at a journey without waiting for the next look around. */
    void wake(JourneyId journey) {
        submit(() -> {
            slots.acquireUninterruptibly();
            withSlot(() -> {
                if (engine.ready() && queue.lease(journey, owner, settings.sendLease())) {
                    sendAll(journey);
                }
            });
        });
    }

    private void pollSoon() {
        Running now = running;
        if (now != null) {
            now.timer().execute(this::poll);
        }
    }

    private void poll() {
        int free = engine.ready() ? slots.drainPermits() : 0;
        if (free == 0) {
            return;
        }
        try {
            List<JourneyId> journeys = queue.leaseDue(owner, settings.sendLease(), free);
            free -= journeys.size();
            more = free == 0;
            journeys.forEach(journey -> submit(() -> withSlot(() -> sendAll(journey))));
        } catch (RuntimeException failed) {
            log.warn("Looking for commands to send failed; looked for again in {}", settings.poll(), failed);
        } finally {
            slots.release(free);
        }
    }

    private void submit(Runnable work) {
        Running now = running;
        if (now == null) {
            return;
        }
        try {
            now.threads().execute(work);
        } catch (RejectedExecutionException stopping) {
            log.debug("stopping: what is left is sent after the next start");
        }
    }

    private void withSlot(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            log.warn("Sending commands of a journey failed; its lease runs out, then it is tried again", failed);
        } finally {
            slots.release();
            if (more) {
                pollSoon();
            }
        }
    }

    private void sendAll(JourneyId journey) {
        try (MDC.MDCCloseable ignored = MDC.putCloseable(JourneyInLog.FIELD, journey.toString())) {
            sendOneByOne(journey);
        }
    }

    private void sendOneByOne(JourneyId journey) {
        Optional<PendingCommand> next = queue.head(journey, owner);
        while (next.isPresent()) {
            if (running == null) {
                queue.giveBack(journey, owner);
                return;
            }
            next = send(next.get());
        }
    }

    /** What to send next; empty when the journey is no longer ours or has nothing that may be sent. */
    private Optional<PendingCommand> send(PendingCommand command) {
        Reply reply = sender.send(command.command());
        if (reply == Reply.OK) {
            faults.reached(FaultPoints.Place.AFTER_ENGINE_ACCEPTED);
        }
        return switch (answers.read(command, reply)) {
            case CommandAnswer.Settled settled -> settle(command, settled.note());
            case CommandAnswer.TryAgain again -> {
                postpone(command, again.pause(), reply);
                yield Optional.empty();
            }
            case CommandAnswer.Parked parked -> {
                log.error(
                        "Journey {}, command {}: the engine answered {}; parked until a manager looks",
                        command.journey(),
                        command.seq(),
                        reply);
                queue.park(command, owner, parked.reason());
                yield Optional.empty();
            }
        };
    }

    private Optional<PendingCommand> settle(PendingCommand command, Note note) {
        if (note == Note.GONE && command.attempts() == 0) {
            log.warn(
                    "Journey {}, command {}: the engine no longer has the task; what was decided stands in the database",
                    command.journey(),
                    command.seq());
        }
        Optional<PendingCommand> next = queue.settle(command, owner, settings.sendLease(), note.name());
        if (command.command() instanceof EngineCommand.CompleteTask complete) {
            tellWorklist(complete.taskKey());
        }
        return next;
    }

    /**
     * Whatever the answer: a task we answered and the engine no longer has was done by an earlier try whose answer was lost.
     * The sweep mends what fails here: the journey's next command does not wait for it.
     */
    private void tellWorklist(long taskKey) {
        try {
            worklist.ifAvailable(rows -> rows.close(taskKey, OpenTasks.Ending.COMPLETED));
        } catch (RuntimeException failed) {
            log.warn("The worklist could not note that task {} is done; the sweep will", taskKey, failed);
        }
    }

    private void postpone(PendingCommand command, Duration pause, Reply reply) {
        if (reply == Reply.UNAVAILABLE) {
            engine.doubt();
        }
        log.info(
                "Journey {}, command {}: the engine answered {}, again in {} ms",
                command.journey(),
                command.seq(),
                reply,
                pause.toMillis());
        queue.postpone(command, owner, pause, reply.name());
        Running now = running;
        if (now != null && pause.compareTo(settings.poll()) < 0) {
            now.timer().schedule(() -> wake(command.journey()), pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        Running last = running;
        running = null;
        if (last == null) {
            return;
        }
        last.timer().shutdownNow();
        last.threads().shutdown();
        try {
            if (!last.threads().awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "Commands were still on their way after {}; they are sent again after the next start",
                        settings.drain());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
