package fr.acquis.mortal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Role;
import fr.acquis.mortal.Case.Way;
import fr.acquis.mortal.Ledger.Act;
import fr.acquis.mortal.World.Victim;
import fr.acquis.platform.FaultPoints.Place;
import fr.acquis.visit.Visitor;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People file, decide and ask while the application or the engine dies at a named place; both start again, and everything
 * that was promised is there, once. The same seed gives the same places, visits and order.
 */
@Beside
class JourneyKillTest {

    private static final Duration QUIET = Duration.ofMinutes(4);
    private static final Duration PAST_THE_LEGAL_DATE = Duration.ofDays(75);
    private static final int VISITS_AT_MOST = 4;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Ledger ledger = new Ledger();
    private final List<String> deaths = new ArrayList<>();

    private record Death(Place place, Victim victim) {}

    /** A mail server whose client dies in the middle of a sentence throws on a thread of its own. */
    @BeforeEach
    void deaths_are_meant_to_be() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Test
    @Tag("mortal")
    void what_people_were_told_survives_a_death_between_the_database_and_the_engine() throws Exception {
        survive(
                List.of(
                        new Death(Place.AFTER_COMMIT_BEFORE_SEND, Victim.APPLICATION),
                        new Death(Place.AFTER_ENGINE_ACCEPTED, Victim.ENGINE)),
                List.of(Way.ADMITTED, Way.COMPLETED_AND_ADMITTED, Way.LEFT));
    }

    @Test
    @Tag("chaos")
    void what_people_were_told_survives_a_death_at_every_named_place() throws Exception {
        List<Death> all = new ArrayList<>();
        for (Place place : Place.values()) {
            for (Victim victim : Victim.values()) {
                all.add(new Death(place, victim));
            }
        }
        Collections.shuffle(all, random);
        List<Death> chosen = new ArrayList<>(all);
        int rounds = Integer.getInteger("chaos.rounds", all.size());
        while (chosen.size() < rounds) {
            chosen.add(all.get(random.nextInt(all.size())));
        }
        survive(chosen.subList(0, rounds), List.of(Way.values()));
    }

    private void survive(List<Death> rounds, List<Way> ways) throws Exception {
        System.out.println("Deaths with -Dchaos.seed=" + seed);
        Path log = Files.createDirectories(Path.of("target", "mortal")).resolve("application.log");
        Files.deleteIfExists(log);
        try (World world = new World(folder, log)) {
            Rows rows = new Rows(world.database());
            Visitor agent = new Visitor(
                    world.site(), DevelopmentConfiguration.account(Role.AGENT).email());
            agent.signIn();
            List<Visitor> candidates = candidates(world, ways.size());
            Verifier verifier = new Verifier(rows, ledger, world.services());
            for (Death death : rounds) {
                long began = System.nanoTime();
                round(world, rows, agent, candidates, ways, death);
                quiet(world, verifier);
                System.out.printf("    everything holds after %.0f s%n", (System.nanoTime() - began) / 1e9);
            }
            legalDates(world, rows);
            quiet(world, verifier);
            report(verifier);
        }
    }

    private static List<Visitor> candidates(World world, int count) throws IOException {
        List<Visitor> candidates = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Visitor candidate = new Visitor(world.site(), MortalConfiguration.candidate(number));
            candidate.signIn();
            candidates.add(candidate);
        }
        return candidates;
    }

    private void round(World world, Rows rows, Visitor agent, List<Visitor> candidates, List<Way> ways, Death death)
            throws Exception {
        int visit = 1 + random.nextInt(VISITS_AT_MOST);
        String name = "%s, visit %d: the %s dies".formatted(death.place(), visit, death.victim());
        System.out.println(name);
        CompletableFuture<Void> risen = world.doom(death.place(), visit, death.victim());
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int person = 0; person < ways.size(); person++) {
                Case one = new Case(rows, ledger, candidates.get(person), agent);
                Way way = ways.get(person);
                work.add(people.submit(() -> one.go(way)));
            }
            for (Future<?> one : work) {
                finished(one, risen);
            }
        }
        risen.get(QUIET.toSeconds(), TimeUnit.SECONDS);
        deaths.add(name);
    }

    /** Work that waits for ever behind a process that did not start again: the start is the cause. */
    private static void finished(Future<?> work, CompletableFuture<Void> risen) throws Exception {
        try {
            work.get();
        } catch (ExecutionException failed) {
            if (risen.isCompletedExceptionally()) {
                risen.join();
            }
            throw failed;
        }
    }

    private void quiet(World world, Verifier verifier) {
        try (CamundaClient engine = world.engine().client()) {
            await().atMost(QUIET).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(world.application().sweep()).as("sweeps").isEmpty();
                assertThat(verifier.violations(engine))
                        .as("broken with -Dchaos.seed=%d after %s", seed, deaths)
                        .isEmpty();
            });
        }
    }

    /** Every clock left running rings by the engine's own timer: the second net is held back. */
    private static void legalDates(World world, Rows rows) {
        rows.change("""
                insert into scheduled_lock (name, lock_until, locked_by)
                values ('legal-date-sweep', utc_timestamp() + interval 1 day, 'test')
                on duplicate key update lock_until = utc_timestamp() + interval 1 day
                """);
        List<String> undecided = rows.texts("select id from journey where clock_runs = 1");
        assertThat(undecided).isNotEmpty();
        assertThat(rows.texts("select 1 from engine_command where message_name = 'legal-date-reached'"))
                .isEmpty();
        world.application().setAhead(PAST_THE_LEGAL_DATE);
        try (CamundaClient engine = world.engine().client()) {
            await().atMost(QUIET).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                engine.newPinClockCommand()
                        .time(Instant.now().plus(PAST_THE_LEGAL_DATE))
                        .send()
                        .join();
                assertThat(rows.texts("select id from journey where clock_runs = 1"))
                        .isEmpty();
            });
        }
        assertThat(rows.texts("select journey_id from admissibility_decision where outcome = 'TACITE'"))
                .containsExactlyInAnyOrderElementsOf(undecided);
        assertThat(rows.texts("select 1 from engine_command where message_name = 'legal-date-reached'"))
                .isEmpty();
    }

    private void report(Verifier verifier) {
        System.out.printf(
                "%d deaths: %d submissions, %d files, %d decisions acknowledged, %d clicks without an answer,"
                        + " %d mails repeated; nothing lost, nothing doubled%n",
                deaths.size(),
                verifier.acknowledged(Act.SUBMIT),
                verifier.acknowledged(Act.ATTACH),
                verifier.acknowledged(Act.ADMIT) + verifier.acknowledged(Act.REFUSE),
                ledger.clicksWithoutAnswer(),
                verifier.repeatedMails());
        assertThat(verifier.repeatedMails()).as("only a death repeats a mail").isLessThanOrEqualTo(deaths.size());
    }
}
