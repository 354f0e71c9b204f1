package fr.acquis.workflow.engine;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.UserTask;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine's jobs in our words. */
final class Jobs {

    private static final String RESERVED = "io.camunda.zeebe:";

    private Jobs() {}

    /** @throws IllegalArgumentException when the process carries no journey */
    static Job of(ActivatedJob activated) {
        Map<String, Object> variables = activated.getVariablesAsMap();
        if (!(variables.get("journeyId") instanceof String journey)) {
            throw new IllegalArgumentException("job %s of %s: the process has no journeyId"
                    .formatted(activated.getType(), activated.getElementId()));
        }
        return new Job(
                activated.getKey(),
                activated.getType(),
                JourneyId.of(journey),
                activated.getElementId(),
                activated.getBpmnProcessId(),
                activated.getProcessInstanceKey(),
                activated.getRetries(),
                variables,
                ofTheModel(activated.getCustomHeaders()),
                task(activated));
    }

    static boolean isListener(ActivatedJob activated) {
        return activated.getKind() == JobKind.TASK_LISTENER || activated.getKind() == JobKind.EXECUTION_LISTENER;
    }

    private static Map<String, String> ofTheModel(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !header.getKey().startsWith(RESERVED))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Over gRPC the task's facts are in the job's headers. */
    private static Optional<UserTask> task(ActivatedJob activated) {
        Map<String, String> headers = activated.getCustomHeaders();
        String key = headers.get(RESERVED + "userTaskKey");
        if (key == null) {
            return Optional.empty();
        }
        String formKey = headers.get(RESERVED + "formKey");
        return Optional.of(new UserTask(
                Long.parseLong(key),
                activated.getElementId(),
                activated.getBpmnProcessId(),
                activated.getProcessInstanceKey(),
                instant(headers.get(RESERVED + "dueDate")),
                formKey == null || formKey.isEmpty() ? null : Long.valueOf(formKey)));
    }

    /** With an offset, or with a zone's name behind it. */
    private static @Nullable Instant instant(@Nullable String date) {
        if (date == null || date.isEmpty()) {
            return null;
        }
        return date.endsWith("]")
                ? ZonedDateTime.parse(date).toInstant()
                : OffsetDateTime.parse(date).toInstant();
    }
}
