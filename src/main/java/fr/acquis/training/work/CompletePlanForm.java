package fr.acquis.training.work;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.forms.FormTask;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.training.TrainingAction;
import fr.acquis.training.TrainingAction.Funding;
import fr.acquis.training.TrainingAction.Kind;
import fr.acquis.training.TrainingPlan;
import fr.acquis.training.TrainingPlans;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form in which the plan is written, and written again when the candidate wants changes. */
@Component
class CompletePlanForm implements FormTask {

    private final TrainingPlans plans;
    private final Journeys journeys;
    private final Certifications certifications;

    CompletePlanForm(TrainingPlans plans, Journeys journeys, Certifications certifications) {
        this.plans = plans;
        this.journeys = journeys;
        this.certifications = certifications;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.COMPLETE_PLAN;
    }

    @Override
    public Map<String, Object> initial(Task task) {
        TrainingPlan plan = plans.latest(task.journey()).orElseThrow();
        Map<String, Object> initial = new LinkedHashMap<>();
        initial.put(
                "missingBlocks",
                plan.missing().stream()
                        .map(code -> Map.of("label", title(task, code), "value", code.value()))
                        .toList());
        if (!plan.actions().isEmpty()) {
            initial.put(
                    "actions",
                    plan.actions().stream().map(CompletePlanForm::written).toList());
        }
        if (plan.advice() != null) {
            initial.put("adviceToCandidate", plan.advice());
        }
        if (plan.reviewOn() != null) {
            initial.put("reviewOn", plan.reviewOn().toString());
        }
        return initial;
    }

    private String title(Task task, SkillBlockCode code) {
        Journey journey = journeys.find(task.journey()).orElseThrow();
        return certifications
                .standard(journey.certification())
                .block(code)
                .map(SkillBlock::title)
                .orElse(code.value());
    }

    @Override
    public Optional<String> note(Task task) {
        return plans.latest(task.journey()).map(TrainingPlan::changesWanted);
    }

    private static Map<String, Object> written(TrainingAction action) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("kind", action.kind().name());
        written.put(
                "blocks", action.blocks().stream().map(SkillBlockCode::value).toList());
        written.put("title", action.title());
        put(written, "provider", action.provider());
        written.put("startsOn", action.startsOn().toString());
        written.put("endsOn", action.endsOn().toString());
        put(written, "hours", action.hours());
        put(written, "cost", action.cost());
        put(
                written,
                "funding",
                action.funding() == null ? null : action.funding().name());
        return written;
    }

    private static void put(Map<String, Object> written, String key, @Nullable Object value) {
        if (value != null) {
            written.put(key, value);
        }
    }

    @Override
    public void submit(Task task, Map<String, Object> data) {
        plans.propose(
                task.journey(),
                ((List<?>) data.getOrDefault("actions", List.of()))
                        .stream().map(line -> action((Map<?, ?>) line)).toList(),
                (String) data.get("adviceToCandidate"),
                LocalDate.parse((String) data.get("reviewOn")));
    }

    private static TrainingAction action(Map<?, ?> line) {
        return TrainingAction.planned(
                Kind.valueOf((String) line.get("kind")),
                ((List<?>) line.get("blocks"))
                        .stream().map(code -> new SkillBlockCode((String) code)).toList(),
                (String) line.get("title"),
                (String) line.get("provider"),
                LocalDate.parse((String) line.get("startsOn")),
                LocalDate.parse((String) line.get("endsOn")),
                line.get("hours") == null ? null : ((BigDecimal) line.get("hours")).intValueExact(),
                (BigDecimal) line.get("cost"),
                line.get("funding") == null ? null : Funding.valueOf((String) line.get("funding")));
    }
}
