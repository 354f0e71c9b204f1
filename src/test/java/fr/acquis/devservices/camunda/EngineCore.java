package fr.acquis.devservices.camunda;

import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.protocol.impl.record.value.clock.ClockRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ClockIntent;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.stream.impl.metrics.StreamMetricsDoc;
import io.camunda.zeebe.util.FeatureFlags;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workflow engine itself, wired to our log: one partition, one working state, processing when constructed. */
final class EngineCore implements AutoCloseable {

    static final int PARTITION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EngineCore.class);
    private static final long STATE_MEMORY = 128L << 20;
    private static final Duration DUE_CHECK = Duration.ofMillis(100);

    private final Opened opened = new Opened();
    private final FileLog log;
    private final Snapshots snapshots;
    private final ControllableStreamClockImpl streamClock;
    private final ZeebeDb<ZbColumnFamilies> db;
    private final StreamProcessor processor;
    private final Commands commands;
    private final EngineState state;
    private final LongPolling polling;
    private final JobStreams streams;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Recovery recovery;

    EngineCore(DataFolder folder, FileLog log, EngineClock clock, long snapshotBytes) throws IOException {
        this.log = log;
        try {
            snapshots = new Snapshots(folder.snapshots(), log);
            long restored = snapshots.restore(folder.runtime());
            db = opened.with(stateFactory().createDb(folder.runtime().toFile()));
            ActorScheduler scheduler =
                    ActorScheduler.newActorScheduler().setActorClock(clock).build();
            scheduler.start();
            opened.with(() -> scheduler.stop().get());
            // Records carry the time a caller may have pinned: a message's end is counted from them.
            streamClock = new ControllableStreamClockImpl(clock);
            LogStream stream = opened.with(logStream(log, streamClock));
            Answers answers = new Answers(log, folder.starts());
            commands = new Commands(stream.newLogStreamWriter(), log, answers);
            EngineConfiguration configuration = configuration();
            KeyTimes keyTimes = opened.with(new KeyTimes(folder.keyTimes()));
            state = opened.with(new EngineState(db, configuration, keyTimes, streamClock));
            polling = opened.with(new LongPolling(commands, state));
            streams = new JobStreams(commands);
            streams.wakePollersWith(polling::notifyWork);
            processor = processor(stream, scheduler, answers, configuration);
            opened.with(() -> processor.closeAsync().join());
            recovery = process(restored);
            opened.with(new Upkeep(
                    log,
                    log.bytesAfter(restored),
                    snapshotBytes,
                    state::noteKeys,
                    () -> snapshots.take(processor, db)));
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private static ZeebeRocksDbFactory<ZbColumnFamilies> stateFactory() {
        return new ZeebeRocksDbFactory<>(
                new RocksDbConfiguration().setMemoryLimit(STATE_MEMORY),
                new ConsistencyChecksSettings(false, false),
                new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, PARTITION),
                SimpleMeterRegistry::new);
    }

    private static LogStream logStream(FileLog log, InstantSource clock) {
        return LogStream.builder()
                .withPartitionId(PARTITION)
                .withLogStorage(log)
                .withClock(clock)
                .withMeterRegistry(new SimpleMeterRegistry())
                .build();
    }

    /** An idle engine writes nothing: no usage figures, no roles and users of its own. */
    private static EngineConfiguration configuration() {
        return new EngineConfiguration()
                .setUsageMetricsExportInterval(Duration.ofDays(36_500))
                .setEnableIdentitySetup(false);
    }

    private StreamProcessor processor(
            LogStream stream, ActorScheduler scheduler, Answers answers, EngineConfiguration configuration) {
        SecurityConfiguration security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        Engine engine = new Engine(
                context -> EngineProcessors.createEngineProcessors(
                        context,
                        1,
                        new SubscriptionCommandSender(context.getPartitionId(), commands),
                        commands,
                        FeatureFlags.createDefault(),
                        streams,
                        SearchClientsProxy.noop(),
                        new BrokerRequestAuthorizationConverter(security)),
                configuration,
                security);
        return StreamProcessor.builder()
                .logStream(stream)
                .zeebeDb(db)
                .commandResponseWriter(answers)
                .partitionCommandSender(commands)
                .recordProcessors(List.of(engine))
                .actorSchedulingService(scheduler)
                .clock(streamClock)
                .setScheduledTaskCheckInterval(DUE_CHECK)
                .meterRegistry(meters)
                .build();
    }

    private Recovery process(long restored) {
        long last = Math.max(0, log.durable());
        long began = System.nanoTime();
        processor.openAsync(false).join();
        while (true) {
            switch (processor.getCurrentPhase().join()) {
                case PROCESSING -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    return new Recovery(restored, replayed(), last, took);
                }
                case FAILED -> throw new IllegalStateException("The engine cannot replay its log; see the log above");
                default -> LockSupport.parkNanos(2_000_000);
            }
        }
    }

    /** Asked of the engine's own meter, not worked out from positions: it tells what was read, whatever should have been. */
    private long replayed() {
        return (long) meters.get(StreamMetricsDoc.REPLAY_EVENTS_COUNT.getName())
                .counter()
                .count();
    }

    Recovery recovery() {
        return recovery;
    }

    void pin(Instant instant) {
        commands.send(Command.of(ValueType.CLOCK, ClockIntent.PIN, new ClockRecord().pinAt(instant.toEpochMilli())))
                .join();
    }

    void resetClock() {
        commands.send(Command.of(ValueType.CLOCK, ClockIntent.RESET, new ClockRecord()))
                .join();
    }

    Instant now() {
        return streamClock.instant();
    }

    void snapshot() {
        try {
            snapshots.take(processor, db);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException("No snapshot could be taken", failed);
        }
    }

    Commands commands() {
        return commands;
    }

    EngineState state() {
        return state;
    }

    LongPolling polling() {
        return polling;
    }

    JobStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        try {
            if (log.trouble().isEmpty()) {
                processor.pauseProcessing().join();
                snapshots.take(processor, db);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("No snapshot at the end; the next start replays more", failed);
        }
        opened.close();
    }
}
