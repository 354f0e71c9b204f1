package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.JobStreams;
import fr.acquis.devservices.camunda.LongPolling;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.*;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every method of the gateway's service: request to command, the engine's answer to response. */
public final class GrpcGateway extends GatewayGrpc.GatewayImplBase {

    private final Commands commands;
    private final JobDelivery delivery;
    private final Supplier<TopologyResponse> topology;

    public GrpcGateway(
            Commands commands, LongPolling polling, JobStreams streams, Supplier<TopologyResponse> topology) {
        this.commands = commands;
        this.delivery = new JobDelivery(polling, streams);
        this.topology = topology;
    }

    @Override
    public void topology(TopologyRequest request, StreamObserver<TopologyResponse> caller) {
        caller.onNext(topology.get());
        caller.onCompleted();
    }

    @Override
    public void deployResource(DeployResourceRequest request, StreamObserver<DeployResourceResponse> caller) {
        ask(() -> Deployments.deploy(request), Deployments::deployed, caller);
    }

    @Override
    @Deprecated
    public void deployProcess(DeployProcessRequest request, StreamObserver<DeployProcessResponse> caller) {
        List<Deployments.Resource> files = request.getProcessesList().stream()
                .map(file -> new Deployments.Resource(
                        file.getName(), file.getDefinition().toByteArray()))
                .toList();
        ask(
                () -> Deployments.deploy(Tenants.ONLY, files),
                answer -> {
                    DeployProcessResponse.Builder response =
                            DeployProcessResponse.newBuilder().setKey(answer.key());
                    answer.as(new DeploymentRecord())
                            .getProcessesMetadata()
                            .forEach(process -> response.addProcesses(Deployments.process(process)));
                    return response.build();
                },
                caller);
    }

    @Override
    public void deleteResource(DeleteResourceRequest request, StreamObserver<DeleteResourceResponse> caller) {
        ask(() -> Deployments.delete(request), answer -> DeleteResourceResponse.getDefaultInstance(), caller);
    }

    @Override
    public void createProcessInstance(
            CreateProcessInstanceRequest request, StreamObserver<CreateProcessInstanceResponse> caller) {
        ask(
                () -> ProcessRequests.create(request),
                answer -> {
                    ProcessInstanceCreationRecord created = answer.as(new ProcessInstanceCreationRecord());
                    return CreateProcessInstanceResponse.newBuilder()
                            .setProcessDefinitionKey(created.getProcessDefinitionKey())
                            .setBpmnProcessId(created.getBpmnProcessId())
                            .setVersion(created.getVersion())
                            .setProcessInstanceKey(created.getProcessInstanceKey())
                            .setTenantId(created.getTenantId())
                            .addAllTags(created.getTags())
                            .build();
                },
                caller);
    }

    @Override
    public void createProcessInstanceWithResult(
            CreateProcessInstanceWithResultRequest request,
            StreamObserver<CreateProcessInstanceWithResultResponse> caller) {
        Duration patience =
                request.getRequestTimeout() > 0 ? Duration.ofMillis(request.getRequestTimeout()) : Commands.PATIENCE;
        ask(
                () -> ProcessRequests.createWithResult(request),
                patience,
                answer -> {
                    ProcessInstanceResultRecord result = answer.as(new ProcessInstanceResultRecord());
                    return CreateProcessInstanceWithResultResponse.newBuilder()
                            .setProcessDefinitionKey(result.getProcessDefinitionKey())
                            .setBpmnProcessId(result.getBpmnProcessId())
                            .setVersion(result.getVersion())
                            .setProcessInstanceKey(result.getProcessInstanceKey())
                            .setVariables(Variables.json(result.getVariablesBuffer()))
                            .setTenantId(result.getTenantId())
                            .addAllTags(result.getTags())
                            .build();
                },
                caller);
    }

    @Override
    public void cancelProcessInstance(
            CancelProcessInstanceRequest request, StreamObserver<CancelProcessInstanceResponse> caller) {
        ask(
                () -> ProcessRequests.cancel(request),
                answer -> CancelProcessInstanceResponse.getDefaultInstance(),
                caller);
    }

    @Override
    public void modifyProcessInstance(
            ModifyProcessInstanceRequest request, StreamObserver<ModifyProcessInstanceResponse> caller) {
        ask(
                () -> ProcessRequests.modify(request),
                answer -> ModifyProcessInstanceResponse.getDefaultInstance(),
                caller);
    }

    @Override
    public void migrateProcessInstance(
            MigrateProcessInstanceRequest request, StreamObserver<MigrateProcessInstanceResponse> caller) {
        ask(
                () -> ProcessRequests.migrate(request),
                answer -> MigrateProcessInstanceResponse.getDefaultInstance(),
                caller);
    }

    @Override
    public void setVariables(SetVariablesRequest request, StreamObserver<SetVariablesResponse> caller) {
        ask(
                () -> ProcessRequests.setVariables(request),
                answer -> SetVariablesResponse.newBuilder().setKey(answer.key()).build(),
                caller);
    }

    @Override
    public void evaluateDecision(EvaluateDecisionRequest request, StreamObserver<EvaluateDecisionResponse> caller) {
        ask(() -> Decisions.evaluate(request), Decisions::evaluated, caller);
    }

    @Override
    public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> caller) {
        ask(
                () -> Command.of(
                        ValueType.MESSAGE,
                        MessageIntent.PUBLISH,
                        new MessageRecord()
                                .setName(request.getName())
                                .setCorrelationKey(request.getCorrelationKey())
                                .setTimeToLive(request.getTimeToLive())
                                .setMessageId(request.getMessageId())
                                .setVariables(Variables.packed(request.getVariables()))
                                .setTenantId(Tenants.only(request.getTenantId(), "PublishMessage"))),
                answer -> PublishMessageResponse.newBuilder()
                        .setKey(answer.key())
                        .setTenantId(answer.as(new MessageRecord()).getTenantId())
                        .build(),
                caller);
    }

    @Override
    public void broadcastSignal(BroadcastSignalRequest request, StreamObserver<BroadcastSignalResponse> caller) {
        ask(
                () -> Command.of(
                        ValueType.SIGNAL,
                        SignalIntent.BROADCAST,
                        new SignalRecord()
                                .setSignalName(request.getSignalName())
                                .setVariables(Variables.packed(request.getVariables()))
                                .setTenantId(Tenants.only(request.getTenantId(), "BroadcastSignal"))),
                answer -> BroadcastSignalResponse.newBuilder()
                        .setKey(answer.key())
                        .setTenantId(answer.as(new SignalRecord()).getTenantId())
                        .build(),
                caller);
    }

    @Override
    public void resolveIncident(ResolveIncidentRequest request, StreamObserver<ResolveIncidentResponse> caller) {
        ask(
                () -> Command.of(
                                request.getIncidentKey(),
                                ValueType.INCIDENT,
                                IncidentIntent.RESOLVE,
                                new IncidentRecord())
                        .referencedBy(request.getOperationReference()),
                answer -> ResolveIncidentResponse.getDefaultInstance(),
                caller);
    }

    @Override
    public void completeJob(CompleteJobRequest request, StreamObserver<CompleteJobResponse> caller) {
        ask(() -> JobRequests.complete(request), answer -> CompleteJobResponse.getDefaultInstance(), caller);
    }

    @Override
    public void failJob(FailJobRequest request, StreamObserver<FailJobResponse> caller) {
        ask(() -> JobRequests.fail(request), answer -> FailJobResponse.getDefaultInstance(), caller);
    }

    @Override
    public void throwError(ThrowErrorRequest request, StreamObserver<ThrowErrorResponse> caller) {
        ask(() -> JobRequests.error(request), answer -> ThrowErrorResponse.getDefaultInstance(), caller);
    }

    @Override
    public void updateJobRetries(UpdateJobRetriesRequest request, StreamObserver<UpdateJobRetriesResponse> caller) {
        ask(() -> JobRequests.retries(request), answer -> UpdateJobRetriesResponse.getDefaultInstance(), caller);
    }

    @Override
    public void updateJobTimeout(UpdateJobTimeoutRequest request, StreamObserver<UpdateJobTimeoutResponse> caller) {
        ask(() -> JobRequests.timeout(request), answer -> UpdateJobTimeoutResponse.getDefaultInstance(), caller);
    }

    @Override
    public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> caller) {
        delivery.poll(request, caller);
    }

    @Override
    public void streamActivatedJobs(StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> caller) {
        delivery.stream(request, caller);
    }

    private <T> void ask(Supplier<Command> command, Function<Answer, T> response, StreamObserver<T> caller) {
        ask(command, Commands.PATIENCE, response, caller);
    }

    private <T> void ask(
            Supplier<Command> command, Duration patience, Function<Answer, T> response, StreamObserver<T> caller) {
        try {
            commands.send(command.get(), patience).thenApply(response).whenComplete((told, failed) -> {
                if (failed != null) {
                    caller.onError(Statuses.of(failed));
                    return;
                }
                caller.onNext(told);
                caller.onCompleted();
            });
        } catch (RuntimeException refused) {
            caller.onError(Statuses.of(refused));
        }
    }
}
