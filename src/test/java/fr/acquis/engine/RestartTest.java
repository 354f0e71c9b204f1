package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import fr.acquis.devservices.camunda.DevEngine;
import fr.acquis.devservices.camunda.log.Disk;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.grpc.Status;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways an engine comes back, and the ways it must refuse to. */
@Beside
@Tag("durable")
class RestartTest {

    private static final String NO_SNAPSHOTS = "--snapshot-bytes=" + Long.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void a_torn_tail_is_cut_and_all_before_it_is_there() throws IOException {
        Set<Long> created = new HashSet<>();
        try (EngineProcess engine = EngineProcess.start(folder, NO_SNAPSHOTS);
                CamundaClient client = engine.client()) {
            deploy(client);
            for (int i = 0; i < 20; i++) {
                created.add(create(client, ""));
            }
            engine.kill();
        }
        Files.write(
                segments().getLast(), new byte[] {0x41, 0x43, 0x51, 0x42, 0, 0, 9, 9, 7}, StandardOpenOption.APPEND);
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            assertThat(finished(client, created.size())).isEqualTo(created);
        }
    }

    @Test
    void a_damaged_middle_refuses_to_start_and_says_what_to_do() throws IOException {
        try (EngineProcess engine = EngineProcess.start(folder, NO_SNAPSHOTS);
                CamundaClient client = engine.client()) {
            deploy(client);
            String large = "x".repeat(1 << 20);
            while (segments().size() < 3) {
                create(client, large);
            }
            engine.kill();
        }
        Path middle = segments().get(1);
        try (RandomAccessFile file = new RandomAccessFile(middle.toFile(), "rw")) {
            long at = file.length() / 2;
            file.seek(at);
            int was = file.read();
            file.seek(at);
            file.write(was ^ 0x5a);
        }
        try (EngineProcess engine = EngineProcess.launch(folder)) {
            assertThat(engine.exitCode()).isNotZero();
            assertThat(engine.output())
                    .contains("log is damaged", middle.getFileName().toString())
                    .contains("Put the data folder back from a copy, or delete the whole data folder")
                    .doesNotContain("ready grpc");
        }
    }

    @Test
    void a_second_engine_on_the_folder_refuses_and_the_first_goes_on() {
        try (EngineProcess first = EngineProcess.start(folder);
                CamundaClient client = first.client()) {
            try (EngineProcess second = EngineProcess.launch(folder)) {
                assertThat(second.exitCode()).isNotZero();
                assertThat(second.output()).contains("Another engine runs on", folder.toString());
            }
            deploy(client);
            long created = create(client, "");
            assertThat(finished(client, 1)).containsExactly(created);
        }
    }

    @Test
    void an_engine_that_was_stopped_starts_from_its_snapshot_and_keeps_its_time() throws IOException {
        long waiting;
        Instant moved = Instant.now().plus(Duration.ofDays(61));
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            deploy(client);
            waiting = create(client, "");
            client.newPinClockCommand().time(moved).send().join();
            assertThat(engine.stop()).isEqualTo(143);
        }
        try (Stream<Path> snapshots = Files.list(folder.resolve("snapshots"))) {
            assertThat(snapshots).hasSize(1);
        }
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            assertThat(finished(client, 1)).containsExactly(waiting);
            Map<String, Object> told = client.newCreateInstanceCommand()
                    .bpmnProcessId("clock")
                    .latestVersion()
                    .withResult()
                    .send()
                    .join()
                    .getVariablesAsMap();
            assertThat(told.get("day")).isEqualTo(moved.toString().substring(0, 10));
        }
    }

    @Test
    void an_advanced_clock_does_not_fall_back_at_the_next_start() {
        Instant then;
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder))) {
            engine.advance(Duration.ofDays(61));
            then = engine.now();
            assertThat(then).isAfter(Instant.now().plus(Duration.ofDays(60)));
        }
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder))) {
            assertThat(engine.now()).isAfterOrEqualTo(then);
        }
    }

    @Test
    void a_disk_that_fails_refuses_commands_and_heals_without_a_loss() {
        AtomicBoolean broken = new AtomicBoolean();
        Disk disk = new Disk() {
            @Override
            public void write(FileChannel channel, ByteBuffer[] blocks, long at) throws IOException {
                if (broken.get()) {
                    throw new IOException("No space left on device");
                }
                Disk.super.write(channel, blocks, at);
            }
        };
        Set<Long> created = new HashSet<>();
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder), disk);
                CamundaClient client = CamundaClient.newClientBuilder()
                        .grpcAddress(engine.grpcAddress())
                        .restAddress(engine.restAddress())
                        .preferRestOverGrpc(false)
                        .defaultRequestTimeout(Duration.ofSeconds(2))
                        .build()) {
            deploy(client);
            created.add(create(client, ""));
            broken.set(true);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(catchThrowable(() -> create(client, "")))
                            .isInstanceOfSatisfying(ClientStatusException.class, refusal -> {
                                assertThat(refusal.getStatusCode()).isEqualTo(Status.Code.UNAVAILABLE);
                                assertThat(refusal).hasMessageContaining("No space left on device");
                            }));
            broken.set(false);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptionsInstanceOf(ClientStatusException.class)
                    .until(() -> created.add(create(client, "")));
        }
        try (EngineProcess engine = EngineProcess.start(folder);
                CamundaClient client = engine.client()) {
            // What was on its way when the disk failed may be there too: nobody was told that it is not.
            assertThat(finished(client, created.size())).containsAll(created);
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return files.sorted().toList();
        }
    }

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("kept")
                                .startEvent()
                                .serviceTask("step", task -> task.zeebeJobType("work"))
                                .endEvent()
                                .done(),
                        "kept.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess("clock")
                                .startEvent()
                                .endEvent("told", end -> end.zeebeOutputExpression("string(date(now()))", "day"))
                                .done(),
                        "clock.bpmn")
                .send()
                .join();
    }

    private static long create(CamundaClient client, String filler) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId("kept")
                .latestVersion()
                .variables(Map.of("filler", filler))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Takes and completes work until so many instances had theirs, and as long as there is more. */
    private static Set<Long> finished(CamundaClient client, int atLeast) {
        Set<Long> instances = new HashSet<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            List<ActivatedJob> jobs = client.newActivateJobsCommand()
                    .jobType("work")
                    .maxJobsToActivate(100)
                    .timeout(Duration.ofMinutes(5))
                    .requestTimeout(Duration.ofSeconds(1))
                    .send()
                    .join()
                    .getJobs();
            for (ActivatedJob job : jobs) {
                assertThat(instances.add(job.getProcessInstanceKey())).isTrue();
                client.newCompleteCommand(job).send().join();
            }
            return jobs.isEmpty() && instances.size() >= atLeast;
        });
        return instances;
    }
}
