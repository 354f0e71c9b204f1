package fr.acquis.support.web;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.support.CheckIn;
import fr.acquis.support.CheckIns;
import fr.acquis.support.HoursBudget;
import fr.acquis.support.HoursBudgets;
import fr.acquis.support.Support;
import fr.acquis.support.SupportAgreement;
import fr.acquis.support.SupportAgreements;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportBody;
import fr.acquis.support.SupportSession;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.SupportTransfers;
import fr.acquis.support.Supports;
import fr.acquis.support.Transfer;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Support on the page of a case: notes of sessions are between the candidate and their adviser. */
@Component
class SupportPart implements CasePart {

    private final Supports supports;
    private final SupportSessions sessions;
    private final SupportAgreements agreements;
    private final CheckIns checkIns;
    private final HoursBudgets budgets;
    private final SupportBodies bodies;
    private final SupportTransfers transfers;
    private final Worklist worklist;
    private final People people;
    private final MessageSource messages;
    private final Dates dates;

    SupportPart(
            Supports supports,
            SupportSessions sessions,
            SupportAgreements agreements,
            CheckIns checkIns,
            HoursBudgets budgets,
            SupportBodies bodies,
            SupportTransfers transfers,
            Worklist worklist,
            People people,
            MessageSource messages,
            Dates dates) {
        this.supports = supports;
        this.sessions = sessions;
        this.agreements = agreements;
        this.checkIns = checkIns;
        this.budgets = budgets;
        this.bodies = bodies;
        this.transfers = transfers;
        this.worklist = worklist;
        this.people = people;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public List<Stage> stages(Journey journey) {
        return supports.of(journey.id())
                .filter(support -> support.choice() != Support.Choice.NONE)
                .map(support -> List.of(new Stage(25, step(journey, support))))
                .orElse(List.of());
    }

    private Step step(Journey journey, Support support) {
        String title = say("support.step");
        if (support.isOver()) {
            return new Step(
                    Step.State.DONE, title, say("support.step.over", dates.day(dates.day(support.endedAt()))), null);
        }
        if (support.choice() == null) {
            return new Step(
                    journey.isOver() ? Step.State.LATER : Step.State.NOW, title, say("support.step.choose"), null);
        }
        if (support.choice() == Support.Choice.LATER) {
            return new Step(Step.State.LATER, title, say("support.step.later"), null);
        }
        return new Step(
                Step.State.WAITING,
                title,
                support.adviser() == null ? say("support.step.naming") : say("support.step.with", name(support)),
                support.nextSessionAt() == null
                        ? null
                        : say("support.step.next", dates.moment(support.nextSessionAt())));
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        if (journey.candidate().equals(reader.id())) {
            return worklist.open(journey.id(), TaskKind.CHOOSE_SUPPORT)
                    .map(task -> asked(journey, "choose", ""))
                    .or(() -> toSign(journey));
        }
        return worklist.open(journey.id(), TaskKind.HOLD_SUPPORT_SESSION)
                .filter(task -> reader.id().equals(task.holder()))
                .map(this::session);
    }

    /** What of the support waits for the candidate's own word, the agreement first. */
    private Optional<NextAction> toSign(Journey journey) {
        Optional<NextAction> agreement = agreements.of(journey.id()).stream()
                .filter(SupportAgreement::awaitsTheCandidate)
                .map(one -> asked(journey, "agreement", "/agreements/" + one.version()))
                .findFirst();
        return agreement
                .or(() -> sessions.of(journey.id()).stream()
                        .filter(SupportSession::awaitsSignature)
                        .map(one -> asked(journey, "attendance", "/follow-up"))
                        .findFirst())
                .or(() -> checkIns.of(journey.id()).stream()
                        .filter(CheckIn::isOpen)
                        .map(one -> asked(journey, "check-in", "/check-in"))
                        .findFirst());
    }

    private NextAction asked(Journey journey, String what, String page) {
        return new NextAction(
                say("support.action." + what),
                say("support.action." + what + ".why"),
                say("support.action." + what + ".go"),
                "/journeys/" + journey.id() + "/support" + page);
    }

    private NextAction session(Task task) {
        return new NextAction(
                say("support.action.hold"),
                say("support.action.hold.why", dates.moment(task.due())),
                say("support.action.hold.go"),
                "/tasks/" + task.id() + "/form");
    }

    @Override
    public List<Page> pages(Journey journey, SignedIn reader) {
        boolean concerned = journey.candidate().equals(reader.id()) || journey.handledBy(reader);
        return supports.of(journey.id())
                .filter(support -> support.adviser() != null)
                .filter(support -> concerned || reader.id().equals(support.adviser()))
                .map(support -> List.of(
                        new Page(30, say("support.panel"), "/journeys/" + journey.id() + "/support/follow-up", 0)))
                .orElse(List.of());
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        boolean concerned = journey.candidate().equals(reader.id()) || journey.handledBy(reader);
        return supports.of(journey.id())
                .filter(support -> concerned || reader.id().equals(support.adviser()))
                .filter(support -> support.choice() != null)
                .map(support -> List.of(new Panel(25, "support/panel", shown(journey, support, reader))))
                .orElse(List.of());
    }

    private Shown shown(Journey journey, Support support, SignedIn reader) {
        boolean own = journey.candidate().equals(reader.id());
        boolean adviser = reader.id().equals(support.adviser());
        Transfer transfer = transfers.latest(journey.id()).orElse(null);
        boolean asked = transfer != null && transfer.isOpen();
        boolean changes = support.isRunning() && support.adviser() != null && !journey.isOver();
        return new Shown(
                journey,
                support,
                bodies.find(support.body()).orElse(null),
                support.adviser() == null ? null : name(support),
                sessions.of(journey.id()),
                support.adviser() == null ? null : budgets.of(journey),
                own,
                own || adviser,
                transfer != null && transfer.readBy(reader, journey) ? transfer : null,
                changes && !asked && (own || adviser),
                changes && !own && journey.handledBy(reader));
    }

    private String name(Support support) {
        return people.find(support.adviser()).map(Person::displayName).orElse("—");
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /**
     * @param readsNotes whether the reader is one of the two the notes are for
     * @param transfer the latest change of adviser, for those who may read its reason; null for others
     */
    record Shown(
            Journey journey,
            Support support,
            @Nullable SupportBody body,
            @Nullable String adviser,
            List<SupportSession> sessions,
            @Nullable HoursBudget budget,
            boolean own,
            boolean readsNotes,
            @Nullable Transfer transfer,
            boolean mayAsk,
            boolean mayTransfer) {}
}
