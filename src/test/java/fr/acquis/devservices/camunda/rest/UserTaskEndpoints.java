package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.ActiveTask;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.Definition;
import fr.acquis.devservices.camunda.EngineState;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** User tasks: done, assigned, changed, found. */
final class UserTaskEndpoints extends Endpoints {

    private final EngineState state;
    private final Searches<ActiveTask> searches = new Searches<>("userTaskKey", ActiveTask::key)
            .by("state", ActiveTask::state)
            .by("processInstanceKey", ActiveTask::instanceKey)
            .by("processDefinitionKey", ActiveTask::definitionKey)
            .by("processDefinitionId", ActiveTask::processId)
            .by("elementId", ActiveTask::elementId)
            .by("elementInstanceKey", ActiveTask::elementInstanceKey)
            .by("assignee", ActiveTask::assignee)
            .by("candidateGroup", ActiveTask::candidateGroups)
            .by("candidateUser", ActiveTask::candidateUsers)
            .by("priority", ActiveTask::priority)
            .by("tenantId", ActiveTask::tenant);

    UserTaskEndpoints(Commands commands, EngineState state) {
        super(commands);
        this.state = state;
    }

    @Override
    void addTo(Routes routes) {
        routes.on("POST", "/v2/user-tasks/search", this::search)
                .on("GET", "/v2/user-tasks/{userTaskKey}", this::get)
                .on("PATCH", "/v2/user-tasks/{userTaskKey}", this::update)
                .on("POST", "/v2/user-tasks/{userTaskKey}/completion", this::complete)
                .on("POST", "/v2/user-tasks/{userTaskKey}/assignment", this::assign)
                .on("DELETE", "/v2/user-tasks/{userTaskKey}/assignee", this::unassign);
    }

    private Reply complete(Call call) {
        UserTaskRecord task = task(call, "complete").setVariables(call.variables());
        return sent(command(task, UserTaskIntent.COMPLETE));
    }

    private Reply assign(Call call) {
        boolean override = call.flag("allowOverride", true);
        UserTaskRecord task = task(call, override ? "assign" : "claim")
                .setAssignee(call.required("assignee", "No assignee provided"));
        return sent(command(task, override ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM));
    }

    private Reply unassign(Call call) {
        return sent(command(task(call, "unassign").setAssignee(""), UserTaskIntent.ASSIGN));
    }

    private Reply update(Call call) {
        UserTaskRecord task = task(call, "update");
        JsonNode changes = call.has("changeset") ? call.body().get("changeset") : JsonNodeFactory.instance.objectNode();
        if (changes.hasNonNull("candidateGroups")) {
            task.setCandidateGroupsList(texts(changes, "candidateGroups")).setCandidateGroupsChanged();
        }
        if (changes.hasNonNull("candidateUsers")) {
            task.setCandidateUsersList(texts(changes, "candidateUsers")).setCandidateUsersChanged();
        }
        if (changes.hasNonNull("dueDate")) {
            task.setDueDate(date(changes, "dueDate", "due date")).setDueDateChanged();
        }
        if (changes.hasNonNull("followUpDate")) {
            task.setFollowUpDate(date(changes, "followUpDate", "follow-up date"))
                    .setFollowUpDateChanged();
        }
        if (changes.hasNonNull("priority")) {
            long priority = Call.number(changes, "priority", 50);
            if (priority < 0 || priority > 100) {
                throw Problem.invalid(
                        "The value for priority is '%d' but must be within the [0,100] range.".formatted(priority));
            }
            task.setPriority((int) priority).setPriorityChanged();
        }
        if (!task.hasChangedAttributes() && !call.has("action")) {
            throw Problem.invalid("No update data provided. Provide at least an \"action\" or a non-null value for a"
                    + " supported attribute in the \"changeset\".");
        }
        return sent(command(task, UserTaskIntent.UPDATE));
    }

    private static UserTaskRecord task(Call call, String defaultAction) {
        return new UserTaskRecord()
                .setUserTaskKey(call.key("userTaskKey"))
                .setAction(call.text("action", defaultAction));
    }

    private static Command command(UserTaskRecord task, UserTaskIntent intent) {
        return Command.of(task.getUserTaskKey(), ValueType.USER_TASK, intent, task);
    }

    private static List<String> texts(JsonNode object, String field) {
        if (!object.get(field).isArray()) {
            throw Call.unreadable(field);
        }
        List<String> texts = new ArrayList<>();
        object.get(field).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** An empty text takes the date away. */
    private static String date(JsonNode changes, String field, String name) {
        String given = Call.text(changes, field, "");
        if (!given.isEmpty() && instant(given).isEmpty()) {
            throw Problem.invalid("The provided %s '%s' cannot be parsed as a date according to RFC 3339, section 5.6."
                    .formatted(name, given));
        }
        return given;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private Reply get(Call call) {
        long key = call.key("userTaskKey");
        return Reply.json(show(state.task(key).orElseThrow(() -> Problem.notFound("User Task", key))));
    }

    private Reply search(Call call) {
        return Reply.json(searches.answer(call, state::eachTask, this::show));
    }

    private Map<String, Object> show(ActiveTask task) {
        Optional<Definition> definition = state.definition(task.definitionKey());
        return new Document()
                .key("userTaskKey", task.key())
                .with("state", task.state())
                .text(
                        "name",
                        definition
                                .flatMap(found -> found.nameOf().apply(task.elementId()))
                                .orElse(""))
                .text("assignee", task.assignee())
                .with("elementId", task.elementId())
                .with("candidateGroups", task.candidateGroups())
                .with("candidateUsers", task.candidateUsers())
                .key("processInstanceKey", task.instanceKey())
                .key("processDefinitionKey", task.definitionKey())
                .with("processDefinitionId", task.processId())
                .with("processDefinitionVersion", task.version())
                .text("processName", definition.map(Definition::name).orElse(""))
                .key("elementInstanceKey", task.elementInstanceKey())
                .key("formKey", task.formKey())
                .text("externalFormReference", task.externalFormReference())
                .with("creationDate", Instant.ofEpochMilli(task.createdMillis()).toString())
                .text("dueDate", shown(task.dueDate()))
                .text("followUpDate", shown(task.followUpDate()))
                .with("customHeaders", task.customHeaders())
                .with("priority", task.priority())
                .with("tenantId", task.tenant())
                .done();
    }

    private static String shown(String date) {
        try {
            return date.isEmpty() ? "" : OffsetDateTime.parse(date).toString();
        } catch (DateTimeParseException withNamedZone) {
            return instant(date).map(Instant::toString).orElse("");
        }
    }
}
