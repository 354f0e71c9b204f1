package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.platform.FigureBoard;
import fr.acquis.shared.JourneyId;
import fr.acquis.visit.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the application while a case is filed in it: figures, log lines, traces. */
@AsInProduction
@ExtendWith(OutputCaptureExtension.class)
@Tag("operations")
class SeenFromOutsideTest {

    private static final Duration SOON = Duration.ofSeconds(45);
    private static final String GIVEN_NAME = "Zéphirine";
    private static final String BIRTH_NAME = "Quatrevingts";

    @Autowired
    FigureBoard board;

    @Autowired
    FiledCase cases;

    @Autowired
    ActingAs as;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Value("${local.server.port}")
    int port;

    @Value("${local.management.port}")
    int managementPort;

    @Test
    void what_dashboards_and_alerts_read_is_exposed_and_true(CapturedOutput log) throws Exception {
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        get(port, "/login");
        board.count();

        String exposed = get(managementPort, "/actuator/prometheus").body();

        Set<String> names = exposed.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[ {].*", ""))
                .collect(Collectors.toSet());
        assertThat(names).containsAll(MonitoringFiles.metricsAskedFor());
        assertThat(value(exposed, "acquis_engine_ready")).isEqualTo(1);
        assertThat(value(exposed, "acquis_store_up")).isEqualTo(1);
        assertThat(value(exposed, "acquis_spool_free_bytes")).isPositive();
        assertThat(value(exposed, "acquis_tasks_open{application=\"acquis\",kind=\"DECIDE_ADMISSIBILITY\"}"))
                .isPositive();
        assertThat(exposed).doesNotContain(id.toString());
        assertThat(log).doesNotContain("could not be counted");
    }

    @Test
    void figures_are_not_on_the_public_port() throws Exception {
        assertThat(get(port, "/actuator/prometheus").statusCode()).isNotEqualTo(200);
        assertThat(get(managementPort, "/actuator/health/readiness").body()).contains("UP");
        assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void the_log_finds_a_case_and_names_nobody(CapturedOutput log) {
        String email = "zephirine." + UUID.randomUUID() + "@quatrevingts.example";
        People.NewPerson person = new People.NewPerson(email, GIVEN_NAME, BIRTH_NAME, null, "un mot de passe à elle");
        SignedIn candidate = transaction.execute(status -> {
            var registered = people.register(person);
            people.grant(registered, Role.CANDIDATE, null);
            return new SignedIn(registered, GIVEN_NAME + " " + BIRTH_NAME, Set.of(Role.CANDIDATE), null, null);
        });
        assertThatThrownBy(() -> transaction.execute(status -> people.register(person)))
                .isInstanceOf(DataIntegrityViolationException.class);
        JourneyId id = cases.filed(candidate, FiledCase.NUMBER, Set.of());
        Visitor visitor = new Visitor(URI.create("http://127.0.0.1:" + port), email);
        assertThatThrownBy(visitor::signIn).isInstanceOf(IOException.class);

        List<JsonNode> lines = log.getOut()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(log.getAll())
                .doesNotContain(GIVEN_NAME, BIRTH_NAME, email, "quatrevingts", "un mot de passe", "06 12 34 56 78");
        assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line.path("journey").asString("")).isEqualTo(id.toString()));
    }

    @Test
    void traces_leave_for_the_endpoint_that_was_given() throws Exception {
        get(port, "/login");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Neighbours.TRACES.received()).contains("/login"));
        assertThat(Neighbours.TRACES.received()).doesNotContain(GIVEN_NAME).doesNotContain(BIRTH_NAME);
    }

    private static double value(String exposed, String series) {
        return exposed.lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not exposed: " + series));
    }

    private static HttpResponse<String> get(int port, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
