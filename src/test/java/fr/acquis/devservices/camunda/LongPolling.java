package fr.acquis.devservices.camunda;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out jobs to those who poll. A poll becomes a command only when the state shows a job for it; until then it waits
 * here, so that any number of idle workers adds nothing to the log.
 *
 * <p>The polls of one job type are served one after the other: forty waiting workers do not race for one job.
 */
public final class LongPolling implements AutoCloseable {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 250;

    /** What a worker asks for. */
    public record Poll(
            String type, String worker, Duration lease, int most, List<String> variables, List<String> tenants) {}

    private record Waiting(Poll poll, long untilNanos, CompletableFuture<JobBatchRecord> jobs) {

        boolean late() {
            return System.nanoTime() - untilNanos >= 0;
        }

        void endEmpty() {
            jobs.complete(new JobBatchRecord());
        }
    }

    /** The polls of one type. Whoever raises the signals from zero serves until nobody raised them meanwhile. */
    private static final class Line {
        final Deque<Waiting> polls = new ConcurrentLinkedDeque<>();
        final AtomicInteger signals = new AtomicInteger();
    }

    private final Commands commands;
    private final EngineState state;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("engine-polls").daemon().factory());
    private final ExecutorService servers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    LongPolling(Commands commands, EngineState state) {
        this.commands = commands;
        this.state = state;
        // Jobs also come back by time alone (lease over, back-off over); a look costs a read, never a record.
        timer.scheduleWithFixedDelay(this::lookAtAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The jobs, at the latest after the given wait and then none. A wait of zero means the gateway's own, a negative one
     * none at all.
     */
    public CompletableFuture<JobBatchRecord> poll(Poll poll, Duration wait) {
        Duration patience = wait.isZero() ? DEFAULT_WAIT : wait;
        Waiting asked = new Waiting(poll, System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
        if (closed) {
            asked.endEmpty();
            return asked.jobs;
        }
        if (wait.isNegative()) {
            servers.execute(() -> serveOnce(asked));
            return asked.jobs;
        }
        Line line = lines.computeIfAbsent(poll.type(), type -> new Line());
        line.polls.add(asked);
        timer.schedule(() -> giveUp(line, asked), patience.toMillis(), TimeUnit.MILLISECONDS);
        notifyWork(poll.type());
        return asked.jobs;
    }

    private void giveUp(Line line, Waiting asked) {
        // Whoever is not in the line is being served just now and gets that answer.
        if (line.polls.remove(asked)) {
            asked.endEmpty();
        }
    }

    void notifyWork(String type) {
        Line line = lines.get(type);
        if (line != null && !line.polls.isEmpty() && !closed && line.signals.getAndIncrement() == 0) {
            servers.execute(() -> serve(type, line));
        }
    }

    private void lookAtAll() {
        lines.keySet().forEach(this::notifyWork);
    }

    private void serve(String type, Line line) {
        int answered;
        do {
            answered = line.signals.get();
            serveWhileThereIsWork(type, line);
        } while (line.signals.addAndGet(-answered) != 0);
    }

    private void serveWhileThereIsWork(String type, Line line) {
        for (Waiting next = line.polls.peek(); next != null && !closed; next = line.polls.peek()) {
            if (next.jobs.isDone()) {
                line.polls.remove(next);
                continue;
            }
            if (!state.hasJobFor(type, next.poll.tenants())) {
                return;
            }
            if (line.polls.remove(next) && !served(line, next)) {
                return;
            }
        }
    }

    private boolean served(Line line, Waiting next) {
        JobBatchRecord batch;
        try {
            batch = activate(next.poll);
        } catch (Refusal refused) {
            next.jobs.completeExceptionally(refused);
            return true;
        }
        if (batch.getJobKeys().isEmpty()) {
            putBack(line, next);
            return false;
        }
        if (!next.jobs.complete(batch)) {
            giveBack(batch);
        }
        return true;
    }

    private static void putBack(Line line, Waiting next) {
        if (next.late()) {
            next.endEmpty();
        } else {
            line.polls.addFirst(next);
        }
    }

    private void serveOnce(Waiting asked) {
        try {
            Poll poll = asked.poll;
            asked.jobs.complete(state.hasJobFor(poll.type(), poll.tenants()) ? activate(poll) : new JobBatchRecord());
        } catch (Refusal refused) {
            asked.jobs.completeExceptionally(refused);
        }
    }

    private JobBatchRecord activate(Poll poll) {
        JobBatchRecord wanted = new JobBatchRecord()
                .setType(poll.type())
                .setWorker(poll.worker())
                .setTimeout(poll.lease().toMillis())
                .setMaxJobsToActivate(poll.most())
                .setTenantIds(poll.tenants());
        poll.variables().forEach(name -> wanted.variables().add().wrap(BufferUtil.wrapString(name)));
        Command command = Command.of(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, wanted);
        try {
            return commands.send(command).join().as(new JobBatchRecord());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Refusal refused) {
                throw refused;
            }
            throw new Refusal(Refusal.Kind.TIMEOUT, "The jobs were not activated in time");
        }
    }

    /** For jobs whose worker has gone: another one gets them at once. */
    public void giveBack(JobBatchRecord batch) {
        for (int i = 0; i < batch.getJobKeys().size(); i++) {
            commands.tell(JobStreams.yielding(
                    batch.getJobKeys().get(i), batch.getJobs().get(i)));
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        lines.values().forEach(line -> line.polls.forEach(Waiting::endEmpty));
        servers.shutdown();
    }
}
