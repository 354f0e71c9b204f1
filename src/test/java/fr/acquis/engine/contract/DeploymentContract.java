package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models, decisions and forms on their way into the engine. */
abstract class DeploymentContract extends Contract {

    private static final String BROKEN =
            "<?xml version=\"1.0\"?><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";

    private static BpmnModelInstance telling(String id, String word) {
        return process(id)
                .startEvent()
                .endEvent("end", end -> end.zeebeOutputExpression("\"" + word + "\"", "told"))
                .done();
    }

    private static BpmnModelInstance calling(String id, String called, ZeebeBindingType binding) {
        return process(id)
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(called).zeebeBindingType(binding))
                .endEvent()
                .done();
    }

    @Test
    void a_process_a_decision_and_a_form_are_deployed_together() {
        String id = unique("together");
        DeploymentEvent deployed = camunda.newDeployResourceCommand()
                .addProcessModel(telling(id, "x"), id + ".bpmn")
                .addResourceStringUtf8(Decisions.table(id + "-decision", "UNIQUE", ""), id + ".dmn")
                .addResourceStringUtf8(
                        "{\"id\":\"%s-form\",\"type\":\"default\",\"components\":[]}".formatted(id), id + ".form")
                .send()
                .join();
        assertThat(deployed.getProcesses()).singleElement().satisfies(process -> {
            assertThat(process.getBpmnProcessId()).isEqualTo(id);
            assertThat(process.getVersion()).isEqualTo(1);
            assertThat(process.getResourceName()).isEqualTo(id + ".bpmn");
            assertThat(process.getTenantId()).isEqualTo("<default>");
        });
        assertThat(deployed.getDecisions()).singleElement().satisfies(decision -> {
            assertThat(decision.getDmnDecisionId()).isEqualTo(id + "-decision");
            assertThat(decision.getVersion()).isEqualTo(1);
        });
        assertThat(deployed.getDecisionRequirements()).hasSize(1);
        assertThat(deployed.getForm())
                .singleElement()
                .satisfies(form -> assertThat(form.getFormId()).isEqualTo(id + "-form"));
    }

    @Test
    void the_same_model_again_is_the_same_version_and_a_changed_one_the_next() {
        String id = unique("again");
        BpmnModelInstance model = telling(id, "one");
        Process first = deployAs(model, id);
        Process same = deployAs(model, id);
        Process changed = deployAs(telling(id, "two"), id);
        assertThat(same.getVersion()).isEqualTo(1);
        assertThat(same.getProcessDefinitionKey()).isEqualTo(first.getProcessDefinitionKey());
        assertThat(changed.getVersion()).isEqualTo(2);
        assertThat(changed.getProcessDefinitionKey()).isNotEqualTo(first.getProcessDefinitionKey());
    }

    private Process deployAs(BpmnModelInstance model, String name) {
        return camunda.newDeployResourceCommand()
                .addProcessModel(model, name + ".bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst();
    }

    @Test
    void an_instance_starts_with_the_version_it_asks_for() {
        String id = unique("versions");
        deployAs(telling(id, "one"), id);
        deployAs(telling(id, "two"), id);
        assertThat(run(id, Map.of())).containsEntry("told", "two");
        Map<String, Object> old = camunda.newCreateInstanceCommand()
                .bpmnProcessId(id)
                .version(1)
                .withResult()
                .send()
                .join()
                .getVariablesAsMap();
        assertThat(old).containsEntry("told", "one");
    }

    @Test
    void a_call_bound_to_its_deployment_keeps_the_model_it_was_deployed_with() {
        String child = unique("child");
        String bound = unique("bound");
        String latest = unique("latest");
        camunda.newDeployResourceCommand()
                .addProcessModel(telling(child, "old"), child + ".bpmn")
                .addProcessModel(calling(bound, child, ZeebeBindingType.deployment), bound + ".bpmn")
                .addProcessModel(calling(latest, child, ZeebeBindingType.latest), latest + ".bpmn")
                .send()
                .join();
        deployAs(telling(child, "new"), child);
        assertThat(run(bound, Map.of())).containsEntry("told", "old");
        assertThat(run(latest, Map.of())).containsEntry("told", "new");
    }

    @Test
    void one_bad_model_keeps_all_of_a_deployment_out() {
        String good = unique("good");
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> camunda.newDeployResourceCommand()
                        .addProcessModel(telling(good, "x"), good + ".bpmn")
                        .addResourceStringUtf8(BROKEN, "broken.bpmn")
                        .send()
                        .join(),
                "Command 'CREATE' rejected with code 'INVALID_ARGUMENT'",
                "broken.bpmn");
        refused(Status.Code.NOT_FOUND, () -> start(good), "none found");
    }

    @Test
    void a_model_that_can_be_read_but_not_run_is_refused_with_its_element() {
        String id = unique("norun");
        BpmnModelInstance noType =
                process(id).startEvent().serviceTask("work").endEvent().done();
        refused(Status.Code.INVALID_ARGUMENT, () -> deploy(noType), "Element: work", "zeebe:taskDefinition");
    }

    @Test
    void the_model_comes_back_as_it_was_deployed() {
        String id = unique("xml");
        long key = deploy(telling(id, "é"));
        String xml = camunda.newProcessDefinitionGetXmlRequest(key).send().join();
        assertThat(xml).contains(id).contains("é").startsWith("<?xml");
    }

    @Test
    void a_deleted_model_starts_nothing_any_more() {
        String id = unique("deleted");
        long key = deploy(telling(id, "x"));
        camunda.newDeleteResourceCommand(key).send().join();
        refused(Status.Code.NOT_FOUND, () -> start(id));
        refused(
                Status.Code.NOT_FOUND,
                () -> camunda.newDeleteResourceCommand(key).send().join());
    }

    @Test
    void deploying_by_rest_is_the_same_and_four_megabytes_are_the_most() {
        String id = unique("rest");
        DeploymentEvent deployed = overRest.newDeployResourceCommand()
                .addProcessModel(telling(id, "rest"), id + ".bpmn")
                .addResourceStringUtf8(Decisions.table(id + "-decision", "FIRST", ""), id + ".dmn")
                .send()
                .join();
        assertThat(deployed.getProcesses()).hasSize(1);
        assertThat(deployed.getDecisions()).hasSize(1);
        assertThat(run(id, Map.of())).containsEntry("told", "rest");
        byte[] large = "x".repeat(5 << 20).getBytes(StandardCharsets.US_ASCII);
        refused(
                413,
                "Payload Too Large",
                () -> overRest.newDeployResourceCommand()
                        .addResourceBytes(large, "large.bpmn")
                        .send()
                        .join());
        refused(
                400,
                "INVALID_ARGUMENT",
                () -> overRest.newDeployResourceCommand()
                        .addResourceStringUtf8(BROKEN, "broken.bpmn")
                        .send()
                        .join(),
                "broken.bpmn");
    }
}
