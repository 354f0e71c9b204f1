package fr.acquis.admissibility.web;

import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decision;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.EmployerLetters;
import fr.acquis.admissibility.LegalSteps;
import fr.acquis.admissibility.PortalFilings;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.journey.SharingConsents;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.Letters;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Step;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Livret 1 and its decision on the page of a case. */
@Component
class AdmissibilityPart implements CasePart {

    private final Decisions decisions;
    private final CompletionAnswers answers;
    private final Worklist worklist;
    private final Evidences evidences;
    private final EmployerLetters employer;
    private final Letters letters;
    private final Mails mails;
    private final LegalSteps legal;
    private final PortalFilings filings;
    private final SharingConsents consents;
    private final CurrentPerson current;
    private final MessageSource messages;
    private final Dates dates;

    AdmissibilityPart(
            Decisions decisions,
            CompletionAnswers answers,
            Worklist worklist,
            Evidences evidences,
            EmployerLetters employer,
            Letters letters,
            Mails mails,
            LegalSteps legal,
            PortalFilings filings,
            SharingConsents consents,
            CurrentPerson current,
            MessageSource messages,
            Dates dates) {
        this.decisions = decisions;
        this.answers = answers;
        this.worklist = worklist;
        this.evidences = evidences;
        this.employer = employer;
        this.letters = letters;
        this.mails = mails;
        this.legal = legal;
        this.filings = filings;
        this.consents = consents;
        this.current = current;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public List<Stage> stages(Journey journey) {
        boolean filed = journey.submittedAt() != null;
        Optional<Decision> decision = decisions.of(journey.id());
        Step file = new Step(
                filed ? Step.State.DONE : journey.isOver() ? Step.State.BLOCKED : Step.State.NOW,
                say("admissibility.step.file"),
                filed
                        ? say("admissibility.step.file.done", dates.day(dates.day(journey.submittedAt())))
                        : say("admissibility.step.file.now"),
                null);
        return List.of(new Stage(10, file), new Stage(20, examination(journey, filed, decision)));
    }

    private Step examination(Journey journey, boolean filed, Optional<Decision> decision) {
        String title = say("admissibility.step.examination");
        if (decision.isPresent()
                && !current.find()
                        .map(me -> consents.decisionOpenTo(journey, me))
                        .orElse(true)) {
            return new Step(Step.State.DONE, title, say("admissibility.step.decided"), null);
        }
        if (decision.isPresent()) {
            return new Step(
                    decision.get().outcome().admits() ? Step.State.DONE : Step.State.BLOCKED,
                    title,
                    say(
                            "admissibility.outcome." + decision.get().outcome().name(),
                            dates.day(dates.day(decision.get().decidedAt()))),
                    null);
        }
        if (!filed || journey.isOver()) {
            return new Step(Step.State.LATER, title, null, null);
        }
        boolean asked = decisions.pendingCompletion(journey.id()).isPresent();
        String note = journey.clock()
                .lastDay()
                .map(last -> say("admissibility.step.by", dates.day(last)))
                .orElseGet(() -> say("admissibility.step.suspended"));
        return new Step(
                asked ? Step.State.NOW : Step.State.WAITING,
                title,
                say(asked ? "admissibility.step.asked" : "admissibility.step.examined"),
                note);
    }

    @Override
    public Optional<NextAction> action(Journey journey, SignedIn reader) {
        if (journey.isOver()) {
            return Optional.empty();
        }
        boolean own = journey.candidate().equals(reader.id());
        String base = "/journeys/" + journey.id();
        if (own && journey.isDraft()) {
            return Optional.of(new NextAction(
                    say("admissibility.action.write"),
                    say("admissibility.action.write.why"),
                    say("admissibility.action.write.go"),
                    base + "/livret1/request"));
        }
        if (own && worklist.open(journey.id(), TaskKind.COMPLETE_LIVRET1).isPresent()) {
            return Optional.of(new NextAction(
                    say("admissibility.action.complete"),
                    say("admissibility.action.complete.why"),
                    say("admissibility.action.complete.go"),
                    base + "/livret1/completion"));
        }
        if (!own
                && journey.handledBy(reader)
                && worklist.open(journey.id(), TaskKind.DECIDE_ADMISSIBILITY).isPresent()) {
            return Optional.of(new NextAction(
                    say("admissibility.action.decide"),
                    say("admissibility.action.decide.why"),
                    say("admissibility.action.decide.go"),
                    base + "/decision"));
        }
        return Optional.empty();
    }

    @Override
    public List<Panel> panels(Journey journey, SignedIn reader) {
        List<Panel> panels = new ArrayList<>();
        boolean own = journey.candidate().equals(reader.id());
        if (journey.awaitsDecision() && (own || journey.handledBy(reader))) {
            panels.add(new Panel(8, "admissibility/clock", legal.of(journey, LocaleContextHolder.getLocale())));
        }
        if (!own && journey.handledBy(reader)) {
            PortalPanel.of(journey, filings)
                    .ifPresent(portal -> panels.add(new Panel(9, "admissibility/portal-panel", portal)));
        }
        decisions
                .pendingCompletion(journey.id())
                .ifPresent(request ->
                        panels.add(new Panel(10, "admissibility/completion", new Asked(request, answers.of(request)))));
        if (consents.decisionOpenTo(journey, reader)) {
            decisions
                    .of(journey.id())
                    .ifPresent(decision -> panels.add(new Panel(20, "admissibility/outcome", decision)));
        }
        if (own && employer.open(journey)) {
            panels.add(new Panel(25, "admissibility/employer", new Leave(journey, employer.offered(journey))));
        }
        boolean reads = own || journey.handledBy(reader);
        List<LetterSummary> sent = reads ? letters.of(journey.id()) : List.of();
        if (!sent.isEmpty()) {
            panels.add(new Panel(30, "notification/letters", sent));
        }
        List<MailSummary> mails = reads ? mails(journey) : List.of();
        if (!mails.isEmpty() || !sent.isEmpty()) {
            panels.add(new Panel(31, "notification/proof", new Proof(sent, mails)));
        }
        List<Evidence> pieces = evidences.list(journey.id());
        if (!pieces.isEmpty()) {
            panels.add(new Panel(40, "admissibility/held", new Held(journey, pieces, own)));
        }
        return panels;
    }

    /** What was sent to the candidate; mails to the body's own people prove nothing to anybody. */
    private List<MailSummary> mails(Journey journey) {
        return mails.about(journey.id()).stream()
                .filter(mail -> mail.recipient().equals(journey.candidate()))
                .toList();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    record Asked(CompletionRequest request, List<CompletionAnswers.PieceAnswer> pieces) {}

    record Leave(Journey journey, EmployerLetters.Offered offered) {}

    record Proof(List<LetterSummary> letters, List<MailSummary> mails) {}

    record Held(Journey journey, List<Evidence> pieces, boolean own) {}
}
