package fr.acquis.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what the rooms count where the monitoring reads it. A figure that could not be counted disappears rather than
 * standing still, and the age of the last whole count grows.
 */
@Component
public class FigureBoard {

    private static final Logger log = LoggerFactory.getLogger(FigureBoard.class);

    /** For each second a count took, so many without one: counting never takes more than a fiftieth of a connection. */
    private static final int REST = 50;

    private final ObjectProvider<Figures> rooms;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Figures, Counted> last = new HashMap<>();
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final AtomicReference<Instant> counted;

    FigureBoard(ObjectProvider<Figures> rooms, MeterRegistry registry, Clock clock) {
        this.rooms = rooms;
        this.registry = registry;
        this.clock = clock;
        this.counted = new AtomicReference<>(clock.instant());
        Gauge.builder(
                        "acquis.figures.age",
                        () -> Duration.between(counted.get(), clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description("Since the last count in which every room answered")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT5S")
    void countAgain() {
        count(false);
    }

    /** Counts everything now. */
    public void count() {
        count(true);
    }

    private synchronized void count(boolean all) {
        List<Figure> figures = new ArrayList<>();
        boolean whole = true;
        for (Figures room : rooms.orderedStream().toList()) {
            Counted before = last.get(room);
            Counted now = before != null && !all && before.holds() ? before : counted(room);
            last.put(room, now);
            figures.addAll(now.figures());
            whole &= now.answered();
        }
        show(figures);
        if (whole) {
            counted.set(clock.instant());
        }
    }

    private static Counted counted(Figures room) {
        long begin = System.nanoTime();
        try {
            List<Figure> figures = room.count();
            long end = System.nanoTime();
            return new Counted(figures, true, end + (end - begin) * REST);
        } catch (RuntimeException failed) {
            log.warn("{} could not be counted", room.getClass().getSimpleName(), failed);
            return new Counted(List.of(), false, System.nanoTime());
        }
    }

    /** @param until in {@link System#nanoTime}: a count that took long is not made again at once */
    private record Counted(List<Figure> figures, boolean answered, long until) {

        boolean holds() {
            return System.nanoTime() < until;
        }
    }

    private void show(List<Figure> figures) {
        Map<String, List<Figure>> byName = figures.stream().collect(Collectors.groupingBy(Figure::name));
        byName.forEach((name, rows) -> gauges.computeIfAbsent(name, ignored -> gauge(rows.getFirst()))
                .register(rows.stream().<Row<?>>map(FigureBoard::row).toList(), true));
        Set<String> silent = new HashSet<>(gauges.keySet());
        silent.removeAll(byName.keySet());
        silent.forEach(name -> gauges.get(name).register(List.of(), true));
    }

    private MultiGauge gauge(Figure figure) {
        return MultiGauge.builder(figure.name()).baseUnit(figure.unit()).register(registry);
    }

    private static Row<?> row(Figure figure) {
        return Row.of(figure.label() == null ? Tags.empty() : Tags.of(figure.label(), figure.of()), figure.value());
    }
}
