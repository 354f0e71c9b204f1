package fr.acquis.admissibility;

import fr.acquis.admissibility.store.PortalFilingRows;
import fr.acquis.certification.Certifications;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.journey.LegalDates;
import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the legal filing is on the State's portal, its day starts the delay. What the candidate says of it starts nothing:
 * somebody of the body records the day with its proof, sees first what it does to the date, and may correct it.
 */
@Service
@Transactional
public class PortalFilings {

    private static final int LONGEST_REFERENCE = 60;

    private final PortalFilingRows rows;
    private final Journeys journeys;
    private final LegalDates dates;
    private final Livret1s livrets;
    private final Certifications certifications;
    private final Evidences evidences;
    private final AdmissibilityFacts facts;
    private final Worklist worklist;
    private final Notifications notifications;
    private final CaseReferences references;
    private final LegalTexts texts;
    private final CurrentPerson current;
    private final Clock clock;

    PortalFilings(
            PortalFilingRows rows,
            Journeys journeys,
            LegalDates dates,
            Livret1s livrets,
            Certifications certifications,
            Evidences evidences,
            AdmissibilityFacts facts,
            Worklist worklist,
            Notifications notifications,
            CaseReferences references,
            LegalTexts texts,
            CurrentPerson current,
            Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.dates = dates;
        this.livrets = livrets;
        this.certifications = certifications;
        this.evidences = evidences;
        this.facts = facts;
        this.worklist = worklist;
        this.notifications = notifications;
        this.references = references;
        this.texts = texts;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param filedOn the day of the legal filing
     * @param reference the file's number on the portal
     * @param proof a piece of the case that shows the day; null while none is named
     * @param silenceSeen that the request is then accepted by silence already was read and is meant
     */
    public record Recording(
            @Nullable LocalDate filedOn,
            @Nullable String reference,
            @Nullable EvidenceId proof,
            boolean silenceSeen) {}

    /** Whether the day of the portal matters to this case now: its regime files there, and its first decision is awaited. */
    @Transactional(readOnly = true)
    public boolean concerns(Journey journey) {
        boolean first = journey.awaitsDecision()
                && (journey.countsFromPortal() || journey.clock().receivedAt().equals(journey.submittedAt()));
        return first && livrets.portal(journey);
    }

    /** What the candidate says of it, to be checked. */
    @Transactional(readOnly = true)
    public Livret1.PortalFiling declared(Journey journey) {
        return livrets.held(journey.id()).request().portal();
    }

    /** Every recording on the case, the latest first. */
    @Transactional(readOnly = true)
    public List<PortalFiling> of(Journey journey) {
        return rows.of(journey.id());
    }

    @Transactional(readOnly = true)
    public Optional<PortalFiling> standing(Journey journey) {
        return of(journey).stream().findFirst();
    }

    /**
     * The case, for somebody of its body who may record.
     *
     * @throws BusinessRefusal for anybody else, and where there is nothing to record
     */
    @Transactional(readOnly = true)
    public Journey recordable(JourneyId id) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.handledBy(me) || journey.candidate().equals(me.id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        if (!concerns(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.portal-nothing");
        }
        return journey;
    }

    /** Why these words cannot be recorded, as a message key; empty when they can. */
    @Transactional(readOnly = true)
    public Optional<String> trouble(Journey journey, Recording said) {
        LocalDate day = said.filedOn();
        if (day == null) {
            return Optional.of("admissibility.refused.portal-day");
        }
        if (day.isAfter(today())) {
            return Optional.of("admissibility.refused.portal-future");
        }
        if (certifications.get(journey.certification()).registrationBeginsAfter(day)) {
            return Optional.of("admissibility.refused.portal-before");
        }
        if (said.proof() == null || !proofs(journey).contains(said.proof())) {
            return Optional.of("admissibility.refused.portal-proof");
        }
        if (said.reference() != null && said.reference().strip().length() > LONGEST_REFERENCE) {
            return Optional.of("admissibility.refused.portal-reference");
        }
        return journey.clock().receivedOn(day).reached(clock.instant()) && !said.silenceSeen()
                ? Optional.of("admissibility.refused.portal-silence")
                : Optional.empty();
    }

    private List<EvidenceId> proofs(Journey journey) {
        return evidences.held(journey.id()).stream()
                .filter(Evidence::stands)
                .map(Evidence::id)
                .toList();
    }

    /**
     * Records the day: both dates of the case are counted again, the task's too, and the candidate is told.
     *
     * @throws BusinessRefusal as {@link #trouble} says
     */
    public PortalFiling record(JourneyId id, Recording said) {
        recordable(id);
        Journey before = journeys.lock(id);
        trouble(before, said).ifPresent(why -> {
            throw new BusinessRefusal(Kind.INVALID, why);
        });
        Journey moved = dates.filedOnPortal(id, said.filedOn());
        PortalFiling filing = new PortalFiling(
                rows.of(id).size() + 1,
                said.filedOn(),
                Texts.blank(said.reference()) ? null : said.reference().strip(),
                said.proof(),
                current.get().id(),
                clock.instant(),
                before.clock().lastDay().orElse(null),
                moved.clock().lastDay().orElse(null));
        rows.insert(id, filing);
        worklist.redate(id, TaskKind.DECIDE_ADMISSIBILITY, facts.decisionDue(moved));
        worklist.settleAlerts(id, TaskKind.LEGAL_DATE_APPROACHING);
        notifications.tell(
                NotificationId.about(id, "portal-filing-recorded/" + filing.number(), moved.candidate()),
                moved.candidate(),
                new AdmissibilityNotification.PortalFilingRecorded(
                        references.of(moved),
                        filing.filedOn(),
                        texts.decision(moved, Locale.FRENCH),
                        CasePages.path(id)));
        return filing;
    }

    private LocalDate today() {
        return clock.instant().atZone(LegalClock.ZONE).toLocalDate();
    }
}
