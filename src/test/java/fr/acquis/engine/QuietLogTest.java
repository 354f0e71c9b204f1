package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import fr.acquis.devservices.camunda.DevEngine;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that waits for work must not fill the disk of whoever leaves it open over night. */
@Beside
class QuietLogTest {

    private static final int POLLERS = 40;

    @TempDir
    Path folder;

    @Test
    @Tag("engine")
    void forty_waiting_pollers_write_nothing_for_twenty_seconds() {
        waitQuietly(Duration.ofSeconds(21));
    }

    @Test
    @Tag("heavy")
    void forty_waiting_pollers_write_nothing_for_ten_minutes() {
        waitQuietly(Duration.ofMinutes(10));
    }

    private void waitQuietly(Duration quiet) {
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder));
                CamundaClient client = CamundaClient.newClientBuilder()
                        .grpcAddress(engine.grpcAddress())
                        .restAddress(engine.restAddress())
                        .preferRestOverGrpc(false)
                        .build()) {
            Set<String> served = ConcurrentHashMap.newKeySet();
            for (int poller = 0; poller < POLLERS; poller++) {
                work(client, "work-" + poller, served);
            }
            leaveWorkForPeopleAndTimers(client);
            await().until(() -> served.contains("work-0"));
            long before = settled(engine);
            await().pollInterval(Duration.ofSeconds(1))
                    .during(quiet)
                    .atMost(quiet.plusSeconds(5))
                    .untilAsserted(() -> assertThat(engine.writtenBytes()).isEqualTo(before));
            start(client, "work-" + (POLLERS - 1));
            await().until(() -> served.contains("work-" + (POLLERS - 1)));
        }
    }

    /** The last records of the last command follow its answer. */
    private static long settled(DevEngine engine) {
        AtomicLong last = new AtomicLong();
        await().pollInterval(Duration.ofMillis(100))
                .during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> last.getAndSet(engine.writtenBytes()) == engine.writtenBytes());
        assertThat(last.get()).isPositive();
        return last.get();
    }

    /** Asks again every five seconds, so that polls end empty and come back several times while nothing may be written. */
    private static void work(CamundaClient client, String type, Set<String> served) {
        client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> {
                    jobs.newCompleteCommand(job).send().join();
                    served.add(type);
                })
                .requestTimeout(Duration.ofSeconds(5))
                .open();
    }

    private static void leaveWorkForPeopleAndTimers(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("people")
                                .startEvent()
                                .userTask("read")
                                .zeebeUserTask()
                                .boundaryEvent("late", late -> late.timerWithDuration("P60D"))
                                .endEvent()
                                .done(),
                        "people.bpmn")
                .send()
                .join();
        client.newCreateInstanceCommand()
                .bpmnProcessId("people")
                .latestVersion()
                .send()
                .join();
        start(client, "work-0");
    }

    private static void start(CamundaClient client, String type) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess(type)
                                .startEvent()
                                .serviceTask("work", task -> task.zeebeJobType(type))
                                .endEvent()
                                .done(),
                        type + ".bpmn")
                .send()
                .join();
        client.newCreateInstanceCommand()
                .bpmnProcessId(type)
                .latestVersion()
                .send()
                .join();
    }
}
