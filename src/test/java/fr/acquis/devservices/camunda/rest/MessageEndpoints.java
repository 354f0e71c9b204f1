package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageCorrelationRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageCorrelationIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;

/** Messages: published to wait, or correlated now. */
final class MessageEndpoints extends Endpoints {

    MessageEndpoints(Commands commands) {
        super(commands);
    }

    @Override
    void addTo(Routes routes) {
        routes.on("POST", "/v2/messages/publication", this::publish)
                .on("POST", "/v2/messages/correlation", this::correlate);
    }

    private Reply publish(Call call) {
        Answer answer = send(Command.of(
                ValueType.MESSAGE,
                MessageIntent.PUBLISH,
                new MessageRecord()
                        .setName(call.required("name"))
                        .setCorrelationKey(call.text("correlationKey", ""))
                        .setTimeToLive(call.number("timeToLive", 0))
                        .setMessageId(call.text("messageId", ""))
                        .setVariables(call.variables())
                        .setTenantId(tenant(call))));
        return Reply.json(new Document()
                .key("messageKey", answer.key())
                .with("tenantId", answer.as(new MessageRecord()).getTenantId())
                .done());
    }

    private Reply correlate(Call call) {
        MessageCorrelationRecord correlated = send(Command.of(
                        ValueType.MESSAGE_CORRELATION,
                        MessageCorrelationIntent.CORRELATE,
                        new MessageCorrelationRecord()
                                .setName(call.required("name", "No messageName provided."))
                                .setCorrelationKey(call.text("correlationKey", ""))
                                .setVariables(call.variables())
                                .setTenantId(tenant(call))))
                .as(new MessageCorrelationRecord());
        return Reply.json(new Document()
                .key("messageKey", correlated.getMessageKey())
                .key("processInstanceKey", correlated.getProcessInstanceKey())
                .with("tenantId", correlated.getTenantId())
                .done());
    }
}
