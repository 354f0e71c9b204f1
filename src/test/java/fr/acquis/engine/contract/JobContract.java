package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.ListenerEventType;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work for machines. */
abstract class JobContract extends Contract {

    private String oneTask(String word) {
        String id = unique(word);
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id).zeebeTaskHeader("topic", "letters"))
                .boundaryEvent("refused", event -> event.error("REFUSED").zeebeOutputExpression("why", "reason"))
                .serviceTask("handle", task -> task.zeebeJobType(id + "handle"))
                .endEvent()
                .moveToActivity("work")
                .serviceTask("after", task -> task.zeebeJobType(id + "after"))
                .endEvent()
                .done());
        return id;
    }

    @Test
    void a_job_says_where_it_comes_from() {
        String id = unique("told");
        long definition = deploy(process(id)
                .startEvent()
                .serviceTask(
                        "work",
                        task -> task.zeebeJobType(id).zeebeJobRetries("7").zeebeTaskHeader("a", "b"))
                .endEvent()
                .done());
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .variables(Map.of("x", List.of(1, 2)))
                .tags("urgent", "north")
                .send()
                .join()
                .getProcessInstanceKey();
        ActivatedJob job = take(id);
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(job.getProcessDefinitionKey()).isEqualTo(definition);
        assertThat(job.getBpmnProcessId()).isEqualTo(id);
        assertThat(job.getProcessDefinitionVersion()).isEqualTo(1);
        assertThat(job.getElementId()).isEqualTo("work");
        assertThat(job.getRetries()).isEqualTo(7);
        assertThat(job.getWorker()).isEqualTo("contract");
        assertThat(job.getCustomHeaders()).containsEntry("a", "b");
        assertThat(job.getVariablesAsMap()).containsEntry("x", List.of(1, 2));
        assertThat(job.getTenantId()).isEqualTo("<default>");
        assertThat(job.getKind()).isEqualTo(JobKind.BPMN_ELEMENT);
        assertThat(job.getListenerEventType()).isEqualTo(ListenerEventType.UNSPECIFIED);
        assertThat(job.getUserTask()).isNull();
        assertThat(job.getTags()).containsExactlyInAnyOrder("urgent", "north");
    }

    @Test
    void a_worker_gets_only_the_variables_it_asks_for() {
        String id = oneTask("fetch");
        start(id, Map.of("wanted", 1, "other", 2));
        ActivatedJob job = camunda.newActivateJobsCommand()
                .jobType(id)
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .fetchVariables("wanted")
                .send()
                .join()
                .getJobs()
                .getFirst();
        assertThat(job.getVariablesAsMap()).containsOnlyKeys("wanted");
    }

    @Test
    void a_failed_job_comes_back_after_its_back_off_with_one_try_less() {
        String id = oneTask("backoff");
        start(id);
        ActivatedJob job = take(id);
        camunda.newFailCommand(job)
                .retries(2)
                .retryBackoff(Duration.ofMinutes(10))
                .errorMessage("printer on fire")
                .variables(Map.of("attempt", 1))
                .send()
                .join();
        nobodyFinds(id);
        cluster.advance(Duration.ofMinutes(11));
        ActivatedJob again = take(id);
        assertThat(again.getKey()).isEqualTo(job.getKey());
        assertThat(again.getRetries()).isEqualTo(2);
        assertThat(again.getVariablesAsMap()).containsEntry("attempt", 1);
    }

    @Test
    void a_job_without_tries_left_waits_until_its_incident_is_resolved() {
        String id = oneTask("noretries");
        start(id);
        ActivatedJob job = take(id);
        camunda.newFailCommand(job).retries(0).errorMessage("no paper").send().join();
        nobodyFinds(id);
        refused(Status.Code.FAILED_PRECONDITION, () -> complete(job), "is in state 'FAILED'");
        camunda.newUpdateRetriesCommand(job).retries(1).send().join();
        nobodyFinds(id);
    }

    @Test
    void a_business_error_leaves_by_the_boundary_that_catches_its_code() {
        String id = oneTask("error");
        start(id);
        camunda.newThrowErrorCommand(take(id))
                .errorCode("REFUSED")
                .errorMessage("incomplete")
                .variables(Map.of("why", "a page is missing"))
                .send()
                .join();
        // An error's variables belong to the event that catches it: only its output mapping takes them further.
        assertThat(take(id + "handle").getVariablesAsMap())
                .containsEntry("reason", "a page is missing")
                .doesNotContainKey("why");
    }

    @Test
    void a_job_whose_lease_is_over_goes_to_somebody_else() {
        String id = oneTask("lease");
        start(id);
        ActivatedJob job = take(id);
        nobodyFinds(id);
        cluster.advance(Duration.ofMinutes(6));
        assertThat(take(id).getKey()).isEqualTo(job.getKey());
    }

    @Test
    void a_worker_that_needs_longer_extends_its_lease() {
        String id = oneTask("longer");
        start(id);
        ActivatedJob job = take(id);
        camunda.newUpdateTimeoutCommand(job).timeout(Duration.ofHours(1)).send().join();
        cluster.advance(Duration.ofMinutes(30));
        nobodyFinds(id);
        complete(job);
        take(id + "after");
    }

    @Test
    void a_job_is_completed_once() {
        String id = oneTask("twice");
        start(id);
        ActivatedJob job = take(id);
        complete(job, Map.of("result", 42));
        refused(
                Status.Code.NOT_FOUND,
                () -> complete(job),
                "Command 'COMPLETE' rejected with code 'NOT_FOUND'",
                "no such job was found");
        assertThat(take(id + "after").getVariablesAsMap()).containsEntry("result", 42);
    }

    @Test
    void a_waiting_poll_gets_the_job_the_moment_there_is_one() throws Exception {
        String id = oneTask("longpoll");
        CompletableFuture<List<ActivatedJob>> polled =
                CompletableFuture.supplyAsync(() -> poll(id, 1, Duration.ofSeconds(15)));
        long instance = start(id);
        List<ActivatedJob> jobs = polled.get(10, TimeUnit.SECONDS);
        assertThat(jobs).extracting(ActivatedJob::getProcessInstanceKey).containsExactly(instance);
    }

    @Test
    void a_poll_that_finds_nothing_ends_empty_when_it_said_it_would() {
        long began = System.nanoTime();
        assertThat(poll(unique("nothing"), 1, Duration.ofMillis(700))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(8));
    }

    @Test
    void many_workers_share_many_jobs_and_nobody_gets_one_twice() {
        String id = oneTask("shared");
        Set<Long> started = new HashSet<>();
        IntStream.range(0, 40).forEach(i -> started.add(start(id)));
        ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
        List<JobWorker> workers = IntStream.range(0, 4)
                .mapToObj(number -> camunda.newWorker()
                        .jobType(id)
                        .handler((client, job) -> {
                            seen.add(job.getProcessInstanceKey());
                            client.newCompleteCommand(job).send().join();
                        })
                        .name("worker-" + number)
                        .maxJobsActive(8)
                        .streamEnabled(number % 2 == 0)
                        .open())
                .toList();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.size() >= started.size());
        } finally {
            workers.forEach(JobWorker::close);
        }
        take(id + "after", 40);
        assertThat(seen).hasSameSizeAs(started).hasSameElementsAs(started);
    }

    @Test
    void a_stream_brings_jobs_without_asking_again() {
        String id = oneTask("stream");
        ConcurrentLinkedQueue<ActivatedJob> arrived = new ConcurrentLinkedQueue<>();
        var stream = camunda.newStreamJobsCommand()
                .jobType(id)
                .consumer(arrived::add)
                .timeout(Duration.ofMinutes(1))
                .workerName("streaming")
                .fetchVariables("x")
                .send();
        try {
            // The stream opens some time after it was asked for: instances are started until one is pushed.
            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        start(id, Map.of("x", 1, "y", 2));
                        return !arrived.isEmpty();
                    });
        } finally {
            stream.cancel(true);
        }
        assertThat(arrived).allSatisfy(job -> {
            assertThat(job.getVariablesAsMap()).containsOnlyKeys("x");
            assertThat(job.getWorker()).isEqualTo("streaming");
        });
        complete(arrived.peek());
    }

    @Test
    void execution_listeners_run_before_and_after_the_work() {
        String id = unique("listeners");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "work",
                        task -> task.zeebeJobType(id + "work")
                                .zeebeStartExecutionListener(id + "before")
                                .zeebeEndExecutionListener(id + "after"))
                .endEvent()
                .done());
        start(id);
        ActivatedJob before = take(id + "before");
        assertThat(before.getKind()).isEqualTo(JobKind.EXECUTION_LISTENER);
        assertThat(before.getListenerEventType()).isEqualTo(ListenerEventType.START);
        nobodyFinds(id + "work");
        complete(before, Map.of("prepared", true));
        ActivatedJob work = take(id + "work");
        assertThat(work.getVariablesAsMap()).containsEntry("prepared", true);
        complete(work);
        assertThat(take(id + "after").getListenerEventType()).isEqualTo(ListenerEventType.END);
    }
}
