package fr.acquis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.engine.Figures;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.visit.CompleteLivret1;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import fr.acquis.workflow.EngineState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long people wait: from the click to its answer, and from the click until the next person sees the task, over HTTP with
 * sessions, rights, audit, letters and mails as in production; database, store and engine on the same machine.
 */
@AcquisTest
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "journey|all")
@TestPropertySource(properties = "acquis.evidence.reader.processes=0")
class JourneyBench {

    private static final int WARM_UP = 40;
    private static final int JOURNEYS = 200;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long GLANCE = Duration.ofMillis(2).toNanos();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineState engine;

    @Autowired
    JdbcClient database;

    private final Figures figures = new Figures("journey");

    /** Milliseconds of one case; the pages of the form and the files go into {@code clicks} too. */
    private record Times(List<Double> clicks, double submit, double decide, double taskAfterSubmit, double told) {}

    @Test
    void a_click_is_answered_at_once_and_the_next_task_is_there_within_a_second() throws Exception {
        Awaitility.await().atMost(LONGEST).until(engine::ready);
        Visitor agent =
                new Visitor(site(), DevelopmentConfiguration.account(Role.AGENT).email());
        agent.signIn();
        List<Visitor> candidates = new ArrayList<>();
        for (int n = 0; n < AT_ONCE; n++) {
            candidates.add(candidate());
        }
        cases(WARM_UP, candidates, agent);
        List<Times> alone = put("one_person", cases(JOURNEYS, candidates.subList(0, 1), agent));
        List<Times> together = put("four_people", cases(JOURNEYS, candidates, agent));
        figures.write(Path.of("target", "bench"));
        assertThat(alone).hasSize(JOURNEYS);
        assertThat(together).hasSize(JOURNEYS);
        assertThat(figures.of("one_person_click_p95")).as("ms to the answer").isLessThanOrEqualTo(150);
        assertThat(figures.of("one_person_next_task_p95")).as("ms to the task").isLessThanOrEqualTo(1_000);
    }

    private List<Times> cases(int count, List<Visitor> candidates, Visitor agent) throws Exception {
        UUID certification = database.sql("select id from certification where number = 'RNCP99901'")
                .query(UUID.class)
                .single();
        long began = System.nanoTime();
        List<Times> times = new ArrayList<>();
        try (ExecutorService persons = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Times>>> work = candidates.stream()
                    .map(one -> persons.submit(() -> {
                        List<Times> mine = new ArrayList<>();
                        for (int n = 0; n < count / candidates.size(); n++) {
                            mine.add(oneCase(one, agent, certification));
                        }
                        return mine;
                    }))
                    .toList();
            for (Future<List<Times>> one : work) {
                times.addAll(one.get());
            }
        }
        System.out.printf("%d cases in %.1f s%n", times.size(), (System.nanoTime() - began) / 1e9);
        figures.put(
                candidates.size() == 1 ? "one_person_journeys" : "four_people_journeys",
                "1/s",
                times.size() / ((System.nanoTime() - began) / 1e9));
        return times;
    }

    private Times oneCase(Visitor candidate, Visitor agent, UUID certification) throws Exception {
        List<Double> clicks = new ArrayList<>();
        Answer begun = timed(
                clicks, () -> candidate.post("/journeys", Map.of("certification", List.of(certification.toString()))));
        String path = begun.location();
        for (Map.Entry<String, Map<String, List<String>>> page :
                CompleteLivret1.pages().entrySet()) {
            timed(clicks, () -> candidate.post(path + "/livret1/" + page.getKey(), page.getValue()));
        }
        timed(
                clicks,
                () -> candidate.upload(
                        path + "/evidence", "IDENTITY_DOCUMENT", "identite.pdf", CompleteLivret1.pdf(20 << 10)));
        timed(clicks, () -> candidate.upload(path + "/evidence", "PAYSLIP", "paie.pdf", CompleteLivret1.pdf(20 << 10)));
        long submitted = System.nanoTime();
        timed(clicks, () -> candidate.post(path + "/livret1/submission", Map.of()));
        double submit = clicks.getLast();
        UUID journey = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        seen("select 1 from worklist_task where journey_id = ? and state = 'OPEN'", journey);
        double task = since(submitted);
        timed(clicks, () -> agent.get("/worklist"));
        timed(clicks, () -> agent.get(path + "/decision"));
        long decided = System.nanoTime();
        timed(clicks, () -> agent.post(path + "/decision/admissible", Map.of("comment", List.of("Bien."))));
        double decide = clicks.getLast();
        seen("select 1 from mail where journey_id = ? and notification = 'admitted'", journey);
        return new Times(clicks, submit, decide, task, since(decided));
    }

    private static Answer timed(List<Double> clicks, Callable<Answer> click) throws Exception {
        long began = System.nanoTime();
        Answer answer = click.call();
        clicks.add(since(began));
        if (answer.status() >= 400 || answer.signedOut()) {
            throw new IOException("refused: " + answer.status() + " " + answer.location());
        }
        return answer;
    }

    /** By looking, as the page would, but as often as it takes to be exact to some milliseconds. */
    private void seen(String sql, UUID journey) {
        long began = System.nanoTime();
        while (database.sql(sql).param(journey).query(Integer.class).list().isEmpty()) {
            assertThat(since(began)).as("ms waited for " + journey).isLessThan(LONGEST.toMillis());
            LockSupport.parkNanos(GLANCE);
        }
    }

    private List<Times> put(String who, List<Times> times) {
        double[] clicks = times.stream()
                .flatMap(one -> one.clicks().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        put(who + "_click", clicks);
        put(who + "_submit", times.stream().mapToDouble(Times::submit).toArray());
        put(who + "_decide", times.stream().mapToDouble(Times::decide).toArray());
        put(
                who + "_next_task",
                times.stream().mapToDouble(Times::taskAfterSubmit).toArray());
        put(who + "_decision_told", times.stream().mapToDouble(Times::told).toArray());
        return times;
    }

    private void put(String name, double[] millis) {
        for (int percent : IntStream.of(50, 95, 99).toArray()) {
            figures.put(name + "_p" + percent, "ms", Figures.percentile(millis, percent));
        }
    }

    private Visitor candidate() throws IOException {
        String email = "candidat-" + UUID.randomUUID() + "@acquis.example";
        transaction.executeWithoutResult(status -> {
            var id = people.register(new People.NewPerson(email, "Camille", "Exemple", null, "demonstration"));
            people.grant(id, Role.CANDIDATE, null);
        });
        Visitor visitor = new Visitor(site(), email);
        visitor.signIn();
        return visitor;
    }

    private URI site() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }
}
