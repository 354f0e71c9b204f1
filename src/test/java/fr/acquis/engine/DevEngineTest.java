package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.camunda.DevEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the development engine promises. */
@Tag("engine")
class DevEngineTest {

    @TempDir
    static Path folder;

    private static DevEngine engine;
    private static CamundaClient camunda;

    @BeforeAll
    static void start() {
        engine = DevEngine.start(DevEngine.Settings.in(folder));
        camunda = client(engine);
    }

    @AfterAll
    static void stop() {
        camunda.close();
        engine.close();
    }

    private static CamundaClient client(DevEngine engine) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .restAddress(engine.restAddress())
                .preferRestOverGrpc(false)
                .build();
    }

    @Test
    void an_endpoint_it_does_not_have_is_named() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(engine.restAddress().resolve("/v2/batch-operations/search"))
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .header("Content-Type", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("POST /v2/batch-operations/search");
    }

    @Test
    void it_refuses_the_production_profile(@TempDir Path another) {
        String before = System.getProperty("spring.profiles.active");
        System.setProperty("spring.profiles.active", "cloud,prod");
        try {
            assertThatThrownBy(() -> DevEngine.start(DevEngine.Settings.in(another)))
                    .hasMessageContaining("«prod»")
                    .hasMessageContaining("never for production");
        } finally {
            if (before == null) {
                System.clearProperty("spring.profiles.active");
            } else {
                System.setProperty("spring.profiles.active", before);
            }
        }
    }

    @Test
    void nobody_reaches_it_from_outside_this_machine() throws Exception {
        Optional<Inet4Address> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast)
                .findFirst();
        for (URI door : List.of(engine.grpcAddress(), engine.restAddress())) {
            assertThat(door.getHost()).isEqualTo("127.0.0.1");
            outside.ifPresent(address -> assertThatThrownBy(() -> {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, door.getPort()), 1_000);
                }
            }));
        }
    }

    @Test
    void its_own_clock_moves_on_and_what_fell_due_fires() {
        camunda.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("deadline")
                                .startEvent()
                                .intermediateCatchEvent("wait", event -> event.timerWithDuration("P60D"))
                                .serviceTask("after", task -> task.zeebeJobType("deadline"))
                                .endEvent()
                                .done(),
                        "deadline.bpmn")
                .send()
                .join();
        camunda.newCreateInstanceCommand()
                .bpmnProcessId("deadline")
                .latestVersion()
                .send()
                .join();
        engine.advance(Duration.ofDays(61));
        List<ActivatedJob> jobs = camunda.newActivateJobsCommand()
                .jobType("deadline")
                .maxJobsToActivate(1)
                .requestTimeout(Duration.ofSeconds(10))
                .send()
                .join()
                .getJobs();
        assertThat(jobs).hasSize(1);
        assertThatThrownBy(() -> engine.advance(Duration.ofDays(-1))).hasMessageContaining("only moves forward");
    }

    @Test
    void it_stops_gracefully_while_workers_wait(@TempDir Path another) {
        DevEngine second = DevEngine.start(DevEngine.Settings.in(another));
        try (CamundaClient client = client(second);
                JobWorker worker = client.newWorker()
                        .jobType("never")
                        .handler((c, job) -> {})
                        .open()) {
            long began = System.nanoTime();
            second.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(worker.isOpen()).isTrue();
        }
    }
}
