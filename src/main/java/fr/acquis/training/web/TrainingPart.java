package fr.acquis.training.web;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.training.TrainingPlan;
import fr.acquis.training.TrainingPlans;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPages;
import fr.acquis.worklist.Worklist;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The plan on the page of a case; jurors are not shown it. */
@Component
class TrainingPart implements CasePart {

    private final TrainingPlans plans;
    private final PlanReading reading;
    private final Worklist worklist;
    private final TaskPages pages;
    private final MessageSource messages;
    private final Dates dates;

    TrainingPart(
            TrainingPlans plans,
            PlanReading reading,
            Worklist worklist,
            TaskPages pages,
            MessageSource messages,
            Dates dates) {
        this.plans = plans;
        this.reading = reading;
        this.worklist = worklist;
        this.pages = pages;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public List<Stage> stages(Journey journey) {
        return plans.latest(journey.id())
                .map(plan -> List.of(new Stage(70, step(journey, plan))))
                .orElse(List.of());
    }

    private Step step(Journey journey, TrainingPlan plan) {
        String title = say("training.step");
        if (plan.doneAt() != null) {
            return new Step(
                    Step.State.DONE, title, say("training.step.done", dates.day(dates.day(plan.doneAt()))), null);
        }
        if (journey.isOver()) {
            return new Step(Step.State.LATER, title, null, null);
        }
        if (plan.acceptedAt() != null) {
            return new Step(
                    Step.State.WAITING,
                    title,
                    say("training.step.under-way"),
                    say("training.step.review", dates.day(plan.reviewOn())));
        }
        return plan.proposedAt() != null && plan.changesWanted() == null
                ? new Step(Step.State.NOW, title, say("training.step.proposed"), null)
                : new Step(Step.State.WAITING, title, say("training.step.written"), null);
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        if (journey.candidate().equals(reader.id())) {
            return action(journey, TaskKind.ACCEPT_PLAN, "accept");
        }
        if (journey.handledBy(reader) || reader.is(Role.ADVISER)) {
            return action(journey, TaskKind.COMPLETE_PLAN, "write")
                    .or(() -> plans.latest(journey.id())
                            .filter(TrainingPlan::underWay)
                            .flatMap(plan -> action(journey, TaskKind.FOLLOW_PLAN, "follow")));
        }
        return Optional.empty();
    }

    private Optional<NextAction> action(Journey journey, TaskKind kind, String what) {
        return worklist.open(journey.id(), kind)
                .map(task -> new NextAction(
                        say("training.action." + what),
                        say("training.action." + what + ".why", due(task)),
                        say("training.action." + what + ".go"),
                        pages.path(task)));
    }

    private String due(Task task) {
        return dates.day(dates.day(task.due()));
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        boolean concerned =
                journey.candidate().equals(reader.id()) || journey.handledBy(reader) || reader.is(Role.ADVISER);
        return plans.latest(journey.id())
                .filter(plan -> concerned && plan.proposedAt() != null)
                .map(plan -> List.of(new Panel(70, "training/panel", reading.of(journey, plan))))
                .orElse(List.of());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
