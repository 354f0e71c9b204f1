package fr.acquis.workflow.engine;

import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The epoch as the engine knows it: a process of one step whose result is the epoch. Asking is running it once, so the
 * answer comes from the engine's own state, never from a search that lags behind.
 */
@Component
class EpochMarker {

    static final String PROCESS = "engine-epoch";

    private final CamundaClient client;
    private final WorkflowSettings settings;

    EpochMarker(CamundaClient client, WorkflowSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** @throws ClientException when the engine does not answer */
    Optional<UUID> read() {
        try {
            Object epoch = client.newCreateInstanceCommand()
                    .bpmnProcessId(PROCESS)
                    .latestVersion()
                    .withResult()
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join()
                    .getVariablesAsMap()
                    .get("epoch");
            return Optional.of(UUID.fromString(String.valueOf(epoch)));
        } catch (ClientException failed) {
            if (Replies.of(failed) == Reply.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    void write(UUID epoch) {
        client.newDeployResourceCommand()
                .addResourceString(MODEL.formatted(epoch), StandardCharsets.UTF_8, PROCESS + ".bpmn")
                .requestTimeout(settings.requestTimeout())
                .send()
                .join();
    }

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
                id="engine-epoch-definitions" targetNamespace="http://acquis.fr/bpmn">
              <bpmn:process id="engine-epoch" name="À quelle base ce moteur appartient" isExecutable="true">
                <bpmn:startEvent id="asked">
                  <bpmn:extensionElements>
                    <zeebe:ioMapping><zeebe:output source="=&quot;%s&quot;" target="epoch"/></zeebe:ioMapping>
                  </bpmn:extensionElements>
                  <bpmn:outgoing>asked--answered</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:endEvent id="answered"><bpmn:incoming>asked--answered</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="asked--answered" sourceRef="asked" targetRef="answered"/>
              </bpmn:process>
            </bpmn:definitions>
            """;
}
