package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How quick the development engine is: engine and client in a process each, on the same machine. */
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "engine|all")
class EngineBench {

    private static final int STARTS = 5;
    private static final int WARM_UP = 2_000;
    private static final int INSTANCES = 4_000;
    private static final int TASKS = 3_000;
    private static final int SINGLE = 300;
    private static final int IN_FLIGHT = 32;

    @TempDir
    Path scratch;

    private final Figures figures = new Figures("engine");

    @Test
    void the_engine_starts_works_and_stays_small() throws IOException {
        starts();
        try (EngineProcess engine = EngineProcess.start(scratch.resolve("load"));
                CamundaClient client = engine.client()) {
            figures.put("memory_idle", "MB", engine.residentKilobytes() / 1024.0);
            deploy(client);
            instances(client);
            userTasks(client);
            figures.put("memory_after_load", "MB", engine.residentKilobytes() / 1024.0);
        }
        figures.write(Path.of("target", "bench"));
        assertThat(figures.of("start_median")).as("ms from process to ready").isLessThanOrEqualTo(4_000);
        assertThat(figures.of("instances_per_second")).isGreaterThanOrEqualTo(150);
        assertThat(figures.of("user_task_completions_per_second")).isGreaterThanOrEqualTo(300);
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

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("work")
                                .startEvent()
                                .serviceTask("step", task -> task.zeebeJobType("work"))
                                .endEvent()
                                .done(),
                        "work.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess("people")
                                .startEvent()
                                .userTask("read")
                                .zeebeUserTask()
                                .endEvent()
                                .done(),
                        "people.bpmn")
                .send()
                .join();
    }

    /** From the first start to the last acknowledged job, one worker. */
    private void instances(CamundaClient client) {
        AtomicInteger done = new AtomicInteger();
        try (JobWorker worker = client.newWorker()
                .jobType("work")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().thenRun(done::incrementAndGet))
                .maxJobsActive(128)
                .open()) {
            assertThat(worker.isOpen()).isTrue();
            sideBySide(WARM_UP, run -> create(client, "work"));
            await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == WARM_UP);
            long began = System.nanoTime();
            sideBySide(INSTANCES, run -> create(client, "work"));
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> done.get() == WARM_UP + INSTANCES);
            figures.put("instances_per_second", "1/s", perSecond(INSTANCES, began));
            double[] each = oneByOne(SINGLE, run -> create(client, "work"));
            figures.put("create_latency_p50", "ms", Figures.percentile(each, 50));
            figures.put("create_latency_p99", "ms", Figures.percentile(each, 99));
            await().atMost(Duration.ofMinutes(1)).until(() -> done.get() == WARM_UP + INSTANCES + SINGLE);
        }
    }

    private void userTasks(CamundaClient client) {
        int all = TASKS + TASKS / 3 + SINGLE;
        sideBySide(all, run -> create(client, "people"));
        await().atMost(Duration.ofMinutes(1)).until(() -> openTasks(client).size() == all);
        List<Long> tasks = openTasks(client);
        List<Long> warmUp = tasks.subList(0, TASKS / 3);
        List<Long> measured = tasks.subList(TASKS / 3, TASKS / 3 + TASKS);
        List<Long> single = tasks.subList(TASKS / 3 + TASKS, all);
        sideBySide(warmUp.size(), run -> complete(client, warmUp.get(run)));
        long began = System.nanoTime();
        sideBySide(measured.size(), run -> complete(client, measured.get(run)));
        figures.put("user_task_completions_per_second", "1/s", perSecond(measured.size(), began));
        double[] each = oneByOne(single.size(), run -> complete(client, single.get(run)));
        figures.put("user_task_completion_latency_p50", "ms", Figures.percentile(each, 50));
        figures.put("user_task_completion_latency_p99", "ms", Figures.percentile(each, 99));
        assertThat(openTasks(client)).isEmpty();
    }

    private static List<Long> openTasks(CamundaClient client) {
        List<Long> keys = new ArrayList<>();
        SearchResponse<UserTask> found = client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .page(page -> page.limit(10_000))
                .send()
                .join();
        found.items().forEach(task -> keys.add(task.getUserTaskKey()));
        return keys;
    }

    private static void create(CamundaClient client, String process) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .send()
                .join();
    }

    private static void complete(CamundaClient client, long task) {
        client.newCompleteUserTaskCommand(task).send().join();
    }

    private static void sideBySide(int count, IntConsumer call) {
        Semaphore places = new Semaphore(IN_FLIGHT);
        AtomicInteger failed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int run = 0; run < count; run++) {
                int number = run;
                places.acquireUninterruptibly();
                callers.execute(() -> {
                    try {
                        call.accept(number);
                    } catch (RuntimeException refused) {
                        failed.incrementAndGet();
                    } finally {
                        places.release();
                    }
                });
            }
        }
        assertThat(failed).as("failed calls").hasValue(0);
    }

    private static double[] oneByOne(int count, IntConsumer call) {
        double[] millis = new double[count];
        Arrays.setAll(millis, run -> {
            long began = System.nanoTime();
            call.accept(run);
            return (System.nanoTime() - began) / 1e6;
        });
        return millis;
    }

    private static double perSecond(int count, long began) {
        return count / ((System.nanoTime() - began) / 1e9);
    }
}
