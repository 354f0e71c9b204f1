package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.LongPolling;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs by REST: plain work. What a listener decides travels by gRPC, as the application's workers do. */
final class JobEndpoints extends Endpoints {

    private final LongPolling polling;

    JobEndpoints(Commands commands, LongPolling polling) {
        super(commands);
        this.polling = polling;
    }

    @Override
    void addTo(Routes routes) {
        routes.on("POST", "/v2/jobs/activation", this::activate)
                .on("POST", "/v2/jobs/{jobKey}/completion", this::complete)
                .on("POST", "/v2/jobs/{jobKey}/failure", this::fail)
                .on("POST", "/v2/jobs/{jobKey}/error", this::error)
                .on("PATCH", "/v2/jobs/{jobKey}", this::update);
    }

    private Reply activate(Call call) {
        List<String> variables = new ArrayList<>();
        if (call.has("fetchVariable")) {
            call.body().get("fetchVariable").forEach(name -> variables.add(name.asString()));
        }
        long lease = positive(call, "timeout");
        long most = positive(call, "maxJobsToActivate");
        LongPolling.Poll poll = new LongPolling.Poll(
                call.required("type"),
                call.text("worker", ""),
                Duration.ofMillis(lease),
                (int) most,
                variables,
                List.of(TENANT));
        JobBatchRecord batch = polling.poll(poll, Duration.ofMillis(call.number("requestTimeout", 0)))
                .join();
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (int i = 0; i < batch.getJobKeys().size(); i++) {
            jobs.add(show(batch.getJobKeys().get(i), (JobRecord) batch.getJobs().get(i)));
        }
        return Reply.json(Map.of("jobs", jobs));
    }

    private static long positive(Call call, String field) {
        long value = call.number(field, 0);
        if (value < 1) {
            throw Problem.invalid("The value for %s is '%d' but must be greater than 0.".formatted(field, value));
        }
        return value;
    }

    private static Map<String, Object> show(long key, JobRecord job) {
        return new Document()
                .key("jobKey", key)
                .with("type", job.getType())
                .with("processDefinitionId", job.getBpmnProcessId())
                .with("processDefinitionVersion", job.getProcessDefinitionVersion())
                .key("processDefinitionKey", job.getProcessDefinitionKey())
                .key("processInstanceKey", job.getProcessInstanceKey())
                .with("elementId", job.getElementId())
                .key("elementInstanceKey", job.getElementInstanceKey())
                .with("customHeaders", MsgPackConverter.convertToMap(job.getCustomHeadersBuffer()))
                .with("worker", job.getWorker())
                .with("retries", job.getRetries())
                .with("deadline", job.getDeadline())
                .with("variables", MsgPackConverter.convertToMap(job.getVariablesBuffer()))
                .with("tenantId", job.getTenantId())
                .with("kind", job.getJobKind().name())
                .with("listenerEventType", job.getJobListenerEventType().name())
                .with("tags", job.getTags())
                .done();
    }

    private Reply complete(Call call) {
        JobRecord job = new JobRecord().setVariables(call.variables());
        if (call.has("result")) {
            if (call.body().get("result").hasNonNull("corrections")) {
                throw new Problem(
                        501,
                        "NOT_IMPLEMENTED",
                        "The development engine takes a listener's corrections by gRPC only; a real cluster takes both");
            }
            job.setResult(new JobResult()
                    .setDenied(call.body().get("result").path("denied").asBoolean(false))
                    .setDeniedReason(
                            call.body().get("result").path("deniedReason").asString("")));
        }
        return sent(command(call, JobIntent.COMPLETE, job));
    }

    private Reply fail(Call call) {
        return sent(command(
                call,
                JobIntent.FAIL,
                new JobRecord()
                        .setRetries((int) call.number("retries", 0))
                        .setErrorMessage(call.text("errorMessage", ""))
                        .setRetryBackoff(call.number("retryBackOff", 0))
                        .setVariables(call.variables())));
    }

    private Reply error(Call call) {
        return sent(command(
                call,
                JobIntent.THROW_ERROR,
                new JobRecord()
                        .setErrorCode(BufferUtil.wrapString(call.required("errorCode")))
                        .setErrorMessage(call.text("errorMessage", ""))
                        .setVariables(call.variables())));
    }

    private Reply update(Call call) {
        if (!call.has("changeset")) {
            throw Problem.invalid("No changeset provided.");
        }
        var changes = call.body().get("changeset");
        if (changes.hasNonNull("retries")) {
            send(command(call, JobIntent.UPDATE_RETRIES, new JobRecord().setRetries((int)
                            Call.number(changes, "retries", 0))));
        }
        if (changes.hasNonNull("timeout")) {
            send(command(
                    call, JobIntent.UPDATE_TIMEOUT, new JobRecord().setTimeout(Call.number(changes, "timeout", 0))));
        }
        return Reply.done();
    }

    private static Command command(Call call, JobIntent intent, JobRecord job) {
        return Command.of(call.key("jobKey"), ValueType.JOB, intent, job);
    }
}
