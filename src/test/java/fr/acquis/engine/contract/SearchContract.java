package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is active can be found. A real cluster needs its secondary store for this, and may need a moment. */
abstract class SearchContract extends Contract {

    private Rest rest;

    @BeforeEach
    void rest() {
        rest = new Rest(cluster.rest());
    }

    private String taskProcess(String word) {
        String id = unique(word);
        deploy(process(id)
                .name("Journey")
                .startEvent()
                .userTask(
                        "check",
                        task -> task.zeebeUserTask()
                                .name("Check the file")
                                .zeebeCandidateGroups("advisers")
                                .zeebeTaskPriority("60")
                                .zeebeDueDate("2031-03-01T10:00:00+01:00")
                                .zeebeTaskHeader("room", "3"))
                .endEvent()
                .done());
        return id;
    }

    private List<UserTask> tasksOf(long instance) {
        return camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED).processInstanceKey(instance))
                .send()
                .join()
                .items();
    }

    @Test
    void an_open_task_is_found_with_everything_that_is_known_of_it() {
        String id = taskProcess("found");
        long instance = start(id);
        await().until(() -> tasksOf(instance).size() == 1);
        UserTask task = tasksOf(instance).getFirst();
        assertThat(task.getName()).isEqualTo("Check the file");
        assertThat(task.getState()).isEqualTo(UserTaskState.CREATED);
        assertThat(task.getElementId()).isEqualTo("check");
        assertThat(task.getBpmnProcessId()).isEqualTo(id);
        assertThat(task.getProcessName()).isEqualTo("Journey");
        assertThat(task.getCandidateGroups()).containsExactly("advisers");
        assertThat(task.getPriority()).isEqualTo(60);
        assertThat(task.getDueDate()).isEqualTo(OffsetDateTime.parse("2031-03-01T10:00:00+01:00"));
        assertThat(task.getCustomHeaders()).containsEntry("room", "3");
        assertThat(task.getTenantId()).isEqualTo("<default>");
        assertThat(camunda.newUserTaskGetRequest(task.getUserTaskKey())
                        .send()
                        .join()
                        .getUserTaskKey())
                .isEqualTo(task.getUserTaskKey());
        camunda.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
        await().until(() -> tasksOf(instance).isEmpty());
    }

    @Test
    void tasks_are_read_page_by_page_and_each_once() {
        String id = taskProcess("pages");
        IntStream.range(0, 7).forEach(i -> start(id));
        await().until(() -> page(id, null, 100).items().size() == 7);
        List<Long> read = new ArrayList<>();
        String after = null;
        for (SearchResponse<UserTask> page = page(id, after, 3); !page.items().isEmpty(); page = page(id, after, 3)) {
            page.items().forEach(task -> read.add(task.getUserTaskKey()));
            assertThat(page.page().totalItems()).isEqualTo(7);
            after = page.page().endCursor();
        }
        assertThat(read).hasSize(7).doesNotHaveDuplicates();
        List<UserTask> middle = camunda.newUserTaskSearchRequest()
                .filter(filter -> filter.bpmnProcessId(id))
                .page(page -> page.from(2).limit(2))
                .send()
                .join()
                .items();
        assertThat(middle).extracting(UserTask::getUserTaskKey).isEqualTo(read.subList(2, 4));
    }

    private SearchResponse<UserTask> page(String processId, String after, int limit) {
        return camunda.newUserTaskSearchRequest()
                .filter(filter ->
                        filter.state(UserTaskState.CREATED).elementId("check").bpmnProcessId(processId))
                .page(page -> {
                    page.limit(limit);
                    if (after != null) {
                        page.after(after);
                    }
                })
                .send()
                .join();
    }

    @Test
    void an_active_instance_is_found_and_an_ended_one_is_not_active() {
        String id = taskProcess("instance");
        long instance = start(id);
        await().until(() -> !active(id).isEmpty());
        ProcessInstance found = active(id).getFirst();
        assertThat(found.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(found.getProcessDefinitionName()).isEqualTo("Journey");
        assertThat(found.getState()).isEqualTo(ProcessInstanceState.ACTIVE);
        assertThat(found.getHasIncident()).isFalse();
        assertThat(found.getStartDate()).isNotNull();
        assertThat(camunda.newProcessInstanceGetRequest(instance).send().join().getProcessDefinitionId())
                .isEqualTo(id);
        camunda.newCancelInstanceCommand(instance).send().join();
        await().until(() -> active(id).isEmpty());
    }

    private List<ProcessInstance> active(String processId) {
        return camunda.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(processId).state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .items();
    }

    @Test
    void an_incident_is_found_told_and_resolved() {
        String id = unique("incident");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id))
                .serviceTask("after", task -> task.zeebeJobType(id + "after"))
                .endEvent()
                .done());
        long instance = start(id);
        ActivatedJob job = take(id);
        camunda.newFailCommand(job).retries(0).errorMessage("no paper").send().join();
        await().until(() -> incidentsOf(instance).size() == 1);
        Incident incident = incidentsOf(instance).getFirst();
        assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.JOB_NO_RETRIES);
        assertThat(incident.getErrorMessage()).isEqualTo("no paper");
        assertThat(incident.getElementId()).isEqualTo("work");
        assertThat(incident.getJobKey()).isEqualTo(job.getKey());
        assertThat(incident.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(camunda.newIncidentGetRequest(incident.getIncidentKey())
                        .send()
                        .join()
                        .getErrorMessage())
                .isEqualTo("no paper");
        rest.get("/v2/incidents/" + incident.getIncidentKey());
        rest.post("/v2/incidents/search", "{\"filter\": {\"processInstanceKey\": \"%d\"}}".formatted(instance));
        camunda.newUpdateRetriesCommand(job).retries(1).send().join();
        camunda.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        complete(take(id));
        take(id + "after");
        await().until(() -> incidentsOf(instance).isEmpty());
    }

    private List<Incident> incidentsOf(long instance) {
        return camunda.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE).processInstanceKey(instance))
                .send()
                .join()
                .items();
    }

    @Test
    void a_decision_that_fails_and_a_variable_that_lacks_are_incidents_of_their_own_kind() {
        String decision = unique("ambiguous");
        camunda.newDeployResourceCommand()
                .addResourceStringUtf8(
                        Decisions.table(decision, "UNIQUE", "").replace("&lt; 10", "&gt;= 5"), decision + ".dmn")
                .send()
                .join();
        String id = unique("broken");
        deploy(process(id)
                .startEvent()
                .businessRuleTask(
                        "decide", task -> task.zeebeCalledDecisionId(decision).zeebeResultVariable("x"))
                .endEvent()
                .done());
        long ambiguous = start(id, Map.of("points", 12));
        await().untilAsserted(() -> assertThat(incidentsOf(ambiguous))
                .extracting(Incident::getErrorType)
                .containsExactly(IncidentErrorType.DECISION_EVALUATION_ERROR));
        String uncaught = unique("uncaught");
        deploy(process(uncaught)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(uncaught))
                .endEvent()
                .done());
        long unhandled = start(uncaught);
        camunda.newThrowErrorCommand(take(uncaught)).errorCode("NOBODY").send().join();
        await().untilAsserted(() -> assertThat(incidentsOf(unhandled))
                .extracting(Incident::getErrorType)
                .containsExactly(IncidentErrorType.UNHANDLED_ERROR_EVENT));
    }

    @Test
    void every_answer_is_as_the_published_description_says() {
        String id = taskProcess("described");
        long instance = start(id);
        await().until(() -> tasksOf(instance).size() == 1);
        long task = tasksOf(instance).getFirst().getUserTaskKey();
        rest.get("/v2/topology");
        rest.get("/v2/status");
        rest.get("/v2/user-tasks/" + task);
        rest.get("/v2/process-instances/" + instance);
        rest.post("/v2/user-tasks/search", "{\"filter\": {\"processInstanceKey\": \"%d\"}}".formatted(instance));
        rest.post("/v2/process-instances/search", "{\"filter\": {\"processInstanceKey\": \"%d\"}}".formatted(instance));
        rest.post("/v2/process-instances", "{\"processDefinitionId\": \"%s\"}".formatted(id));
        rest.post("/v2/messages/publication", "{\"name\": \"m\", \"correlationKey\": \"k\", \"timeToLive\": 1}");
        rest.post("/v2/user-tasks/" + task + "/assignment", "{\"assignee\": \"ada\"}");
        rest.checked("DELETE", "/v2/user-tasks/" + task + "/assignee", "application/json", "");
        rest.checked("PATCH", "/v2/user-tasks/" + task, "application/json", "{\"changeset\": {\"priority\": 3}}");
        rest.post("/v2/user-tasks/" + task + "/completion", "{\"variables\": {\"a\": 1}, \"action\": \"done\"}");
        String work = unique("work");
        deploy(process(work)
                .startEvent()
                .serviceTask("work", more -> more.zeebeJobType(work))
                .endEvent()
                .done());
        start(work);
        Rest.Answer jobs = rest.post(
                "/v2/jobs/activation",
                "{\"type\": \"%s\", \"timeout\": 60000, \"maxJobsToActivate\": 5, \"requestTimeout\": 5000}"
                        .formatted(work));
        String job = jobs.json().get("jobs").get(0).get("jobKey").asString();
        rest.post("/v2/jobs/" + job + "/completion", "{\"variables\": {}}");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(rest.get("/v2/user-tasks/4711").status()).isEqualTo(404);
        assertThat(rest.get("/v2/process-instances/4711").status()).isEqualTo(404);
        assertThat(rest.get("/v2/incidents/4711").status()).isEqualTo(404);
    }

    @Test
    void the_clock_can_be_held_and_says_no_to_nonsense() {
        assertThat(rest.checked("PUT", "/v2/clock", "application/json", "{\"timestamp\": -5}")
                        .status())
                .isEqualTo(400);
        cluster.advance(Duration.ofMinutes(1));
    }
}
