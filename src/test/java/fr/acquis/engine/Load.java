package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobWorker;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** What a client asks of the engine in a benchmark: three small processes, and many calls side by side. */
final class Load {

    /** Start and end. */
    static final String PASSING = "passing";

    /** One service task. */
    static final String WORK = "work";

    /** One user task. */
    static final String PEOPLE = "people";

    private static final int IN_FLIGHT = 32;

    private Load() {}

    static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess(PASSING)
                                .startEvent()
                                .endEvent()
                                .done(),
                        "passing.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess(WORK)
                                .startEvent()
                                .serviceTask("step", task -> task.zeebeJobType("step"))
                                .endEvent()
                                .done(),
                        "work.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess(PEOPLE)
                                .startEvent()
                                .userTask("read")
                                .zeebeUserTask()
                                .endEvent()
                                .done(),
                        "people.bpmn")
                .send()
                .join();
    }

    /** While something else happens, completes the service tasks of {@link #WORK} and counts the acknowledged ones. */
    static void worked(CamundaClient client, AtomicInteger done, Runnable meanwhile) {
        try (JobWorker worker = client.newWorker()
                .jobType("step")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().thenRun(done::incrementAndGet))
                .maxJobsActive(128)
                .open()) {
            assertThat(worker.isOpen()).isTrue();
            meanwhile.run();
        }
    }

    static void create(CamundaClient client, String process) {
        client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .send()
                .join();
    }

    static void complete(CamundaClient client, long task) {
        client.newCompleteUserTaskCommand(task).send().join();
    }

    static List<Long> openTasks(CamundaClient client) {
        List<Long> keys = new ArrayList<>();
        SearchResponse<UserTask> found = client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .page(page -> page.limit(10_000))
                .send()
                .join();
        found.items().forEach(task -> keys.add(task.getUserTaskKey()));
        return keys;
    }

    static void sideBySide(int count, IntConsumer call) {
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

    static double[] oneByOne(int count, IntConsumer call) {
        double[] millis = new double[count];
        Arrays.setAll(millis, run -> {
            long began = System.nanoTime();
            call.accept(run);
            return (System.nanoTime() - began) / 1e6;
        });
        return millis;
    }

    static double perSecond(long count, long began) {
        return count / ((System.nanoTime() - began) / 1e9);
    }
}
