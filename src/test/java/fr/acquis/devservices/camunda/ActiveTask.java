package fr.acquis.devservices.camunda;

import io.camunda.zeebe.engine.state.immutable.UserTaskState.LifecycleState;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import java.util.List;
import java.util.Map;

/** A user task that is not finished; dates as the process gave them, an absent text is empty, an absent key -1. */
public record ActiveTask(
        long key,
        String state,
        String assignee,
        List<String> candidateGroups,
        List<String> candidateUsers,
        String dueDate,
        String followUpDate,
        long formKey,
        String externalFormReference,
        int priority,
        long createdMillis,
        Map<String, String> customHeaders,
        String elementId,
        long elementInstanceKey,
        String processId,
        int version,
        long definitionKey,
        long instanceKey,
        String tenant) {

    static ActiveTask of(UserTaskRecord task, LifecycleState state) {
        return new ActiveTask(
                task.getUserTaskKey(),
                word(state),
                task.getAssignee(),
                List.copyOf(task.getCandidateGroupsList()),
                List.copyOf(task.getCandidateUsersList()),
                task.getDueDate(),
                task.getFollowUpDate(),
                task.getFormKey(),
                task.getExternalFormReference(),
                task.getPriority(),
                task.getCreationTimestamp(),
                Map.copyOf(task.getCustomHeaders()),
                task.getElementId(),
                task.getElementInstanceKey(),
                task.getBpmnProcessId(),
                task.getProcessDefinitionVersion(),
                task.getProcessDefinitionKey(),
                task.getProcessInstanceKey(),
                task.getTenantId());
    }

    private static String word(LifecycleState state) {
        return state == LifecycleState.CLAIMING ? LifecycleState.ASSIGNING.name() : state.name();
    }
}
