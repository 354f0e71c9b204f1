package fr.acquis.devservices.camunda;

import io.camunda.zeebe.engine.state.instance.ElementInstance;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import java.util.Set;

/** A process instance that has not ended; an absent key is -1. */
public record ActiveInstance(
        long key,
        String processId,
        int version,
        long definitionKey,
        long parentInstanceKey,
        long parentElementInstanceKey,
        Set<String> tags,
        String tenant) {

    static ActiveInstance of(ElementInstance element) {
        ProcessInstanceRecord process = element.getValue();
        return new ActiveInstance(
                element.getKey(),
                process.getBpmnProcessId(),
                process.getVersion(),
                process.getProcessDefinitionKey(),
                process.getParentProcessInstanceKey(),
                process.getParentElementInstanceKey(),
                Set.copyOf(process.getTags()),
                process.getTenantId());
    }
}
