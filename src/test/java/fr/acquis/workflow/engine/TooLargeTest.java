package fr.acquis.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.workflow.EngineState;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What fits a request and not the engine's log never will: by neither protocol it is taken for a passing fault. */
@AcquisTest
@Tag("journey")
class TooLargeTest {

    private static final String LARGE = "x".repeat((5 << 20) / 2);

    @Autowired
    CamundaClient client;

    @Autowired
    EngineState engine;

    @Test
    void a_completion_too_large_for_the_log_is_too_large() {
        long instance = started(Bpmn.createExecutableProcess("too-large-task")
                .startEvent()
                .userTask("read")
                .zeebeUserTask()
                .endEvent());
        await().atMost(Duration.ofSeconds(30)).until(() -> !tasks(instance).isEmpty());
        long task = tasks(instance).getFirst().getUserTaskKey();
        ClientException refused = catchThrowableOfType(
                ClientException.class,
                () -> client.newCompleteUserTaskCommand(task)
                        .variables(Map.of("large", LARGE))
                        .send()
                        .join());
        assertThat(Replies.of(refused)).isEqualTo(Reply.TOO_LARGE);
        client.newCompleteUserTaskCommand(task).send().join();
    }

    @Test
    void a_job_result_too_large_for_the_log_is_too_large() {
        started(Bpmn.createExecutableProcess("too-large-job")
                .startEvent()
                .serviceTask("work", work -> work.zeebeJobType("too-large-job"))
                .endEvent());
        long job = client.newActivateJobsCommand()
                .jobType("too-large-job")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofSeconds(30))
                .send()
                .join()
                .getJobs()
                .getFirst()
                .getKey();
        ClientException refused = catchThrowableOfType(
                ClientException.class,
                () -> client.newCompleteCommand(job)
                        .variables(Map.of("large", LARGE))
                        .send()
                        .join());
        assertThat(Replies.of(refused)).isEqualTo(Reply.TOO_LARGE);
        client.newCompleteCommand(job).send().join();
    }

    private long started(io.camunda.zeebe.model.bpmn.builder.EndEventBuilder process) {
        await().atMost(Duration.ofSeconds(30)).until(engine::ready);
        long definition = client.newDeployResourceCommand()
                .addProcessModel(process.done(), "too-large.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
        return client.newCreateInstanceCommand()
                .processDefinitionKey(definition)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private List<UserTask> tasks(long instance) {
        return client
                .newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED))
                .page(page -> page.limit(1_000))
                .send()
                .join()
                .items()
                .stream()
                .filter(task -> task.getProcessInstanceKey() == instance)
                .toList();
    }
}
