package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Command;
import fr.acquis.devservices.camunda.Refusal;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceWithResultRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MigrateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ModifyProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.SetVariablesRequest;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.Set;

/** What is asked about process instances, as commands. */
final class ProcessRequests {

    private ProcessRequests() {}

    static Command create(CreateProcessInstanceRequest request) {
        return Command.of(
                        ValueType.PROCESS_INSTANCE_CREATION,
                        ProcessInstanceCreationIntent.CREATE,
                        creation(request, "CreateProcessInstance"))
                .referencedBy(request.getOperationReference());
    }

    static Command createWithResult(CreateProcessInstanceWithResultRequest request) {
        ProcessInstanceCreationRecord creation = creation(request.getRequest(), "CreateProcessInstanceWithResult")
                .setFetchVariables(request.getFetchVariablesList());
        return Command.of(
                        ValueType.PROCESS_INSTANCE_CREATION,
                        ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
                        creation)
                .referencedBy(request.getRequest().getOperationReference());
    }

    private static ProcessInstanceCreationRecord creation(CreateProcessInstanceRequest request, String method) {
        ProcessInstanceCreationRecord creation = new ProcessInstanceCreationRecord()
                .setBpmnProcessId(request.getBpmnProcessId())
                .setProcessDefinitionKey(request.getProcessDefinitionKey())
                .setVersion(request.getVersion())
                .setVariables(Variables.packed(request.getVariables()))
                .setTenantId(Tenants.only(request.getTenantId(), method))
                .setTags(Set.copyOf(request.getTagsList()));
        request.getStartInstructionsList()
                .forEach(start -> creation.addStartInstruction(
                        new ProcessInstanceCreationStartInstruction().setElementId(start.getElementId())));
        request.getRuntimeInstructionsList().forEach(instruction -> {
            if (!instruction.hasTerminate()) {
                throw new Refusal(Refusal.Kind.INVALID_ARGUMENT, "A runtime instruction says nothing");
            }
            creation.addRuntimeInstruction(new ProcessInstanceCreationRuntimeInstruction()
                    .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
                    .setAfterElementId(instruction.getTerminate().getAfterElementId()));
        });
        return creation;
    }

    static Command cancel(CancelProcessInstanceRequest request) {
        return Command.of(
                        request.getProcessInstanceKey(),
                        ValueType.PROCESS_INSTANCE,
                        ProcessInstanceIntent.CANCEL,
                        new ProcessInstanceRecord().setProcessInstanceKey(request.getProcessInstanceKey()))
                .referencedBy(request.getOperationReference());
    }

    static Command setVariables(SetVariablesRequest request) {
        VariableDocumentRecord document = new VariableDocumentRecord()
                .setScopeKey(request.getElementInstanceKey())
                .setVariables(Variables.packed(request.getVariables()))
                .setUpdateSemantics(
                        request.getLocal()
                                ? VariableDocumentUpdateSemantic.LOCAL
                                : VariableDocumentUpdateSemantic.PROPAGATE);
        return Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, document)
                .referencedBy(request.getOperationReference());
    }

    static Command modify(ModifyProcessInstanceRequest request) {
        ProcessInstanceModificationRecord modification =
                new ProcessInstanceModificationRecord().setProcessInstanceKey(request.getProcessInstanceKey());
        request.getActivateInstructionsList().forEach(activate -> {
            ProcessInstanceModificationActivateInstruction instruction =
                    new ProcessInstanceModificationActivateInstruction()
                            .setElementId(activate.getElementId())
                            .setAncestorScopeKey(activate.getAncestorElementInstanceKey());
            activate.getVariableInstructionsList()
                    .forEach(variables ->
                            instruction.addVariableInstruction(new ProcessInstanceModificationVariableInstruction()
                                    .setElementId(variables.getScopeId())
                                    .setVariables(Variables.packed(variables.getVariables()))));
            modification.addActivateInstruction(instruction);
        });
        request.getTerminateInstructionsList()
                .forEach(terminate ->
                        modification.addTerminateInstruction(new ProcessInstanceModificationTerminateInstruction()
                                .setElementInstanceKey(terminate.getElementInstanceKey())));
        return Command.of(
                        request.getProcessInstanceKey(),
                        ValueType.PROCESS_INSTANCE_MODIFICATION,
                        ProcessInstanceModificationIntent.MODIFY,
                        modification)
                .referencedBy(request.getOperationReference());
    }

    static Command migrate(MigrateProcessInstanceRequest request) {
        ProcessInstanceMigrationRecord migration = new ProcessInstanceMigrationRecord()
                .setProcessInstanceKey(request.getProcessInstanceKey())
                .setTargetProcessDefinitionKey(request.getMigrationPlan().getTargetProcessDefinitionKey());
        request.getMigrationPlan()
                .getMappingInstructionsList()
                .forEach(mapping -> migration.addMappingInstruction(new ProcessInstanceMigrationMappingInstruction()
                        .setSourceElementId(mapping.getSourceElementId())
                        .setTargetElementId(mapping.getTargetElementId())));
        return Command.of(
                        request.getProcessInstanceKey(),
                        ValueType.PROCESS_INSTANCE_MIGRATION,
                        ProcessInstanceMigrationIntent.MIGRATE,
                        migration)
                .referencedBy(request.getOperationReference());
    }
}
