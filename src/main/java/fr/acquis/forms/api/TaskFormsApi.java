package fr.acquis.forms.api;

import fr.acquis.forms.FormTasks;
import fr.acquis.forms.FormTasks.OpenForm;
import fr.acquis.forms.schema.FieldError;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@ApiController
@Tag(
        name = "Task forms",
        description = "Answers of ASSIGN_ADVISER, HOLD_SUPPORT_SESSION, CHECK_FILE and COMPLETE_PLAN, each by its form")
class TaskFormsApi {

    private static final TypeReference<LinkedHashMap<String, Object>> DATA = new TypeReference<>() {};

    private final FormTasks forms;
    private final MessageSource messages;
    private final JsonMapper json;

    TaskFormsApi(FormTasks forms, MessageSource messages, JsonMapper json) {
        this.forms = forms;
        this.messages = messages;
        this.json = json;
    }

    /**
     * A task's form.
     *
     * @param schema as its modeller drew it; the answer's members are the keys of its fields
     * @param initial what it opens with, and the lists its fields choose from
     * @param note what to know before answering
     * @param asked whether it may be answered now
     */
    record TaskForm(
            UUID task,
            TaskKind kind,
            TaskState state,
            boolean asked,
            @Nullable String note,
            Map<String, Object> initial,
            Map<String, Object> schema) {}

    @GetMapping("/api/v1/tasks/{id}/form")
    @Operation(summary = "The form of a task with what it opens with; 404 for a task without one")
    TaskForm form(@PathVariable UUID id) {
        OpenForm open = forms.open(new TaskId(id));
        return new TaskForm(
                open.task().id().value(),
                open.task().kind(),
                open.task().state(),
                open.asked(),
                open.note(),
                open.initial(),
                json.readValue(open.form().text(), DATA));
    }

    @PostMapping("/api/v1/tasks/{id}/answer")
    @Operation(summary = "Answers a task by the fields of its form; 422 names each field to correct")
    TaskForm answer(@PathVariable UUID id, @RequestBody Map<String, Object> fields, Locale locale) {
        List<FieldError> errors = forms.answer(new TaskId(id), fields);
        if (!errors.isEmpty()) {
            throw ApiRefusal.invalid(
                    "api.invalid",
                    errors.stream()
                            .map(error -> FieldProblem.inBody(
                                    error.path(), messages.getMessage(error.messageKey(), error.values(), locale)))
                            .toList());
        }
        return form(id);
    }
}
