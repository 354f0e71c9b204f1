package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.admissibility.store.ProrogationRows;
import fr.acquis.audit.Audit;
import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Regulations;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short way of the official form: an accepted request is kept longer while the standard stays the same; its file is kept
 * as it is. Where the standard was changed, a renewal is asked for, by a request of its own.
 */
@Service
@Transactional
public class Prorogations {

    private static final String NOT_NOW = "admissibility.refused.prorogation";

    private final ProrogationRows rows;
    private final DecisionRows decisions;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Regulations regulations;
    private final Worklist worklist;
    private final Notifications notifications;
    private final CaseReferences references;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    Prorogations(
            ProrogationRows rows,
            DecisionRows decisions,
            Journeys journeys,
            Certifications certifications,
            Regulations regulations,
            Worklist worklist,
            Notifications notifications,
            CaseReferences references,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.journeys = journeys;
        this.certifications = certifications;
        this.regulations = regulations;
        this.worklist = worklist;
        this.notifications = notifications;
        this.references = references;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of a case the signed-in person is or handles, the latest first. */
    @Transactional(readOnly = true)
    public List<Prorogation> of(JourneyId id) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.candidate().equals(me.id()) && !journey.handledBy(me)) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "journey.refused.not-yours");
        }
        return rows.of(id);
    }

    /** The last day the recevabilité holds, prorogations counted; empty where none was granted or it has no end. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> validUntil(JourneyId id) {
        return rows.of(id).stream()
                .map(Prorogation::validUntil)
                .filter(day -> day != null)
                .findFirst()
                .or(() -> decisions
                        .find(id)
                        .filter(decision -> decision.outcome().admits())
                        .map(Decision::validUntil));
    }

    /** The certification that renews this one: then a prorogation is not the way. */
    @Transactional(readOnly = true)
    public Optional<Certification> renewal(Journey journey) {
        Certification certification = certifications.get(journey.certification());
        return certification.renewed() ? certifications.find(certification.replacedBy()) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public boolean mayAsk(Journey journey) {
        return journey.candidate().equals(current.get().id())
                && !journey.isOver()
                && validUntil(journey.id()).isPresent()
                && renewal(journey).isEmpty()
                && rows.of(journey.id()).stream().noneMatch(Prorogation::pending);
    }

    /** The candidate asks; a manager finds it in the worklist. */
    public void ask(JourneyId id, @Nullable String reason) {
        Journey journey = journeys.get(id);
        if (!mayAsk(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, NOT_NOW);
        }
        Instant now = clock.instant();
        int number = rows.of(id).size() + 1;
        rows.insert(
                id, new Prorogation(number, now, Texts.blank(reason) ? null : reason.strip(), null, null, null, null));
        Instant due = validUntil(id).orElseThrow().atStartOfDay(LegalClock.ZONE).toInstant();
        worklist.alert(journey, TaskKind.PROROGATION_ASKED, due, null);
        audit.record(id.value(), "ask-prorogation", Map.of("number", Integer.toString(number)));
    }

    /**
     * Whoever handles the case answers. Granted, the recevabilité holds for another validity of the case's own règlement, from
     * its end or from today where that has passed.
     */
    public void answer(JourneyId id, boolean granted, @Nullable String comment) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.handledBy(me) || journey.candidate().equals(me.id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "journey.refused.not-yours");
        }
        if (!granted && Texts.blank(comment)) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.prorogation-reason");
        }
        Prorogation asked = rows.of(id).stream()
                .filter(Prorogation::pending)
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, NOT_NOW));
        LocalDate until = granted ? extended(journey) : null;
        Prorogation answered = new Prorogation(
                asked.number(),
                asked.askedAt(),
                asked.reason(),
                clock.instant(),
                granted,
                until,
                Texts.blank(comment) ? null : comment.strip());
        if (!rows.answer(id, answered, me.id())) {
            throw new BusinessRefusal(Kind.CONFLICT, NOT_NOW);
        }
        worklist.settleAlerts(id, TaskKind.PROROGATION_ASKED);
        audit.record(
                id.value(),
                granted ? "grant-prorogation" : "refuse-prorogation",
                granted ? Map.of("until", until.toString()) : Map.of());
        notifications.tell(
                NotificationId.about(id, "prorogation-answered/" + asked.number(), journey.candidate()),
                journey.candidate(),
                new AdmissibilityNotification.ProrogationAnswered(
                        references.of(journey), today(), CasePages.path(id) + "/prorogation"));
    }

    /** Until when the recevabilité would hold, were the prorogation granted now. */
    @Transactional(readOnly = true)
    public LocalDate extended(Journey journey) {
        LocalDate end = validUntil(journey.id()).orElseThrow();
        LocalDate from = end.isBefore(today()) ? today() : end;
        return from.plus(
                regulations.on(journey.certification(), journey.regulationOn()).validity());
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
