package fr.acquis.devservices.camunda.rest;

import fr.acquis.devservices.camunda.ActiveInstance;
import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Commands;
import fr.acquis.devservices.camunda.Definition;
import fr.acquis.devservices.camunda.EngineState;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Process instances and their definitions. */
final class ProcessEndpoints extends Endpoints {

    private final EngineState state;
    private final Searches<ActiveInstance> searches = new Searches<>("processInstanceKey", ActiveInstance::key)
            .by("processDefinitionId", ActiveInstance::processId)
            .by("processDefinitionKey", ActiveInstance::definitionKey)
            .by("processDefinitionVersion", ActiveInstance::version)
            .by("parentProcessInstanceKey", ActiveInstance::parentInstanceKey)
            .by("parentElementInstanceKey", ActiveInstance::parentElementInstanceKey)
            .by("tags", ActiveInstance::tags)
            .by("tenantId", ActiveInstance::tenant)
            .by("state", instance -> "ACTIVE");

    ProcessEndpoints(Commands commands, EngineState state) {
        super(commands);
        this.state = state;
    }

    @Override
    void addTo(Routes routes) {
        routes.on("POST", "/v2/process-instances", this::create)
                .on("POST", "/v2/process-instances/search", this::search)
                .on("GET", "/v2/process-instances/{processInstanceKey}", this::get)
                .on("POST", "/v2/process-instances/{processInstanceKey}/cancellation", this::cancel)
                .on("GET", "/v2/process-definitions/{processDefinitionKey}/xml", this::xml);
    }

    private Reply create(Call call) {
        ProcessInstanceCreationRecord creation = new ProcessInstanceCreationRecord()
                .setVariables(call.variables())
                .setTenantId(tenant(call));
        boolean byKey = call.has("processDefinitionKey");
        boolean byId = call.has("processDefinitionId");
        if (byKey && byId) {
            throw Problem.invalid("Only one of [processDefinitionId, processDefinitionKey] is allowed.");
        }
        if (!byKey && !byId) {
            throw Problem.invalid("At least one of [processDefinitionId, processDefinitionKey] is required.");
        }
        if (byKey) {
            creation.setProcessDefinitionKey(call.number("processDefinitionKey", -1));
        } else {
            creation.setBpmnProcessId(call.required("processDefinitionId"))
                    .setVersion((int) call.number("processDefinitionVersion", -1));
        }
        if (call.body().hasNonNull("tags")) {
            Set<String> tags = new HashSet<>();
            call.body().get("tags").forEach(tag -> tags.add(tag.asString()));
            creation.setTags(tags);
        }
        return call.flag("awaitCompletion", false) ? createAndWait(call, creation) : createNow(creation);
    }

    private Reply createNow(ProcessInstanceCreationRecord creation) {
        Answer answer =
                send(Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
        ProcessInstanceCreationRecord created = answer.as(new ProcessInstanceCreationRecord());
        return Reply.json(new Document()
                .with("processDefinitionId", created.getBpmnProcessId())
                .with("processDefinitionVersion", created.getVersion())
                .key("processDefinitionKey", created.getProcessDefinitionKey())
                .key("processInstanceKey", created.getProcessInstanceKey())
                .with("tenantId", created.getTenantId())
                .with("variables", Map.of())
                .with("tags", created.getTags())
                .done());
    }

    private Reply createAndWait(Call call, ProcessInstanceCreationRecord creation) {
        if (call.body().hasNonNull("fetchVariables")) {
            List<String> names = new ArrayList<>();
            call.body().get("fetchVariables").forEach(name -> names.add(name.asString()));
            creation.setFetchVariables(names);
        }
        Answer answer = send(Command.of(
                ValueType.PROCESS_INSTANCE_CREATION,
                ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
                creation));
        ProcessInstanceResultRecord result = answer.as(new ProcessInstanceResultRecord());
        return Reply.json(new Document()
                .with("processDefinitionId", result.getBpmnProcessId())
                .with("processDefinitionVersion", result.getVersion())
                .key("processDefinitionKey", result.getProcessDefinitionKey())
                .key("processInstanceKey", result.getProcessInstanceKey())
                .with("tenantId", result.getTenantId())
                .with("variables", MsgPackConverter.convertToMap(result.getVariablesBuffer()))
                .with("tags", result.getTags())
                .done());
    }

    private Reply cancel(Call call) {
        long key = call.key("processInstanceKey");
        return sent(Command.of(
                        key,
                        ValueType.PROCESS_INSTANCE,
                        ProcessInstanceIntent.CANCEL,
                        new ProcessInstanceRecord().setProcessInstanceKey(key))
                .referencedBy(call.number("operationReference", 0)));
    }

    private Reply get(Call call) {
        long key = call.key("processInstanceKey");
        return Reply.json(show(
                state.instance(key).orElseThrow(() -> Problem.notFound("Process Instance", key)),
                instancesInTrouble()));
    }

    private Reply search(Call call) {
        Set<Long> inTrouble = instancesInTrouble();
        return Reply.json(searches.answer(call, state::eachInstance, instance -> show(instance, inTrouble)));
    }

    private Set<Long> instancesInTrouble() {
        Set<Long> keys = new HashSet<>();
        state.eachIncident(incident -> keys.add(incident.instanceKey()));
        return keys;
    }

    private Map<String, Object> show(ActiveInstance instance, Set<Long> inTrouble) {
        Optional<Definition> definition = state.definition(instance.definitionKey());
        return new Document()
                .key("processInstanceKey", instance.key())
                .with("processDefinitionId", instance.processId())
                .with("processDefinitionName", definition.map(Definition::name).orElse(instance.processId()))
                .with("processDefinitionVersion", instance.version())
                .text(
                        "processDefinitionVersionTag",
                        definition.flatMap(Definition::tag).orElse(""))
                .key("processDefinitionKey", instance.definitionKey())
                .key("parentProcessInstanceKey", instance.parentInstanceKey())
                .key("parentElementInstanceKey", instance.parentElementInstanceKey())
                .with("startDate", state.madeAt(instance.key()).toString())
                .with("state", "ACTIVE")
                .with("hasIncident", inTrouble.contains(instance.key()))
                .with("tags", instance.tags())
                .with("tenantId", instance.tenant())
                .done();
    }

    private Reply xml(Call call) {
        long key = call.key("processDefinitionKey");
        return Reply.xml(state.definition(key)
                .map(Definition::xml)
                .orElseThrow(() -> Problem.notFound("Process Definition", key)));
    }
}
