package fr.acquis.devservices.camunda;

import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;

/** An incident nobody has resolved; an absent key is -1. */
public record ActiveIncident(
        long key,
        String errorType,
        String errorMessage,
        String elementId,
        long elementInstanceKey,
        long jobKey,
        String processId,
        long definitionKey,
        long instanceKey,
        String tenant) {

    static ActiveIncident of(long key, IncidentRecord incident) {
        return new ActiveIncident(
                key,
                incident.getErrorType().name(),
                incident.getErrorMessage(),
                incident.getElementId(),
                incident.getElementInstanceKey(),
                incident.getJobKey(),
                incident.getBpmnProcessId(),
                incident.getProcessDefinitionKey(),
                incident.getProcessInstanceKey(),
                incident.getTenantId());
    }
}
