package fr.acquis.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task of the engine.
 *
 * @param elementId the task's id in its model: what the page, the rights and the worklist key on
 * @param due null where the model gives no date
 * @param formKey the deployed form, null for a task with a page of its own
 */
public record UserTask(
        long key,
        String elementId,
        String processId,
        long processInstanceKey,
        @Nullable Instant due,
        @Nullable Long formKey) {}
