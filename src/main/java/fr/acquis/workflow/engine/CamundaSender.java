package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.WorkflowSettings;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Messages go by gRPC, completions by REST, the only way there is for them. */
@Component
class CamundaSender implements CommandSender {

    private static final Logger log = LoggerFactory.getLogger(CamundaSender.class);

    private final CamundaClient client;
    private final WorkflowSettings settings;

    CamundaSender(CamundaClient client, WorkflowSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public Reply send(EngineCommand command) {
        try {
            switch (command) {
                case EngineCommand.Publish publish -> publish(publish);
                case EngineCommand.CompleteTask complete -> complete(complete);
            }
            return Reply.OK;
        } catch (ClientException refused) {
            Reply reply = Replies.of(refused);
            log.debug("{}: {}", reply, command, refused);
            return reply;
        }
    }

    private void publish(EngineCommand.Publish publish) {
        client.newPublishMessageCommand()
                .messageName(publish.messageName())
                .correlationKey(publish.correlationKey())
                .messageId(publish.messageId())
                .timeToLive(settings.messageLife())
                .variables(publish.facts().values())
                .requestTimeout(settings.requestTimeout())
                .send()
                .join();
    }

    private void complete(EngineCommand.CompleteTask complete) {
        client.newCompleteUserTaskCommand(complete.taskKey())
                .variables(complete.facts().values())
                .requestTimeout(settings.requestTimeout())
                .send()
                .join();
    }
}
