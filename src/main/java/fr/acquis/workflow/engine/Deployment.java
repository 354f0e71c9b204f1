package fr.acquis.workflow.engine;

import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the whole set of models to the engine in one command, once per start: a process, its rules and its forms change
 * together. The same content makes no new version.
 */
@Component
class Deployment {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);

    private final CamundaClient client;
    private final Models models;
    private final WorkflowSettings settings;

    Deployment(CamundaClient client, Models models, WorkflowSettings settings) {
        this.client = client;
        this.models = models;
        this.settings = settings;
    }

    void deploy() {
        if (models.all().isEmpty()) {
            throw new IllegalStateException("no model is shipped with the application: bpmn/*.bpmn is missing");
        }
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 filled = null;
        for (Models.Model model : models.all()) {
            filled = (filled == null ? command : filled).addResourceBytes(model.content(), model.name());
        }
        DeploymentEvent deployed =
                filled.requestTimeout(settings.requestTimeout()).send().join();
        log.info("The engine has the models: {}", String.join(", ", versions(deployed)));
    }

    private static Iterable<String> versions(DeploymentEvent deployed) {
        return deployed.getProcesses().stream()
                .map(process -> "%s version %d".formatted(process.getBpmnProcessId(), process.getVersion()))
                .sorted()
                .toList();
    }
}
