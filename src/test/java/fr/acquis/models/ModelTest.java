package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every model promises its reader and its engine. */
@Tag("fast")
@Tag("models")
class ModelTest {

    private static final Collection<BpmnModelInstance> MODELS =
            ModelFiles.processes().values();

    @Test
    void every_model_follows_the_bpmn_schema_and_is_executable() {
        assertThat(MODELS).isNotEmpty().allSatisfy(Bpmn::validateModel);
        assertThat(all(Process.class)).allMatch(Process::isExecutable);
    }

    @Test
    void a_file_is_named_after_its_process() {
        ModelFiles.processes()
                .forEach((file, model) -> assertThat(model.getModelElementsByType(Process.class))
                        .extracting(process -> process.getId() + ".bpmn")
                        .containsExactly(file));
    }

    @Test
    void ids_are_kebab_case_and_the_same_id_never_means_two_elements_of_one_process() {
        for (BpmnModelInstance model : MODELS) {
            List<String> ids = model.getModelElementsByType(FlowNode.class).stream()
                    .map(FlowNode::getId)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
        }
    }

    @Test
    void every_element_that_says_something_has_a_name_a_person_would_say() {
        assertThat(all(FlowNode.class).filter(Predicate.not(ModelTest::speaksByItsSign)))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getName())
                        .as(node.getId())
                        .isNotBlank()
                        .doesNotContain("_")
                        .isNotEqualTo(node.getId())
                        .matches("\\p{Lu}.*"));
    }

    @Test
    void a_gateway_asks_a_question_and_its_flows_answer_it() {
        assertThat(choices()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("\u00a0?");
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
        });
    }

    @Test
    void every_choice_has_a_default_and_a_condition_on_each_other_flow() {
        assertThat(choices()).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                            .as(flow.getId())
                            .isEqualTo(flow.equals(gateway.getDefault())));
        });
        assertThat(all(InclusiveGateway.class)).isEmpty();
    }

    @Test
    void everything_called_is_bound_by_deployment() {
        assertThat(all(ZeebeCalledElement.class))
                .isNotEmpty()
                .allMatch(called -> called.getBindingType() == ZeebeBindingType.deployment);
        assertThat(all(ZeebeCalledDecision.class))
                .isNotEmpty()
                .allMatch(called -> called.getBindingType() == ZeebeBindingType.deployment);
        assertThat(all(ZeebeFormDefinition.class).filter(form -> form.getFormId() != null))
                .allMatch(form -> form.getBindingType() == ZeebeBindingType.deployment);
    }

    @Test
    void a_call_passes_named_variables_only() {
        assertThat(all(CallActivity.class)).isNotEmpty();
        assertThat(all(ZeebeCalledElement.class)).allSatisfy(called -> {
            assertThat(called.isPropagateAllParentVariablesEnabled()).isFalse();
            assertThat(called.isPropagateAllChildVariablesEnabled()).isFalse();
        });
    }

    @Test
    void a_human_task_tells_the_worklist_when_it_opens_and_when_it_is_withdrawn() {
        assertThat(all(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(extensions(task, ZeebeUserTask.class)).as(task.getId()).hasSize(1);
            assertThat(extensions(task, ZeebeTaskListeners.class)
                            .flatMap(listeners -> listeners.getTaskListeners().stream())
                            .map(listener -> listener.getEventType() + " " + listener.getType()))
                    .as(task.getId())
                    .containsExactly("creating worklist-created", "canceling worklist-cancelled");
        });
    }

    @Test
    void a_human_task_names_its_page_or_form_and_when_it_is_due() {
        assertThat(all(UserTask.class)).allSatisfy(task -> {
            assertThat(extensions(task, ZeebeFormDefinition.class))
                    .singleElement()
                    .satisfies(form -> {
                        String page = form.getFormId() != null ? form.getFormId() : form.getExternalReference();
                        assertThat(page).isEqualTo(task.getId());
                    });
            assertThat(extensions(task, ZeebeTaskSchedule.class)
                            .map(ZeebeTaskSchedule::getDueDate)
                            .filter(due -> due.startsWith("=")))
                    .as(task.getId())
                    .hasSize(1);
        });
    }

    /** Support has an end of its own: it leaves the journey where it is. */
    @Test
    void an_end_of_the_journey_ends_all_of_it() {
        BpmnModelInstance journey = ModelFiles.processes().get("journey.bpmn");
        assertThat(journey.getModelElementsByType(EndEvent.class).stream()
                        .filter(end -> !(end.getParentElement() instanceof SubProcess))
                        .filter(end -> !end.getId().equals("support-over")))
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end.getEventDefinitions())
                        .as(end.getId())
                        .hasOnlyElementsOfType(TerminateEventDefinition.class)
                        .hasSize(1));
    }

    /** Parallel and joining gateways are read by their sign. */
    private static boolean speaksByItsSign(FlowNode node) {
        return node instanceof ParallelGateway
                || node instanceof Gateway && !(node instanceof EventBasedGateway) && !forks(node);
    }

    private static boolean forks(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    private static Stream<ExclusiveGateway> choices() {
        return all(ExclusiveGateway.class).filter(ModelTest::forks);
    }

    private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return MODELS.stream().flatMap(model -> model.getModelElementsByType(type).stream());
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
