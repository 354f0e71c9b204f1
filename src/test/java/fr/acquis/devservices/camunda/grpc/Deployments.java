package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DecisionRequirementsMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeleteResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.FormMetadata;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessMetadata;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import io.camunda.zeebe.protocol.record.value.deployment.ProcessMetadataValue;
import java.util.List;

/** Deploying and deleting, asked and answered. */
final class Deployments {

    /** A file to deploy. */
    record Resource(String name, byte[] content) {}

    private Deployments() {}

    static Command deploy(DeployResourceRequest request) {
        return deploy(
                Tenants.only(request.getTenantId(), "DeployResource"),
                request.getResourcesList().stream()
                        .map(file ->
                                new Resource(file.getName(), file.getContent().toByteArray()))
                        .toList());
    }

    static Command deploy(String tenant, List<Resource> files) {
        DeploymentRecord deployment = new DeploymentRecord().setTenantId(tenant);
        for (Resource file : files) {
            deployment.resources().add().setResourceName(file.name()).setResource(file.content());
        }
        return Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deployment);
    }

    static DeployResourceResponse deployed(Answer answer) {
        DeploymentRecord deployment = answer.as(new DeploymentRecord());
        DeployResourceResponse.Builder response =
                DeployResourceResponse.newBuilder().setKey(answer.key()).setTenantId(deployment.getTenantId());
        deployment
                .getProcessesMetadata()
                .forEach(process -> response.addDeploymentsBuilder().setProcess(process(process)));
        deployment
                .getDecisionsMetadata()
                .forEach(decision -> response.addDeploymentsBuilder()
                        .setDecision(DecisionMetadata.newBuilder()
                                .setDmnDecisionId(decision.getDecisionId())
                                .setDmnDecisionName(decision.getDecisionName())
                                .setVersion(decision.getVersion())
                                .setDecisionKey(decision.getDecisionKey())
                                .setDmnDecisionRequirementsId(decision.getDecisionRequirementsId())
                                .setDecisionRequirementsKey(decision.getDecisionRequirementsKey())
                                .setTenantId(decision.getTenantId())));
        deployment
                .getDecisionRequirementsMetadata()
                .forEach(graph -> response.addDeploymentsBuilder()
                        .setDecisionRequirements(DecisionRequirementsMetadata.newBuilder()
                                .setDmnDecisionRequirementsId(graph.getDecisionRequirementsId())
                                .setDmnDecisionRequirementsName(graph.getDecisionRequirementsName())
                                .setVersion(graph.getDecisionRequirementsVersion())
                                .setDecisionRequirementsKey(graph.getDecisionRequirementsKey())
                                .setResourceName(graph.getResourceName())
                                .setTenantId(graph.getTenantId())));
        deployment
                .getFormMetadata()
                .forEach(form -> response.addDeploymentsBuilder()
                        .setForm(FormMetadata.newBuilder()
                                .setFormId(form.getFormId())
                                .setVersion(form.getVersion())
                                .setFormKey(form.getFormKey())
                                .setResourceName(form.getResourceName())
                                .setTenantId(form.getTenantId())));
        return response.build();
    }

    static ProcessMetadata process(ProcessMetadataValue process) {
        return ProcessMetadata.newBuilder()
                .setBpmnProcessId(process.getBpmnProcessId())
                .setVersion(process.getVersion())
                .setProcessDefinitionKey(process.getProcessDefinitionKey())
                .setResourceName(process.getResourceName())
                .setTenantId(process.getTenantId())
                .build();
    }

    static Command delete(DeleteResourceRequest request) {
        return Command.of(
                        ValueType.RESOURCE_DELETION,
                        ResourceDeletionIntent.DELETE,
                        new ResourceDeletionRecord().setResourceKey(request.getResourceKey()))
                .referencedBy(request.getOperationReference());
    }
}
