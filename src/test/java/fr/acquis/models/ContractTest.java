package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code bpmn/README.md} is what the code is written against: it says what the models say, no more and no less. */
@Tag("fast")
@Tag("models")
class ContractTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");

    record Job(String type, String process, TreeSet<String> elements, TreeSet<String> gives) {}

    record HumanTask(String element, String process, String reference, String due, TreeSet<String> completedWith) {}

    record Caught(String message, String process, TreeSet<String> elements, String correlationKey) {}

    @Test
    void every_job_is_told_with_its_elements_and_what_it_gives_back() {
        Map<String, Job> inModels = new TreeMap<>();
        ModelFiles.processes()
                .values()
                .forEach(model -> model.getModelElementsByType(ZeebeTaskDefinition.class)
                        .forEach(definition -> {
                            BaseElement task = owner(definition);
                            Job job = inModels.computeIfAbsent(
                                    definition.getType(),
                                    type -> new Job(type, processOf(task), new TreeSet<>(), new TreeSet<>()));
                            job.elements().add(task.getId());
                            job.gives().addAll(outputs(task));
                        }));
        List<Job> told = rowsOf("## Jobs").stream()
                .map(row -> new Job(code(row, 0), code(row, 1), codes(row, 2), codes(row, 4)))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(inModels.values());
    }

    @Test
    void every_human_task_is_told_with_its_page_its_date_and_what_completes_it() {
        List<HumanTask> inModels = new ArrayList<>();
        ModelFiles.processes()
                .values()
                .forEach(model -> model.getModelElementsByType(UserTask.class)
                        .forEach(task -> inModels.add(new HumanTask(
                                task.getId(), processOf(task), pageOf(task), dueOf(task), outputs(task)))));
        List<HumanTask> told = rowsOf("## User tasks").stream()
                .map(row -> new HumanTask(code(row, 0), code(row, 1), code(row, 3), code(row, 4), codes(row, 5)))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(inModels);
    }

    @Test
    void every_message_is_told_with_where_it_is_caught_and_by_which_key() {
        Map<String, Caught> inModels = new TreeMap<>();
        ModelFiles.processes()
                .values()
                .forEach(model -> model.getModelElementsByType(CatchEvent.class)
                        .forEach(event -> event.getEventDefinitions().stream()
                                .filter(MessageEventDefinition.class::isInstance)
                                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                                .forEach(message -> inModels.computeIfAbsent(
                                                message.getName(),
                                                name -> new Caught(
                                                        name, processOf(event), new TreeSet<>(), keyOf(message)))
                                        .elements()
                                        .add(event.getId()))));
        List<Caught> told = rowsOf("## Messages").stream()
                .map(row -> new Caught(code(row, 0), code(row, 1), codes(row, 2), code(row, 3)))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(inModels.values());
    }

    @Test
    void a_message_is_caught_in_one_process_only() {
        Map<String, TreeSet<String>> processes = new TreeMap<>();
        ModelFiles.processes()
                .forEach((file, model) -> model.getModelElementsByType(Message.class)
                        .forEach(message -> processes
                                .computeIfAbsent(message.getName(), name -> new TreeSet<>())
                                .add(file)));
        assertThat(processes.values())
                .isNotEmpty()
                .allSatisfy(files -> assertThat(files).hasSize(1));
    }

    private static TreeSet<String> outputs(BaseElement element) {
        TreeSet<String> names = new TreeSet<>();
        element.getExtensionElements()
                .getElementsQuery()
                .filterByType(io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping.class)
                .list()
                .forEach(mapping -> mapping.getOutputs().stream()
                        .map(ZeebeOutput::getTarget)
                        .forEach(names::add));
        return names;
    }

    private static String pageOf(UserTask task) {
        ZeebeFormDefinition form = one(task, ZeebeFormDefinition.class);
        return form.getFormId() != null ? form.getFormId() : form.getExternalReference();
    }

    private static String dueOf(UserTask task) {
        return one(task, ZeebeTaskSchedule.class).getDueDate().replaceFirst("^=", "");
    }

    private static String keyOf(Message message) {
        return message.getExtensionElements() == null
                ? ""
                : one(message, ZeebeSubscription.class).getCorrelationKey();
    }

    private static <T extends ModelElementInstance> T one(BaseElement element, Class<T> type) {
        return element.getExtensionElements()
                .getElementsQuery()
                .filterByType(type)
                .singleResult();
    }

    private static BaseElement owner(ModelElementInstance extension) {
        return (BaseElement) extension.getParentElement().getParentElement();
    }

    private static String processOf(ModelElementInstance element) {
        ModelElementInstance scope = element;
        while (!(scope instanceof Process process)) {
            scope = scope.getParentElement();
        }
        return process.getId();
    }

    /** The rows of the table under this title, each as its cells. */
    private static List<List<String>> rowsOf(String title) {
        String contract = ModelFiles.contract();
        assertThat(contract).contains(title);
        return contract.substring(contract.indexOf(title) + title.length())
                .lines()
                .skip(1)
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> List.of(CELL_BORDER.split(line.substring(1))))
                .toList();
    }

    private static String code(List<String> row, int cell) {
        TreeSet<String> codes = codes(row, cell);
        return codes.isEmpty() ? "" : codes.first();
    }

    private static TreeSet<String> codes(List<String> row, int cell) {
        TreeSet<String> codes = new TreeSet<>();
        CODE.matcher(row.get(cell))
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(codes::add);
        return codes;
    }
}
