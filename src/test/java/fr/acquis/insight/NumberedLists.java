package fr.acquis.insight;

import fr.acquis.insight.CaseList.Shade;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a number counts, a list shows: which list belongs to which number. */
final class NumberedLists {

    private final Steps steps;

    NumberedLists(Steps steps) {
        this.steps = steps;
    }

    /** Every number a page can show, with its list. */
    Map<CaseList, Long> of(Figures figures) {
        Map<CaseList, Long> numbers = new LinkedHashMap<>();
        numbers.put(new CaseList.InProgress(), figures.inProgress());
        numbers.put(new CaseList.LateByLaw(null), figures.late());
        numbers.put(new CaseList.DueSoon(null), figures.soon());
        numbers.put(new CaseList.Blocked(), figures.blocked());
        for (Law law : Law.values()) {
            numbers.put(new CaseList.LateByLaw(law), figures.lateByLaw().getOrDefault(law, 0L));
            numbers.put(new CaseList.DueSoon(law), figures.dueSoon().getOrDefault(law, 0L));
        }
        for (Stage stage : Stage.values()) {
            numbers.put(new CaseList.OfStage(stage), figures.stage(stage).cases());
            for (ModelStep step : steps.of(stage)) {
                StepFigures standing = step.nature() == Nature.CALL
                        ? figures.stage(Stage.of(step.calls()).orElseThrow())
                        : figures.step(step.key());
                numbers.put(on(step, Shade.ALL), standing.cases());
                numbers.put(on(step, Shade.LATE), standing.late());
                numbers.put(on(step, Shade.MACHINE), standing.machine());
                numbers.put(on(step, Shade.BLOCKED), standing.blocked());
            }
        }
        return numbers;
    }

    private static CaseList on(ModelStep step, Shade shade) {
        return new CaseList.OnStep(step.process(), step.element(), shade);
    }
}
