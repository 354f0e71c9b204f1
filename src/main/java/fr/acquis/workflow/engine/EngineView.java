package fr.acquis.workflow.engine;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.UserTask;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.store.JourneyInstances;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine has open, by its searches. They may lag behind the engine by seconds: nothing young is believed. */
@Component
public class EngineView {

    private static final int PAGE = 200;
    private static final int MOST_INCIDENTS = 200;
    private static final int DEEPEST_CALL = 10;

    private final CamundaClient client;
    private final JourneyInstances instances;
    private final WorkflowSettings settings;

    EngineView(CamundaClient client, JourneyInstances instances, WorkflowSettings settings) {
        this.client = client;
        this.instances = instances;
        this.settings = settings;
    }

    /** @param settled whether it stands ready for a person, and is not on its way in or out */
    record ActiveTask(UserTask task, boolean settled, Instant since) {}

    List<ActiveTask> activeTasks() {
        List<ActiveTask> tasks = new ArrayList<>();
        String cursor = null;
        do {
            SearchResponse<io.camunda.client.api.search.response.UserTask> page = taskPage(cursor);
            page.items().forEach(task -> tasks.add(activeTask(task)));
            cursor = page.items().size() == PAGE ? page.page().endCursor() : null;
        } while (cursor != null);
        return tasks;
    }

    private SearchResponse<io.camunda.client.api.search.response.UserTask> taskPage(@Nullable String cursor) {
        return client.newUserTaskSearchRequest()
                .filter(filter -> filter.state(state -> state.in(
                        UserTaskState.CREATING,
                        UserTaskState.CREATED,
                        UserTaskState.ASSIGNING,
                        UserTaskState.UPDATING,
                        UserTaskState.COMPLETING,
                        UserTaskState.CANCELING)))
                .page(page -> {
                    page.limit(PAGE);
                    if (cursor != null) {
                        page.after(cursor);
                    }
                })
                .requestTimeout(settings.requestTimeout())
                .send()
                .join();
    }

    private static ActiveTask activeTask(io.camunda.client.api.search.response.UserTask task) {
        UserTask ours = new UserTask(
                task.getUserTaskKey(),
                task.getElementId(),
                task.getBpmnProcessId(),
                task.getProcessInstanceKey(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getFormKey());
        return new ActiveTask(
                ours,
                task.getState() == UserTaskState.CREATED,
                task.getCreationDate().toInstant());
    }

    /** Since when the task that has waited longest for one of its listeners exists, of a page; empty when none waits. */
    Optional<Instant> oldestUnsettled() {
        return client
                .newUserTaskSearchRequest()
                .filter(filter -> filter.state(
                        state -> state.in(UserTaskState.CREATING, UserTaskState.COMPLETING, UserTaskState.CANCELING)))
                .page(page -> page.limit(PAGE))
                .requestTimeout(settings.requestTimeout())
                .send()
                .join()
                .items()
                .stream()
                .map(task -> task.getCreationDate().toInstant())
                .min(Comparator.naturalOrder());
    }

    /** How a task ended; empty while it is open. A task the engine has no memory of was withdrawn, or done if we did it. */
    Optional<OpenTasks.Ending> ending(long taskKey, boolean submitted) {
        try {
            UserTaskState state = client.newUserTaskGetRequest(taskKey)
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join()
                    .getState();
            return switch (state) {
                case COMPLETED -> Optional.of(OpenTasks.Ending.COMPLETED);
                case CANCELED -> Optional.of(OpenTasks.Ending.CANCELLED);
                case CREATING, CREATED, ASSIGNING, UPDATING, COMPLETING, CANCELING, FAILED, UNKNOWN_ENUM_VALUE ->
                    Optional.empty();
            };
        } catch (ClientException failed) {
            if (Replies.of(failed) != Reply.NOT_FOUND) {
                throw failed;
            }
            return Optional.of(submitted ? OpenTasks.Ending.COMPLETED : OpenTasks.Ending.CANCELLED);
        }
    }

    /** The journey whose process this instance is, or was called by. */
    public Optional<JourneyId> journeyOf(long instanceKey) {
        Long key = instanceKey;
        for (int depth = 0; key != null && depth < DEEPEST_CALL; depth++) {
            Optional<JourneyId> journey = instances.journey(key);
            if (journey.isPresent()) {
                return journey;
            }
            key = parent(key);
        }
        return Optional.empty();
    }

    private @Nullable Long parent(long instanceKey) {
        try {
            ProcessInstance instance = client.newProcessInstanceGetRequest(instanceKey)
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join();
            Long parent = instance.getParentProcessInstanceKey();
            return parent == null || parent <= 0 ? null : parent;
        } catch (ClientException failed) {
            if (Replies.of(failed) != Reply.NOT_FOUND) {
                throw failed;
            }
            return null;
        }
    }

    /**
     * @param type the engine's kind of incident, the end of a message key {@code workflow.incident.<type>}
     * @param jobKey null when no job is behind it
     */
    public record EngineIncident(
            long key,
            long instanceKey,
            String process,
            String elementId,
            String type,
            String detail,
            @Nullable Long jobKey,
            Instant since) {}

    /** Those not resolved, at most two hundred. */
    public List<EngineIncident> incidents() {
        return client
                .newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .page(page -> page.limit(MOST_INCIDENTS))
                .requestTimeout(settings.requestTimeout())
                .send()
                .join()
                .items()
                .stream()
                .map(EngineView::incident)
                .toList();
    }

    private static EngineIncident incident(Incident incident) {
        Long job = incident.getJobKey();
        OffsetDateTime since = incident.getCreationTime();
        return new EngineIncident(
                incident.getIncidentKey(),
                incident.getProcessInstanceKey(),
                incident.getProcessDefinitionId(),
                incident.getElementId(),
                incident.getErrorType().name(),
                incident.getErrorMessage(),
                job == null || job <= 0 ? null : job,
                since.toInstant());
    }

    /** Gives a failed job new tries and lets its process go on. */
    public void retry(EngineIncident incident) {
        if (incident.jobKey() != null) {
            client.newUpdateRetriesCommand(incident.jobKey())
                    .retries(3)
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join();
        }
        client.newResolveIncidentCommand(incident.key())
                .requestTimeout(settings.requestTimeout())
                .send()
                .join();
    }
}
