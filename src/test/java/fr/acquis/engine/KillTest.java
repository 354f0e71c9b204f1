package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's process is killed at random instants under load: what it acknowledged is there, once. */
@Beside
class KillTest {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLERS = 12;
    private static final int TIMERS_A_ROUND = 10;
    private static final int TASKS_A_ROUND = 5;
    private static final String SMALL_SNAPSHOTS = "--snapshot-bytes=" + (2 << 20);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("durable.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Journal work = new Journal();
    private final Journal timers = new Journal();
    private final Journal tasks = new Journal();

    @Test
    @Tag("durable")
    void nothing_acknowledged_is_lost_or_doubled_by_three_kills() {
        survive(3);
    }

    @Test
    @Tag("heavy")
    void nothing_acknowledged_is_lost_or_doubled_by_twenty_kills() {
        survive(20);
    }

    private void survive(int rounds) {
        System.out.println("Kill rounds with -Ddurable.seed=" + seed);
        for (int round = 0; round < rounds; round++) {
            killUnderLoad(round == 0);
        }
        try (EngineProcess engine = EngineProcess.start(folder, SMALL_SNAPSHOTS);
                CamundaClient client = engine.client()) {
            finish(client);
        }
        System.out.printf(
                "%d kills: %d instances, %d timers, %d tasks acknowledged, none lost, none doubled%n",
                rounds, work.size(), timers.size(), tasks.size());
    }

    private void killUnderLoad(boolean first) {
        EngineProcess engine = EngineProcess.start(folder, SMALL_SNAPSHOTS);
        AtomicBoolean running = new AtomicBoolean(true);
        try (engine;
                CamundaClient client = engine.client();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            if (first) {
                deploy(client);
            }
            for (int i = 0; i < TIMERS_A_ROUND; i++) {
                create(client, "waiting", timers);
            }
            for (int i = 0; i < TASKS_A_ROUND; i++) {
                create(client, "people", tasks);
            }
            parkACompletion(client);
            worker(client, "work", work);
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> createUntilDeath(client, running));
            }
            int acknowledged = work.size();
            Instant death = Instant.now().plusMillis(500 + random.nextInt(2_000));
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(PATIENCE)
                    .until(() -> Instant.now().isAfter(death) && work.size() > acknowledged);
            engine.kill();
            running.set(false);
        }
    }

    private static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("loaded")
                                .startEvent()
                                .serviceTask("step", task -> task.zeebeJobType("work"))
                                .endEvent()
                                .done(),
                        "loaded.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess("waiting")
                                .startEvent()
                                .intermediateCatchEvent("due", due -> due.timerWithDuration("P10D"))
                                .serviceTask("step", task -> task.zeebeJobType("rung"))
                                .endEvent()
                                .done(),
                        "waiting.bpmn")
                .addProcessModel(
                        Bpmn.createExecutableProcess("people")
                                .startEvent()
                                .userTask(
                                        "read",
                                        task -> task.zeebeUserTask()
                                                .zeebeTaskListener(listener ->
                                                        listener.completing().type("guard")))
                                .serviceTask("step", task -> task.zeebeJobType("read"))
                                .endEvent()
                                .done(),
                        "people.bpmn")
                .send()
                .join();
    }

    private static void create(CamundaClient client, String process, Journal journal) {
        int number = journal.nextNumber();
        long instance = client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(Map.of("number", number))
                .send()
                .join()
                .getProcessInstanceKey();
        journal.created(number, instance);
    }

    private void createUntilDeath(CamundaClient client, AtomicBoolean running) {
        while (running.get()) {
            try {
                create(client, "loaded", work);
            } catch (RuntimeException unknownOutcome) {
                // Not acknowledged: it may be there or not. What counts is that it is not there twice.
                continue;
            }
        }
    }

    /** One completion stands at its listener, handed out and unanswered, when the engine dies. */
    private static void parkACompletion(CamundaClient client) {
        await().atMost(PATIENCE).until(() -> !open(client).isEmpty());
        client.newCompleteUserTaskCommand(open(client).getFirst().getUserTaskKey())
                .send();
        await().atMost(PATIENCE)
                .until(() -> !client.newActivateJobsCommand()
                        .jobType("guard")
                        .maxJobsToActivate(1)
                        .timeout(LEASE)
                        .send()
                        .join()
                        .getJobs()
                        .isEmpty());
    }

    private static List<UserTask> open(CamundaClient client) {
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .page(page -> page.limit(1_000))
                .send()
                .join()
                .items();
    }

    private static void worker(CamundaClient client, String type, Journal journal) {
        client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> handle(jobs, job, journal))
                .timeout(LEASE)
                .open();
    }

    private static void handle(JobClient jobs, ActivatedJob job, Journal journal) {
        int number = (int) job.getVariablesAsMap().get("number");
        journal.handedOut(number, job.getProcessInstanceKey(), job.getKey());
        jobs.newCompleteCommand(job).send().thenRun(() -> journal.completed(number));
    }

    private void finish(CamundaClient client) {
        worker(client, "work", work);
        worker(client, "read", tasks);
        worker(client, "rung", timers);
        client.newWorker()
                .jobType("guard")
                .handler((jobs, job) -> jobs.newCompleteCommand(job).send().join())
                .timeout(LEASE)
                .open();
        for (UserTask task : open(client)) {
            client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
        }
        await().atMost(PATIENCE).until(() -> work.allHandedOut() && tasks.allHandedOut());
        assertThat(timers.allHandedOut()).as("timers that are not due").isFalse();
        client.newPinClockCommand()
                .time(Instant.now().plus(Duration.ofDays(11)))
                .send()
                .join();
        await().atMost(PATIENCE).until(timers::allHandedOut);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stillActive(client)).isEmpty());
        work.holds();
        tasks.holds();
        timers.holds();
    }

    private static List<Long> stillActive(CamundaClient client) {
        return client
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .items()
                .stream()
                .map(ProcessInstance::getProcessInstanceKey)
                .toList();
    }
}
