package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.ActiveIncident;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.EngineState;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import java.util.Map;

/** Incidents: found and resolved. */
final class IncidentEndpoints extends Endpoints {

    private final EngineState state;
    private final Searches<ActiveIncident> searches = new Searches<>("incidentKey", ActiveIncident::key)
            .by("state", incident -> "ACTIVE")
            .by("processInstanceKey", ActiveIncident::instanceKey)
            .by("processDefinitionKey", ActiveIncident::definitionKey)
            .by("processDefinitionId", ActiveIncident::processId)
            .by("elementId", ActiveIncident::elementId)
            .by("elementInstanceKey", ActiveIncident::elementInstanceKey)
            .by("jobKey", ActiveIncident::jobKey)
            .by("errorType", ActiveIncident::errorType)
            .by("errorMessage", ActiveIncident::errorMessage)
            .by("tenantId", ActiveIncident::tenant);

    IncidentEndpoints(Commands commands, EngineState state) {
        super(commands);
        this.state = state;
    }

    @Override
    void addTo(Routes routes) {
        routes.on(
                        "POST",
                        "/v2/incidents/search",
                        call -> Reply.json(searches.answer(call, state::eachIncident, this::show)))
                .on("GET", "/v2/incidents/{incidentKey}", this::get)
                .on("POST", "/v2/incidents/{incidentKey}/resolution", this::resolve);
    }

    private Reply resolve(Call call) {
        return sent(
                Command.of(call.key("incidentKey"), ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord())
                        .referencedBy(call.number("operationReference", 0)));
    }

    private Reply get(Call call) {
        long key = call.key("incidentKey");
        return Reply.json(show(state.incident(key).orElseThrow(() -> Problem.notFound("Incident", key))));
    }

    private Map<String, Object> show(ActiveIncident incident) {
        return new Document()
                .key("incidentKey", incident.key())
                .with("state", "ACTIVE")
                .with("errorType", incident.errorType())
                .with("errorMessage", incident.errorMessage())
                .with("creationTime", state.madeAt(incident.key()).toString())
                .text("elementId", incident.elementId())
                .key("elementInstanceKey", incident.elementInstanceKey())
                .key("jobKey", incident.jobKey())
                .text("processDefinitionId", incident.processId())
                .key("processDefinitionKey", incident.definitionKey())
                .key("processInstanceKey", incident.instanceKey())
                .with("tenantId", incident.tenant())
                .done();
    }
}
