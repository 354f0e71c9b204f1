package fr.acquis.livret2.web;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Livret2s;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPages;
import fr.acquis.worklist.Worklist;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Livret 2 on the page of a case. */
@Component
class Livret2Part implements CasePart {

    private final Livret2s livrets;
    private final Worklist worklist;
    private final TaskPages pages;
    private final CaseMembers members;
    private final MessageSource messages;
    private final Dates dates;

    Livret2Part(
            Livret2s livrets,
            Worklist worklist,
            TaskPages pages,
            CaseMembers members,
            MessageSource messages,
            Dates dates) {
        this.livrets = livrets;
        this.worklist = worklist;
        this.pages = pages;
        this.members = members;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public List<Stage> stages(Journey journey) {
        return List.of(new Stage(40, step(journey)));
    }

    private Step step(Journey journey) {
        String title = say("livret2.step");
        Optional<Livret2.State> state = livrets.state(journey.id());
        if (state.isEmpty()) {
            return new Step(Step.State.LATER, title, null, null);
        }
        Optional<Task> asked = open(journey.id(), TaskKind.WRITE_LIVRET2, TaskKind.COMPLETE_LIVRET2);
        String note = asked.map(task -> say("livret2.step.by", dates.day(dates.day(task.due()))))
                .orElse(null);
        return switch (state.get()) {
            case WRITING -> new Step(Step.State.NOW, title, say("livret2.step.writing"), note);
            case IN_REVIEW -> new Step(Step.State.WAITING, title, say("livret2.step.review"), null);
            case COMPLETING -> new Step(Step.State.NOW, title, say("livret2.step.completing"), note);
            // None: the livret of the next attempt was opened since its state was read.
            case DEPOSITED ->
                livrets.latestDeposit(journey.id())
                        .map(deposit -> deposited(deposit, journey.id(), title))
                        .orElseGet(() -> new Step(Step.State.NOW, title, say("livret2.step.writing"), note));
        };
    }

    private Step deposited(Deposit deposit, JourneyId journey, String title) {
        boolean checked = deposit.check() != null && deposit.check().verdict() == Deposit.Verdict.COMPLETE;
        String when = say("livret2.step.deposited", dates.day(dates.day(deposit.depositedAt())));
        return checked
                ? new Step(Step.State.DONE, title, when, say("livret2.step.complete"))
                : new Step(
                        Step.State.WAITING,
                        title,
                        when,
                        open(journey, TaskKind.CHECK_FILE)
                                .map(task -> say("livret2.step.check-by", dates.day(dates.day(task.due()))))
                                .orElseGet(() -> say("livret2.step.assembling")));
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        String base = "/journeys/" + journey.id() + "/livret2";
        if (journey.candidate().equals(reader.id())) {
            return open(journey.id(), TaskKind.WRITE_LIVRET2)
                    .map(task -> action("write", base))
                    .or(() -> open(journey.id(), TaskKind.COMPLETE_LIVRET2).map(task -> action("complete", base)));
        }
        if (members.of(journey.id(), Role.ADVISER).contains(reader.id())) {
            return open(journey.id(), TaskKind.REVIEW_LIVRET2).map(task -> action("review", base + "/review"));
        }
        if (journey.handledBy(reader)) {
            return open(journey.id(), TaskKind.CHECK_FILE).map(task -> action("check", pages.path(task)));
        }
        return Optional.empty();
    }

    private NextAction action(String name, String href) {
        String key = "livret2.action." + name;
        return new NextAction(say(key), say(key + ".why"), say(key + ".go"), href);
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        boolean own = journey.candidate().equals(reader.id());
        return livrets.latestDeposit(journey.id())
                .filter(deposit -> livrets.mayReadDeposit(journey, deposit.attempt()))
                .map(deposit -> List.of(new Panel(25, "livret2/deposited", new Shown(journey, deposit, own))))
                .orElseGet(List::of);
    }

    private Optional<Task> open(JourneyId journey, TaskKind... kinds) {
        return worklist.open(journey).stream()
                .filter(task -> List.of(kinds).contains(task.kind()))
                .findFirst();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    record Shown(Journey journey, Deposit deposit, boolean own) {}
}
