package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.certification.Certifications;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.Addressing;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.LegalDate;
import fr.acquis.notification.Letter;
import fr.acquis.notification.LetterId;
import fr.acquis.notification.Letters;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.notification.RenderedLetter;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decision as it is sent. */
@Component
public class DecisionLetters {

    private static final String EVENT = "admissibility-decision";

    private final DecisionRows decisions;
    private final Journeys journeys;
    private final Livret1s livrets;
    private final Certifications certifications;
    private final Letters letters;
    private final Notifications notifications;
    private final LegalTexts texts;
    private final CaseReferences references;
    private final Clock clock;

    DecisionLetters(
            DecisionRows decisions,
            Journeys journeys,
            Livret1s livrets,
            Certifications certifications,
            Letters letters,
            Notifications notifications,
            LegalTexts texts,
            CaseReferences references,
            Clock clock) {
        this.decisions = decisions;
        this.journeys = journeys;
        this.livrets = livrets;
        this.certifications = certifications;
        this.letters = letters;
        this.notifications = notifications;
        this.texts = texts;
        this.references = references;
        this.clock = clock;
    }

    public RenderedLetter render(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        Decision decision = decisions.find(id).orElseThrow();
        return letters.render(addressing(journey, day(decision)), letter(journey, decision));
    }

    /** What would be sent if it were decided now, marked as a draft. */
    public RenderedLetter preview(
            Journey journey, Outcome outcome, @Nullable String comment, List<RefusalReason> reasons) {
        if (outcome == Outcome.NON_RECEVABLE) {
            Decisions.requireReasons(reasons);
        }
        Decision wished = new Decision(
                journey.id(),
                1,
                outcome,
                null,
                clock.instant(),
                null,
                Texts.blank(comment) ? null : comment.strip(),
                reasons);
        return letters.preview(addressing(journey, day(wished)), letter(journey, wished));
    }

    /** Until when the decision may be appealed: the process of a refused case waits as long. */
    public Instant appealUntil(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        return journeys.appealUntil(
                journey.certification(),
                journey.regulationOn(),
                decisions.find(id).orElseThrow().decidedAt());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void send(JourneyId id, RenderedLetter letter) {
        Journey journey = journeys.find(id).orElseThrow();
        Decision decision = decisions.find(id).orElseThrow();
        String event = decision.round() == 1 ? EVENT : EVENT + "/" + decision.round();
        letters.keep(LetterId.about(id, event), letter);
        CaseReference about = references.of(journey);
        notifications.tell(
                NotificationId.about(id, event, journey.candidate()),
                journey.candidate(),
                notification(journey, decision, about));
        if (decision.outcome() == Outcome.TACITE) {
            notifications.tellAll(
                    Role.MANAGER,
                    decision.round() == 1 ? "decided-by-silence" : "decided-by-silence/" + decision.round(),
                    new AdmissibilityNotification.DecidedBySilence(
                            about, texts.decision(journey, Locale.FRENCH), CasePages.path(id)));
        }
    }

    private Notification notification(Journey journey, Decision decision, CaseReference about) {
        String page = CasePages.path(journey.id());
        return switch (decision.outcome()) {
            case RECEVABLE -> new AdmissibilityNotification.Admitted(about, day(decision), decision.validUntil(), page);
            case NON_RECEVABLE -> new AdmissibilityNotification.NotAdmitted(about, day(decision), page);
            case TACITE ->
                new AdmissibilityNotification.TacitlyAdmitted(
                        about, texts.decision(journey, Locale.FRENCH), decision.validUntil(), page);
        };
    }

    private Letter letter(Journey journey, Decision decision) {
        LocalDate day = day(decision);
        LegalDate validity = texts.validity(journey, day, Locale.FRENCH).orElse(null);
        return switch (decision.outcome()) {
            case RECEVABLE ->
                new Letter.Admissible(
                        day, scope(journey), validity, decision.comment(), texts.nextSteps(Locale.FRENCH));
            case NON_RECEVABLE ->
                new Letter.NotAdmissible(
                        day,
                        decision.reasons().stream()
                                .map(reason -> new Letter.Reason(
                                        reason.criterion(), reason.reason(), reason.advice(), reason.options()))
                                .toList(),
                        texts.appeal(journey, day));
            case TACITE ->
                new Letter.TacitDecision(
                        journey.filedOn(),
                        texts.decision(journey, Locale.FRENCH),
                        validity,
                        texts.nextSteps(Locale.FRENCH));
        };
    }

    private List<String> scope(Journey journey) {
        Livret1.Request request = livrets.held(journey.id()).request();
        if (request.target() != Livret1.Target.BLOCKS) {
            return List.of();
        }
        return certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> request.blocks().contains(block.code().value()))
                .map(block -> block.code() + " – " + block.title())
                .toList();
    }

    private Addressing addressing(Journey journey, LocalDate day) {
        return Addressing.of(
                references.of(journey),
                CaseReferences.address(livrets.held(journey.id()).contact()),
                day);
    }

    private static LocalDate day(Decision decision) {
        return decision.decidedAt().atZone(LegalClock.ZONE).toLocalDate();
    }
}
