package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Models, decisions and forms, deployed together. */
final class DeploymentEndpoints extends Endpoints {

    DeploymentEndpoints(Commands commands) {
        super(commands);
    }

    @Override
    void addTo(Routes routes) {
        routes.on("POST", "/v2/deployments", this::deploy);
    }

    private Reply deploy(Call call) {
        DeploymentRecord deployment = new DeploymentRecord().setTenantId(TENANT);
        for (Call.Part part : call.parts()) {
            if (part.name().equals("resources")) {
                deployment.resources().add().setResourceName(part.fileName()).setResource(part.content());
            }
        }
        if (!deployment.hasResources() && deployment.getResources().isEmpty()) {
            throw Problem.badRequest("Required part 'resources' is not present.");
        }
        return Reply.json(show(send(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, deployment))));
    }

    private static Map<String, Object> show(Answer answer) {
        DeploymentRecord deployed = answer.as(new DeploymentRecord());
        List<Map<String, Object>> items = new ArrayList<>();
        deployed.getProcessesMetadata()
                .forEach(process -> items.add(Map.of(
                        "processDefinition",
                        new Document()
                                .with("processDefinitionId", process.getBpmnProcessId())
                                .with("processDefinitionVersion", process.getVersion())
                                .key("processDefinitionKey", process.getProcessDefinitionKey())
                                .with("resourceName", process.getResourceName())
                                .with("tenantId", process.getTenantId())
                                .done())));
        deployed.getDecisionsMetadata()
                .forEach(decision -> items.add(Map.of(
                        "decisionDefinition",
                        new Document()
                                .with("decisionDefinitionId", decision.getDecisionId())
                                .with("name", decision.getDecisionName())
                                .with("version", decision.getVersion())
                                .key("decisionDefinitionKey", decision.getDecisionKey())
                                .with("decisionRequirementsId", decision.getDecisionRequirementsId())
                                .key("decisionRequirementsKey", decision.getDecisionRequirementsKey())
                                .with("tenantId", decision.getTenantId())
                                .done())));
        deployed.getDecisionRequirementsMetadata()
                .forEach(graph -> items.add(Map.of(
                        "decisionRequirements",
                        new Document()
                                .with("decisionRequirementsId", graph.getDecisionRequirementsId())
                                .with("decisionRequirementsName", graph.getDecisionRequirementsName())
                                .with("version", graph.getDecisionRequirementsVersion())
                                .key("decisionRequirementsKey", graph.getDecisionRequirementsKey())
                                .with("resourceName", graph.getResourceName())
                                .with("tenantId", graph.getTenantId())
                                .done())));
        deployed.getFormMetadata()
                .forEach(form -> items.add(Map.of(
                        "form",
                        new Document()
                                .with("formId", form.getFormId())
                                .with("version", form.getVersion())
                                .key("formKey", form.getFormKey())
                                .with("resourceName", form.getResourceName())
                                .with("tenantId", form.getTenantId())
                                .done())));
        return new Document()
                .key("deploymentKey", answer.key())
                .with("deployments", items)
                .with("tenantId", deployed.getTenantId())
                .done();
    }
}
