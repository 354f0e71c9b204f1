package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How quick the development engine is: engine and client in a process each, on the same machine. */
@Tag("bench")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "bench", matches = "engine|all")
class EngineBench {

    private static final int STARTS = 5;
    private static final int WARM_UP = 2_000;
    private static final int INSTANCES = 4_000;
    private static final int TASKS = 3_000;
    private static final int SINGLE = 300;

    @TempDir
    Path scratch;

    private final Figures figures = new Figures("engine");

    @Test
    void the_engine_starts_works_and_stays_small() {
        starts();
        try (EngineProcess engine = EngineProcess.start(scratch.resolve("load"));
                CamundaClient client = engine.client()) {
            figures.put("memory_idle", "MB", engine.residentKilobytes() / 1024.0);
            Load.deploy(client);
            instances(client);
            userTasks(client);
            figures.put("memory_after_load", "MB", engine.residentKilobytes() / 1024.0);
        }
        assertThat(figures.of("start_median")).as("ms from process to ready").isLessThanOrEqualTo(4_000);
        assertThat(figures.of("instances_per_second")).isGreaterThanOrEqualTo(150);
        assertThat(figures.of("user_task_completions_per_second")).isGreaterThanOrEqualTo(300);
    }

    @Test
    void an_hour_of_load_leaves_a_small_disk_and_a_short_restart() {
        Growth growth = new Growth(scratch, figures);
        growth.wholeLog();
        growth.anHour();
        assertThat(figures.of("hour_records")).isGreaterThanOrEqualTo(1_000_000);
        assertThat(figures.of("restart_after_hour"))
                .as("ms from process to ready")
                .isLessThanOrEqualTo(6_000);
        assertThat(figures.of("restart_longest_tail")).isLessThanOrEqualTo(6_000);
        double most = Math.max(figures.of("hour_disk_most_first_half"), figures.of("hour_disk_most_second_half"));
        assertThat(most).isLessThanOrEqualTo(96);
        assertThat(figures.of("hour_disk_most_second_half"))
                .as("MB, no more than before but for a segment")
                .isLessThanOrEqualTo(figures.of("hour_disk_most_first_half") + 8);
        assertThat(figures.of("log_per_instance_work") / 1024 * Growth.HOUR)
                .as("MB of log written, against MB ever on disk")
                .isGreaterThan(5 * most);
    }

    @AfterAll
    void report() throws IOException {
        figures.write(Path.of("target", "bench"));
    }

    private void starts() {
        double[] millis = IntStream.range(0, STARTS)
                .mapToDouble(run -> {
                    try (EngineProcess engine = EngineProcess.start(scratch.resolve("start-" + run))) {
                        return engine.startTime().toNanos() / 1e6;
                    }
                })
                .toArray();
        figures.put("start_median", "ms", Figures.percentile(millis, 50));
        figures.put("start_slowest", "ms", Figures.percentile(millis, 100));
    }

    /** From the first start to the last acknowledged job, one worker. */
    private void instances(CamundaClient client) {
        AtomicInteger done = new AtomicInteger();
        Load.worked(client, done, () -> {
            Load.sideBySide(WARM_UP, run -> Load.create(client, Load.WORK));
            await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == WARM_UP);
            long began = System.nanoTime();
            Load.sideBySide(INSTANCES, run -> Load.create(client, Load.WORK));
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> done.get() == WARM_UP + INSTANCES);
            figures.put("instances_per_second", "1/s", Load.perSecond(INSTANCES, began));
            double[] each = Load.oneByOne(SINGLE, run -> Load.create(client, Load.WORK));
            figures.put("create_latency_p50", "ms", Figures.percentile(each, 50));
            figures.put("create_latency_p99", "ms", Figures.percentile(each, 99));
            await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == WARM_UP + INSTANCES + SINGLE);
        });
    }

    private void userTasks(CamundaClient client) {
        int all = TASKS + TASKS / 3 + SINGLE;
        Load.sideBySide(all, run -> Load.create(client, Load.PEOPLE));
        await().atMost(Duration.ofMinutes(1)).until(() -> Load.openTasks(client).size() == all);
        List<Long> tasks = Load.openTasks(client);
        List<Long> warmUp = tasks.subList(0, TASKS / 3);
        List<Long> measured = tasks.subList(TASKS / 3, TASKS / 3 + TASKS);
        List<Long> single = tasks.subList(TASKS / 3 + TASKS, all);
        Load.sideBySide(warmUp.size(), run -> Load.complete(client, warmUp.get(run)));
        long began = System.nanoTime();
        Load.sideBySide(measured.size(), run -> Load.complete(client, measured.get(run)));
        figures.put("user_task_completions_per_second", "1/s", Load.perSecond(measured.size(), began));
        double[] each = Load.oneByOne(single.size(), run -> Load.complete(client, single.get(run)));
        figures.put("user_task_completion_latency_p50", "ms", Figures.percentile(each, 50));
        figures.put("user_task_completion_latency_p99", "ms", Figures.percentile(each, 99));
        assertThat(Load.openTasks(client)).isEmpty();
    }
}
