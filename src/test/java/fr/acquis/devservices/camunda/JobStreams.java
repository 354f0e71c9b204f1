package fr.acquis.devservices.camunda;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.msgpack.value.StringValue;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.ActivatedJob;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationPropertiesImpl;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/** Pushes jobs to workers that hold a stream open, each worker of a type in turn; what none can take is given back. */
public final class JobStreams implements JobStreamer {

    /** A worker's open stream. */
    public interface Receiver {
        /** Takes the job, or says no when its line is full or gone. */
        boolean offer(long jobKey, JobRecord job);
    }

    /** What the worker asked for when it opened the stream. */
    public record Wish(String type, String worker, Duration lease, List<String> variables, List<String> tenants) {

        private JobActivationProperties properties() {
            DirectBuffer name = BufferUtil.wrapString(worker);
            return new JobActivationPropertiesImpl()
                    .setWorker(name, 0, name.capacity())
                    .setTimeout(lease.toMillis())
                    .setFetchVariables(variables.stream().map(StringValue::new).toList())
                    .setTenantIds(tenants);
        }
    }

    private record Open(Wish wish, JobActivationProperties properties, Receiver receiver) {}

    private final Commands commands;
    private final Map<String, List<Open>> open = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Consumer<String> pollers = type -> {};

    JobStreams(Commands commands) {
        this.commands = commands;
    }

    void wakePollersWith(Consumer<String> waker) {
        pollers = waker;
    }

    /** Opens a stream; run the result to close it. */
    public Runnable open(Wish wish, Receiver receiver) {
        Open opened = new Open(wish, wish.properties(), receiver);
        List<Open> line = open.computeIfAbsent(wish.type(), type -> new CopyOnWriteArrayList<>());
        line.add(opened);
        return () -> line.remove(opened);
    }

    @Override
    public void notifyWorkAvailable(String type) {
        pollers.accept(type);
    }

    @Override
    public Optional<JobStream> streamFor(DirectBuffer type, Predicate<JobActivationProperties> fitting) {
        List<Open> fit = open.getOrDefault(BufferUtil.bufferAsString(type), List.of()).stream()
                .filter(stream -> fitting.test(stream.properties))
                .toList();
        if (fit.isEmpty()) {
            return Optional.empty();
        }
        Open chosen = fit.get(Math.floorMod(turn.getAndIncrement(), fit.size()));
        return Optional.of(new Pushing(chosen));
    }

    /** The job was activated for one worker's wish; another stream with the same wish may take it too. */
    private final class Pushing implements JobStream {

        private final Open chosen;

        Pushing(Open chosen) {
            this.chosen = chosen;
        }

        @Override
        public JobActivationProperties properties() {
            return chosen.properties;
        }

        @Override
        public void push(ActivatedJob job) {
            if (chosen.receiver.offer(job.jobKey(), job.jobRecord())) {
                return;
            }
            for (Open other : open.getOrDefault(chosen.wish.type(), List.of())) {
                boolean alike = other != chosen && other.wish.equals(chosen.wish);
                if (alike && other.receiver.offer(job.jobKey(), job.jobRecord())) {
                    return;
                }
            }
            commands.tell(yielding(job.jobKey(), job.jobRecord()));
        }
    }

    static Command yielding(long jobKey, JobRecordValue job) {
        return Command.of(jobKey, ValueType.JOB, JobIntent.YIELD, (JobRecord) job);
    }
}
