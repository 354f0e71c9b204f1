package fr.acquis.devservices.camunda.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as a worker sees them; what concerns a user task travels in reserved headers and is told in words of its own. */
final class ActivatedJobs {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private ActivatedJobs() {}

    static ActivateJobsResponse of(JobBatchRecord batch) {
        ActivateJobsResponse.Builder response = ActivateJobsResponse.newBuilder();
        for (int i = 0; i < batch.getJobKeys().size(); i++) {
            response.addJobs(
                    of(batch.getJobKeys().get(i), (JobRecord) batch.getJobs().get(i)));
        }
        return response.build();
    }

    static ActivatedJob of(long key, JobRecord job) {
        ActivatedJob.Builder told = ActivatedJob.newBuilder()
                .setKey(key)
                .setType(job.getType())
                .setProcessInstanceKey(job.getProcessInstanceKey())
                .setBpmnProcessId(job.getBpmnProcessId())
                .setProcessDefinitionVersion(job.getProcessDefinitionVersion())
                .setProcessDefinitionKey(job.getProcessDefinitionKey())
                .setElementId(job.getElementId())
                .setElementInstanceKey(job.getElementInstanceKey())
                .setCustomHeaders(MsgPackConverter.convertToJson(job.getCustomHeadersBuffer()))
                .setWorker(job.getWorker())
                .setRetries(job.getRetries())
                .setDeadline(job.getDeadline())
                .setVariables(MsgPackConverter.convertToJson(job.getVariablesBuffer()))
                .setTenantId(job.getTenantId())
                .setKind(ActivatedJob.JobKind.valueOf(job.getJobKind().name()))
                .setListenerEventType(ActivatedJob.ListenerEventType.valueOf(
                        job.getJobListenerEventType().name()))
                .addAllTags(job.getTags());
        if (job.getJobKind() == JobKind.TASK_LISTENER) {
            told.setUserTask(userTask(job.getCustomHeaders()));
        }
        return told.build();
    }

    private static UserTaskProperties userTask(Map<String, String> headers) {
        UserTaskProperties.Builder task = UserTaskProperties.newBuilder();
        with(headers, Protocol.USER_TASK_ACTION_HEADER_NAME, task::setAction);
        with(headers, Protocol.USER_TASK_ASSIGNEE_HEADER_NAME, task::setAssignee);
        with(headers, Protocol.USER_TASK_DUE_DATE_HEADER_NAME, task::setDueDate);
        with(headers, Protocol.USER_TASK_FOLLOW_UP_DATE_HEADER_NAME, task::setFollowUpDate);
        with(headers, Protocol.USER_TASK_CANDIDATE_GROUPS_HEADER_NAME, is -> task.addAllCandidateGroups(words(is)));
        with(headers, Protocol.USER_TASK_CANDIDATE_USERS_HEADER_NAME, is -> task.addAllCandidateUsers(words(is)));
        with(headers, Protocol.USER_TASK_CHANGED_ATTRIBUTES_HEADER_NAME, is -> task.addAllChangedAttributes(words(is)));
        with(headers, Protocol.USER_TASK_FORM_KEY_HEADER_NAME, is -> task.setFormKey(Long.parseLong(is)));
        with(headers, Protocol.USER_TASK_PRIORITY_HEADER_NAME, is -> task.setPriority(Integer.parseInt(is)));
        with(headers, Protocol.USER_TASK_KEY_HEADER_NAME, is -> task.setUserTaskKey(Long.parseLong(is)));
        return task.build();
    }

    private static void with(Map<String, String> headers, String name, Consumer<String> set) {
        String value = headers.get(name);
        if (value != null) {
            set.accept(value);
        }
    }

    private static List<String> words(String json) {
        return JSON.readValue(json, WORDS);
    }
}
