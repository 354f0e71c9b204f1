package fr.acquis.mortal;

import fr.acquis.audit.AuditVerifier;
import fr.acquis.evidence.SendingSweep;
import fr.acquis.evidence.work.StoreSweep;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.platform.EventRepeat;
import fr.acquis.platform.FaultPoints;
import fr.acquis.workflow.engine.JobMemorySweep;
import fr.acquis.workflow.engine.WorklistSweep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** What the test says on the process's standard input, line by line, and the candidates that work in it. */
@TestConfiguration(proxyBeanMethods = false)
class MortalConfiguration {

    static final int CANDIDATES = 5;
    static final String SWEPT = "swept ";

    private final Fate fate = new Fate();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    static String candidate(int number) {
        return "candidat-%d@acquis.example".formatted(number);
    }

    @Bean
    @Primary
    FaultPoints fate() {
        return fate;
    }

    @Bean
    @Primary
    Clock movedClock() {
        InstantSource moved = () -> Instant.now().plus(ahead.get());
        return moved.withZone(ZoneId.of("Europe/Paris"));
    }

    @Bean
    @Order(1)
    ApplicationRunner candidates(People people, TransactionTemplate transaction) {
        return arguments -> transaction.executeWithoutResult(status -> {
            for (int number = 0; number < CANDIDATES; number++) {
                if (people.findByEmail(candidate(number)).isEmpty()) {
                    var id = people.register(
                            new People.NewPerson(candidate(number), "Camille", "Exemple", null, "demonstration"));
                    people.grant(id, Role.CANDIDATE, null);
                }
            }
        });
    }

    @Bean
    ApplicationRunner orders(ObjectProvider<Sweeps> sweeps) {
        return arguments -> Thread.ofPlatform().daemon().name("orders").start(() -> listen(sweeps.getObject()));
    }

    @Bean
    Sweeps sweeps(
            WorklistSweep worklist,
            JobMemorySweep jobs,
            SendingSweep sendings,
            StoreSweep store,
            EventRepeat events,
            AuditVerifier audit) {
        return new Sweeps(worklist, jobs, sendings, store, events, audit);
    }

    private void listen(Sweeps sweeps) {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                obey(line.split(" "), sweeps);
            }
        } catch (IOException theTestIsGone) {
            Runtime.getRuntime().halt(1);
        }
        // Whoever gives the orders has ended: nothing stays behind.
        Runtime.getRuntime().halt(0);
    }

    private void obey(String[] order, Sweeps sweeps) {
        switch (order[0]) {
            case "arm" ->
                fate.arm(FaultPoints.Place.valueOf(order[1]), Integer.parseInt(order[2]), Long.parseLong(order[3]));
            case "ahead" -> ahead.set(Duration.parse(order[1]));
            case "sweep" -> System.out.println(SWEPT + String.join(" | ", sweeps.all()));
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    /** Everything that mends or looks in the background, now. */
    record Sweeps(
            WorklistSweep worklist,
            JobMemorySweep jobs,
            SendingSweep sendings,
            StoreSweep store,
            EventRepeat events,
            AuditVerifier audit) {

        /** What they found wrong. */
        List<String> all() {
            List<String> wrong = new ArrayList<>();
            try {
                worklist.sweep();
                events.repeat(Duration.ofSeconds(5));
                jobs.sweep(Duration.ZERO);
                sendings.sweep(Instant.now().plus(Duration.ofDays(8)));
                wrong.addAll(
                        store.sweep(Instant.now().plus(Duration.ofHours(2))).wrong());
                wrong.addAll(audit.verify());
            } catch (RuntimeException failed) {
                wrong.add("a sweep failed: " + failed);
            }
            return wrong;
        }
    }
}
