package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.command.MigrationPlan;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is done to a running instance. */
abstract class InstanceContract extends Contract {

    private String twoSteps(String word) {
        String id = unique(word);
        deploy(process(id)
                .startEvent()
                .subProcess(
                        "phase",
                        phase -> phase.embeddedSubProcess()
                                .startEvent()
                                .serviceTask("first", task -> task.zeebeJobType(id + "first"))
                                .serviceTask("second", task -> task.zeebeJobType(id + "second"))
                                .endEvent())
                .serviceTask("last", task -> task.zeebeJobType(id + "last"))
                .endEvent()
                .done());
        return id;
    }

    @Test
    void a_variable_set_from_outside_goes_to_its_scope_or_stays_where_it_was_put() {
        String id = twoSteps("variables");
        long instance = start(id, Map.of("a", 1));
        ActivatedJob first = take(id + "first");
        camunda.newSetVariablesCommand(instance)
                .variables(Map.of("a", 2))
                .send()
                .join();
        camunda.newSetVariablesCommand(first.getElementInstanceKey())
                .variables(Map.of("a", 3))
                .local(true)
                .send()
                .join();
        camunda.newSetVariablesCommand(first.getElementInstanceKey())
                .variables(Map.of("b", 4))
                .send()
                .join();
        complete(first);
        assertThat(take(id + "second").getVariablesAsMap())
                .containsEntry("a", 2)
                .containsEntry("b", 4);
    }

    @Test
    void a_caller_may_wait_for_the_result_and_choose_what_to_see() {
        String id = unique("result");
        deploy(process(id)
                .startEvent()
                .endEvent("end", end -> end.zeebeOutputExpression("x + 1", "y"))
                .done());
        ProcessInstanceResult result = camunda.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .variables(Map.of("x", 1, "z", "big"))
                .withResult()
                .fetchVariables("y")
                .send()
                .join();
        assertThat(result.getVariablesAsMap()).containsOnlyKeys("y").containsEntry("y", 2);
        assertThat(result.getBpmnProcessId()).isEqualTo(id);
        assertThat(result.getTenantId()).isEqualTo("<default>");
    }

    @Test
    void a_caller_that_waits_too_long_is_told() {
        String id = twoSteps("slow");
        refused(
                Status.Code.DEADLINE_EXCEEDED,
                () -> camunda.newCreateInstanceCommand()
                        .bpmnProcessId(id)
                        .latestVersion()
                        .withResult()
                        .requestTimeout(Duration.ofMillis(300))
                        .send()
                        .join());
        take(id + "first");
    }

    @Test
    void a_cancelled_instance_leaves_nothing_and_is_cancelled_once() {
        String id = twoSteps("cancel");
        long instance = start(id);
        ActivatedJob job = take(id + "first");
        camunda.newCancelInstanceCommand(instance).send().join();
        refused(Status.Code.NOT_FOUND, () -> complete(job));
        refused(
                Status.Code.NOT_FOUND,
                () -> camunda.newCancelInstanceCommand(instance).send().join(),
                "no such process was found");
        refused(
                404,
                "NOT_FOUND",
                () -> overRest.newCancelInstanceCommand(instance).send().join());
    }

    @Test
    void a_modification_moves_the_token() {
        String id = twoSteps("modify");
        long instance = start(id);
        ActivatedJob first = take(id + "first");
        camunda.newModifyProcessInstanceCommand(instance)
                .activateElement("last")
                .withVariables(Map.of("skipped", true), "last")
                .and()
                .terminateElement(first.getElementInstanceKey())
                .send()
                .join();
        assertThat(take(id + "last").getVariablesAsMap()).containsEntry("skipped", true);
        refused(Status.Code.NOT_FOUND, () -> complete(first));
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> camunda.newModifyProcessInstanceCommand(instance)
                        .activateElement("nowhere")
                        .send()
                        .join(),
                "nowhere");
    }

    @Test
    void an_instance_may_start_in_the_middle() {
        String id = twoSteps("middle");
        camunda.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .startBeforeElement("second")
                .send()
                .join();
        take(id + "second");
        nobodyFinds(id + "first");
    }

    @Test
    void an_instance_may_be_told_to_end_after_an_element() {
        String id = twoSteps("until");
        long instance = camunda.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .terminateAfterElement("first")
                .send()
                .join()
                .getProcessInstanceKey();
        complete(take(id + "first"));
        refused(
                Status.Code.NOT_FOUND,
                () -> camunda.newCancelInstanceCommand(instance).send().join());
        nobodyFinds(id + "second");
    }

    @Test
    void a_migrated_instance_goes_on_in_the_new_model() {
        String id = twoSteps("migrate");
        String next = unique("next");
        long target = deploy(process(next)
                .startEvent()
                .subProcess(
                        "part",
                        phase -> phase.embeddedSubProcess()
                                .startEvent()
                                .serviceTask("begin", task -> task.zeebeJobType(id + "first"))
                                .endEvent())
                .serviceTask("finish", task -> task.zeebeJobType(next))
                .endEvent()
                .done());
        long instance = start(id);
        ActivatedJob first = take(id + "first");
        camunda.newMigrateProcessInstanceCommand(instance)
                .migrationPlan(MigrationPlan.newBuilder()
                        .withTargetProcessDefinitionKey(target)
                        .addMappingInstruction("phase", "part")
                        .addMappingInstruction("first", "begin")
                        .build())
                .send()
                .join();
        complete(first);
        ActivatedJob after = take(next);
        assertThat(after.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(after.getProcessDefinitionKey()).isEqualTo(target);
    }

    @Test
    void a_migration_that_forgets_an_active_element_is_refused() {
        String id = twoSteps("forget");
        long target = deploy(process(unique("other"))
                .startEvent()
                .serviceTask("begin", task -> task.zeebeJobType("x"))
                .endEvent()
                .done());
        long instance = start(id);
        take(id + "first");
        refused(
                Status.Code.FAILED_PRECONDITION,
                () -> camunda.newMigrateProcessInstanceCommand(instance)
                        .migrationPlan(MigrationPlan.newBuilder()
                                .withTargetProcessDefinitionKey(target)
                                .addMappingInstruction("first", "begin")
                                .build())
                        .send()
                        .join(),
                "no mapping instruction defined for active element");
    }

    @Test
    void starting_by_rest_is_the_same() {
        String id = unique("rest");
        deploy(process(id)
                .startEvent()
                .endEvent("end", end -> end.zeebeOutputExpression("x * 2", "y"))
                .done());
        var result = overRest.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .latestVersion()
                .variables(Map.of("x", 21))
                .withResult()
                .send()
                .join();
        assertThat(result.getVariablesAsMap()).containsEntry("y", 42);
    }
}
