package fr.acquis.devservices.demonstration;

import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.demonstration.Register.Row;
import fr.acquis.devservices.demonstration.Register.State;
import fr.acquis.identity.SignedIn;
import fr.acquis.shell.WorkUnderWay;
import fr.acquis.workflow.EngineState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Makes the journeys, two at a time, while the product already answers; begins where an earlier run was killed. */
final class Demonstration implements WorkUnderWay, DisposableBean {

    static final String PROGRESS = "/dev/demonstration";

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);
    private static final int DRIVERS = 2;
    private static final Duration QUIET = Duration.ofMillis(200);

    private final List<Storyline> lines;
    private final Cast cast;
    private final Acting acting;
    private final JourneyTimes times;
    private final Register register;
    private final BusinessClock clock;
    private final EngineState engine;
    private final LockProvider locks;
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService drivers = Executors.newFixedThreadPool(
            DRIVERS + 1, Thread.ofPlatform().name("demonstration-", 1).daemon().factory());
    private volatile boolean begun;
    private volatile boolean stopping;

    Demonstration(
            List<Storyline> lines,
            Cast cast,
            Acting acting,
            JourneyTimes times,
            Register register,
            BusinessClock clock,
            EngineState engine,
            LockProvider locks) {
        this.lines = lines;
        this.cast = cast;
        this.acting = acting;
        this.times = times;
        this.register = register;
        this.clock = clock;
        this.engine = engine;
        this.locks = locks;
    }

    @Override
    public Optional<Progress> now() {
        return begun && done.get() < lines.size()
                ? Optional.of(new Progress("demonstration.progress", done.get(), lines.size(), PROGRESS))
                : Optional.empty();
    }

    int total() {
        return lines.size();
    }

    /** Hands the work to its drivers and returns. */
    void begin() {
        List<Storyline> left = lines.stream().filter(this::toMake).toList();
        done.set(lines.size() - left.size());
        begun = true;
        if (!left.isEmpty()) {
            drivers.submit(() -> make(left));
        }
    }

    private boolean toMake(Storyline line) {
        return register.of(line).filter(row -> row.state() != State.UNDER_WAY).isEmpty();
    }

    private void make(List<Storyline> left) {
        long begin = System.nanoTime();
        log.info("Demonstration: {} journeys of {} to make", left.size(), lines.size());
        try {
            await().forever().until(engine::ready);
            Optional<SimpleLock> sweep = holdTheSweep();
            cast.enter();
            ConcurrentLinkedQueue<Storyline> waiting = new ConcurrentLinkedQueue<>(left);
            List<? extends java.util.concurrent.Future<?>> running = java.util.stream.IntStream.range(0, DRIVERS)
                    .mapToObj(n -> drivers.submit(() -> drive(waiting)))
                    .toList();
            for (var driver : running) {
                driver.get();
            }
            sweep.ifPresent(SimpleLock::unlock);
            log.info(
                    "Demonstration complete: {} journeys, {} s",
                    lines.size(),
                    (System.nanoTime() - begin) / 1_000_000_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            if (!stopping) {
                log.error("The demonstration stopped", failed);
            }
        }
    }

    /** The sweep of legal dates looks at today: a case that is made in the past would seem late to it. */
    private Optional<SimpleLock> holdTheSweep() {
        return locks.lock(
                new LockConfiguration(clock.real(), "legal-date-sweep", Duration.ofMinutes(15), Duration.ZERO));
    }

    private void drive(ConcurrentLinkedQueue<Storyline> waiting) {
        for (Storyline line = waiting.poll(); line != null && !stopping; line = waiting.poll()) {
            long begin = System.nanoTime();
            Row row = register.of(line).orElse(new Row(State.UNDER_WAY, 0, null));
            try {
                row = play(line, row);
                log.info(
                        "Demonstration: {} of {}, {} ({} ms)",
                        done.incrementAndGet(),
                        lines.size(),
                        line.name(),
                        (System.nanoTime() - begin) / 1_000_000);
            } catch (RuntimeException failed) {
                if (stopping) {
                    return;
                }
                done.incrementAndGet();
                log.warn("Demonstration: {} stays where it is", line.name(), failed);
                leave(line);
            }
        }
    }

    private void leave(Storyline line) {
        Row row = register.of(line).orElse(new Row(State.UNDER_WAY, 0, null));
        if (row.journey() != null) {
            times.forget(row.journey());
        }
        register.save(line, new Row(State.LEFT, row.acts(), row.journey()), clock.real());
    }

    private Row play(Storyline line, Row from) {
        Instant opened = line.moment(0, clock.real()).minus(Duration.ofMinutes(25));
        SignedIn candidate = clock.ago(Duration.between(opened, clock.real()), () -> cast.candidate(line.who()));
        Stage stage = new Stage(line, candidate, from.journey());
        boolean resumed = register.of(line).isPresent();
        for (int act = from.acts(); act < line.acts().size(); act++) {
            perform(stage, act, resumed);
            resumed = false;
        }
        if (line.waiting() != null) {
            acting.task(stage.journey(), line.waiting());
        }
        awaitQuiet(stage);
        times.forget(stage.journey());
        Row made = new Row(State.MADE, line.acts().size(), stage.journey());
        register.save(line, made, clock.real());
        return made;
    }

    /** @param resumed whether an earlier run may have been killed in this act: then it is tried, and was done if it is refused */
    private void perform(Stage stage, int act, boolean resumed) {
        Storyline line = stage.line();
        Deed deed = line.acts().get(act).deed();
        try {
            if (deed.asked() == null) {
                awaitQuiet(stage);
            } else {
                acting.task(stage.journey(), deed.asked(), resumed);
            }
            Instant moment = line.moment(act, clock.real());
            if (stage.begun()) {
                times.set(stage.journey(), moment);
            }
            register.save(line, new Row(State.UNDER_WAY, act, stage.begun() ? stage.journey() : null), moment);
            clock.during(
                    Duration.between(moment, clock.real()), () -> deed.act().accept(stage));
        } catch (RuntimeException refused) {
            if (!resumed || stopping) {
                throw new IllegalStateException("act %d of %s".formatted(act, line.name()), refused);
            }
            log.info("Demonstration: act {} of {} was done before", act, line.name());
        }
        Instant moment = line.moment(act, clock.real());
        if (times.of(stage.journey()).isEmpty()) {
            times.set(stage.journey(), moment);
        }
        register.save(line, new Row(State.UNDER_WAY, act + 1, stage.journey()), moment);
    }

    private void awaitQuiet(Stage stage) {
        if (stage.begun()) {
            await().atMost(Acting.PATIENCE)
                    .pollInterval(Duration.ofMillis(40))
                    .during(QUIET)
                    .until(() -> register.quiet(stage.journey()));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        drivers.shutdownNow();
        drivers.awaitTermination(10, TimeUnit.SECONDS);
    }
}
