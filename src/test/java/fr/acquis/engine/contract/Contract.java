package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every part of the contract works with. Facts are observed as a worker observes them, by the job that appears, so
 * that a cluster without any search can keep the contract too.
 */
@ExtendWith(ClusterExtension.class)
abstract class Contract {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Cluster cluster;
    CamundaClient camunda;
    CamundaClient overRest;

    @BeforeEach
    void at(Cluster chosen) {
        cluster = chosen;
        camunda = chosen.client();
        overRest = chosen.clientOverRest();
    }

    /** A name no other test and no earlier run uses: the cluster is shared and remembers. */
    static String unique(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36) + "-" + COUNT.incrementAndGet();
    }

    static ProcessBuilder process(String id) {
        return Bpmn.createExecutableProcess(id);
    }

    long deploy(BpmnModelInstance model) {
        DeploymentEvent deployed = camunda.newDeployResourceCommand()
                .addProcessModel(model, unique("model") + ".bpmn")
                .send()
                .join();
        return deployed.getProcesses().getFirst().getProcessDefinitionKey();
    }

    long start(String processId) {
        return start(processId, Map.of());
    }

    long start(String processId, Map<String, Object> variables) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** Runs a process that needs nobody, and tells what it leaves behind. */
    Map<String, Object> run(String processId, Map<String, Object> variables) {
        return camunda.newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .withResult()
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .getVariablesAsMap();
    }

    ActivatedJob take(String type) {
        return take(type, 1).getFirst();
    }

    List<ActivatedJob> take(String type, int count) {
        List<ActivatedJob> taken = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (taken.size() < count && System.nanoTime() < until) {
            taken.addAll(poll(type, count - taken.size(), Duration.ofSeconds(2)));
        }
        assertThat(taken).as("jobs of type " + type).hasSize(count);
        return taken;
    }

    /** Nobody finds such a job now; only means something after a fact that would have made one. */
    void nobodyFinds(String type) {
        assertThat(poll(type, 1, Duration.ofMillis(-1)))
                .as("jobs of type " + type)
                .isEmpty();
    }

    List<ActivatedJob> poll(String type, int most, Duration wait) {
        return camunda.newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(most)
                .timeout(LEASE)
                .workerName("contract")
                .requestTimeout(wait)
                .send()
                .join()
                .getJobs();
    }

    void complete(ActivatedJob job) {
        complete(job, Map.of());
    }

    void complete(ActivatedJob job, Map<String, Object> variables) {
        camunda.newCompleteCommand(job).variables(variables).send().join();
    }

    void publish(String name, String key, Map<String, Object> variables) {
        camunda.newPublishMessageCommand()
                .messageName(name)
                .correlationKey(key)
                .timeToLive(Duration.ofMinutes(10))
                .variables(variables)
                .send()
                .join();
    }

    static void refused(Status.Code code, ThrowingCallable call, String... words) {
        assertThat(catchThrowable(call)).isInstanceOfSatisfying(ClientStatusException.class, refusal -> {
            assertThat(refusal.getStatusCode()).as(refusal.getMessage()).isEqualTo(code);
            assertThat(words)
                    .allSatisfy(word -> assertThat(refusal.getMessage()).contains(word));
        });
    }

    static void refused(int status, String title, ThrowingCallable call, String... words) {
        assertThat(catchThrowable(call)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(status);
            assertThat(refusal.details().getTitle()).isEqualTo(title);
            assertThat(refusal.details().getStatus()).isEqualTo(status);
            assertThat(words)
                    .allSatisfy(
                            word -> assertThat(refusal.details().getDetail()).contains(word));
        });
    }
}
