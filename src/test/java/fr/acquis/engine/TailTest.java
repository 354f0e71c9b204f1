package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import fr.acquis.devservices.camunda.DevEngine;
import fr.acquis.devservices.camunda.Recovery;
import fr.acquis.devservices.camunda.log.FileLog;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a start reads again: what came after the newest snapshot, counted by the engine itself, never timed. */
@Beside
@Tag("durable")
class TailTest {

    private static final String NO_SNAPSHOTS = "--snapshot-bytes=" + Long.MAX_VALUE;
    private static final long SNAPSHOT_BYTES = 4 << 20;
    private static final String SNAPSHOTS = "--snapshot-bytes=" + SNAPSHOT_BYTES;

    /** The segment a snapshot stands in, what is written until the next is due and done, and the state itself. */
    private static final long BOUND = 2L * FileLog.SEGMENT_BYTES + SNAPSHOT_BYTES + (12 << 20);

    private static final int STEADY_LOAD = 250;
    private static final String FILLER = "x".repeat(256 << 10);

    private static final int ONE_ROUND = 300;
    private static final int ONE_MORE_ROUND = 10;

    @TempDir
    Path folder;

    @Test
    void a_restart_takes_its_snapshot_and_replays_only_the_tail() throws IOException {
        try (EngineProcess engine = EngineProcess.start(folder, NO_SNAPSHOTS);
                CamundaClient client = engine.client()) {
            assertThat(engine.recovery().records()).as("in a new folder").isZero();
            deploy(client);
            create(client, ONE_ROUND, "");
            engine.kill();
        }
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder))) {
            Recovery whole = engine.recovery();
            assertThat(whole.snapshot()).as("killed before the first snapshot").isZero();
            assertThat(whole.records()).isEqualTo(whole.last()).isGreaterThan(10L * ONE_ROUND);
        }
        long snapshot = newestSnapshot();
        try (EngineProcess engine = EngineProcess.start(folder, NO_SNAPSHOTS);
                CamundaClient client = engine.client()) {
            onlyTheTail(engine.recovery(), snapshot);
            create(client, ONE_MORE_ROUND, "");
            engine.kill();
        }
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder))) {
            onlyTheTail(engine.recovery(), snapshot);
            assertThat(engine.recovery().records())
                    .isGreaterThan(10L * ONE_MORE_ROUND)
                    .isLessThan(snapshot / 10);
        }
    }

    @Test
    @Tag("heavy")
    void tails_of_several_kills_add_up_to_a_snapshot() throws IOException {
        try (EngineProcess engine = EngineProcess.start(folder, SNAPSHOTS);
                CamundaClient client = engine.client()) {
            deploy(client);
            createUntil(client, SNAPSHOT_BYTES * 6 / 10);
            engine.kill();
        }
        assertThat(newestSnapshot()).as("not due yet").isZero();
        try (EngineProcess engine = EngineProcess.start(folder, SNAPSHOTS);
                CamundaClient client = engine.client()) {
            createUntil(client, SNAPSHOT_BYTES * 12 / 10);
            await().atMost(Duration.ofSeconds(20)).until(() -> newestSnapshot() > 0);
        }
    }

    @Test
    @Tag("heavy")
    void the_disk_stays_bounded_under_a_steady_load_and_the_tail_with_it() throws IOException {
        long most = 0;
        try (EngineProcess engine = EngineProcess.start(folder, SNAPSHOTS);
                CamundaClient client = engine.client()) {
            deploy(client);
            for (int i = 0; i < STEADY_LOAD; i++) {
                create(client, 1, FILLER);
                most = Math.max(most, DiskUse.of(folder));
            }
            engine.kill();
        }
        long snapshot = newestSnapshot();
        try (DevEngine engine = DevEngine.start(DevEngine.Settings.in(folder))) {
            Recovery start = engine.recovery();
            assertThat(start.snapshot()).isEqualTo(snapshot).isPositive();
            // Taken under load, its state may stand a little after the position that names it.
            assertThat(start.records())
                    .isLessThanOrEqualTo(start.last() - snapshot)
                    .isLessThan(start.last() / 4);
        }
        // Each instance's variable goes through the log at least twice: in the command and in what follows from it.
        assertThat(2L * STEADY_LOAD * FILLER.length())
                .as("written at least, against the most there ever was")
                .isGreaterThan(3 * BOUND);
        assertThat(most).isLessThan(BOUND);
    }

    /** The snapshot was taken at rest, so the count is exact. */
    private static void onlyTheTail(Recovery start, long snapshot) {
        assertThat(start.snapshot()).isEqualTo(snapshot).isPositive();
        assertThat(start.records()).isEqualTo(start.last() - snapshot);
    }

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("passing")
                                .startEvent()
                                .endEvent()
                                .done(),
                        "passing.bpmn")
                .send()
                .join();
    }

    private void createUntil(CamundaClient client, long logBytes) {
        while (DiskUse.of(folder.resolve("log")) < logBytes) {
            create(client, 1, FILLER);
        }
    }

    private static void create(CamundaClient client, int count, String filler) {
        for (int i = 0; i < count; i++) {
            client.newCreateInstanceCommand()
                    .bpmnProcessId("passing")
                    .latestVersion()
                    .variables(Map.of("filler", filler))
                    .send()
                    .join();
        }
    }

    /** Its position in the log, 0 when there is none. */
    private long newestSnapshot() throws IOException {
        try (Stream<Path> snapshots = Files.list(folder.resolve("snapshots"))) {
            return snapshots
                    .map(snapshot -> snapshot.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0);
        }
    }
}
