package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.JobStreams;
import fr.acquis.devservices.camunda.LongPolling;
import fr.acquis.devservices.camunda.Refusal;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FailJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobRetriesRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UpdateJobTimeoutRequest;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is asked about jobs, as commands; a job's result is kept whole, for it is what a listener decides with. */
final class JobRequests {

    private JobRequests() {}

    static LongPolling.Poll poll(ActivateJobsRequest request) {
        must(!request.getType().isBlank(), "type", "to be present");
        must(request.getTimeout() >= 1, "timeout", "to be greater than zero");
        must(request.getMaxJobsToActivate() >= 1, "maxJobsToActivate", "to be greater than zero");
        return new LongPolling.Poll(
                request.getType(),
                request.getWorker(),
                Duration.ofMillis(request.getTimeout()),
                request.getMaxJobsToActivate(),
                request.getFetchVariableList(),
                Tenants.only(request.getTenantIdsList(), "ActivateJobs"));
    }

    static JobStreams.Wish wish(StreamActivatedJobsRequest request) {
        must(!request.getType().isBlank(), "type", "to be present");
        must(request.getTimeout() >= 1, "timeout", "to be greater than zero");
        return new JobStreams.Wish(
                request.getType(),
                request.getWorker(),
                Duration.ofMillis(request.getTimeout()),
                request.getFetchVariableList(),
                Tenants.only(request.getTenantIdsList(), "StreamActivatedJobs"));
    }

    private static void must(boolean holds, String field, String what) {
        if (!holds) {
            throw new Refusal(
                    Refusal.Kind.INVALID_ARGUMENT,
                    "Expected to activate jobs with %s %s, but it was not".formatted(field, what));
        }
    }

    static Command complete(CompleteJobRequest request) {
        JobRecord job = new JobRecord().setVariables(Variables.packed(request.getVariables()));
        if (request.hasResult()) {
            job.setResult(result(request.getResult()));
        }
        return job(request.getJobKey(), JobIntent.COMPLETE, job);
    }

    private static JobResult result(GatewayOuterClass.JobResult given) {
        JobResult result = new JobResult()
                .setType(given.hasType() ? JobResultType.from(given.getType()) : JobResultType.USER_TASK)
                .setDenied(given.getDenied())
                .setDeniedReason(given.getDeniedReason())
                .setCompletionConditionFulfilled(given.getIsCompletionConditionFulfilled())
                .setCancelRemainingInstances(given.getIsCancelRemainingInstances());
        given.getActivateElementsList()
                .forEach(element -> result.addActivateElement(new JobResultActivateElement()
                        .setElementId(element.getElementId())
                        .setVariables(Variables.packed(element.getVariables()))));
        return given.hasCorrections() ? corrected(result, given.getCorrections()) : result;
    }

    private static JobResult corrected(JobResult result, GatewayOuterClass.JobResultCorrections given) {
        JobResultCorrections corrections = new JobResultCorrections();
        List<String> corrected = new ArrayList<>();
        if (given.hasAssignee()) {
            corrections.setAssignee(given.getAssignee());
            corrected.add(UserTaskRecord.ASSIGNEE);
        }
        if (given.hasDueDate()) {
            corrections.setDueDate(given.getDueDate());
            corrected.add(UserTaskRecord.DUE_DATE);
        }
        if (given.hasFollowUpDate()) {
            corrections.setFollowUpDate(given.getFollowUpDate());
            corrected.add(UserTaskRecord.FOLLOW_UP_DATE);
        }
        if (given.hasCandidateUsers()) {
            corrections.setCandidateUsersList(given.getCandidateUsers().getValuesList());
            corrected.add(UserTaskRecord.CANDIDATE_USERS);
        }
        if (given.hasCandidateGroups()) {
            corrections.setCandidateGroupsList(given.getCandidateGroups().getValuesList());
            corrected.add(UserTaskRecord.CANDIDATE_GROUPS);
        }
        if (given.hasPriority()) {
            corrections.setPriority(given.getPriority());
            corrected.add(UserTaskRecord.PRIORITY);
        }
        return result.setCorrections(corrections).setCorrectedAttributes(corrected);
    }

    static Command fail(FailJobRequest request) {
        return job(
                request.getJobKey(),
                JobIntent.FAIL,
                new JobRecord()
                        .setRetries(request.getRetries())
                        .setErrorMessage(request.getErrorMessage())
                        .setRetryBackoff(request.getRetryBackOff())
                        .setVariables(Variables.packed(request.getVariables())));
    }

    static Command error(ThrowErrorRequest request) {
        return job(
                request.getJobKey(),
                JobIntent.THROW_ERROR,
                new JobRecord()
                        .setErrorCode(BufferUtil.wrapString(request.getErrorCode()))
                        .setErrorMessage(request.getErrorMessage())
                        .setVariables(Variables.packed(request.getVariables())));
    }

    static Command retries(UpdateJobRetriesRequest request) {
        return job(request.getJobKey(), JobIntent.UPDATE_RETRIES, new JobRecord().setRetries(request.getRetries()))
                .referencedBy(request.getOperationReference());
    }

    static Command timeout(UpdateJobTimeoutRequest request) {
        return job(request.getJobKey(), JobIntent.UPDATE_TIMEOUT, new JobRecord().setTimeout(request.getTimeout()))
                .referencedBy(request.getOperationReference());
    }

    private static Command job(long key, JobIntent intent, JobRecord job) {
        return Command.of(key, ValueType.JOB, intent, job);
    }
}
