package fr.acquis.journey;

import fr.acquis.audit.Audit;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.Registration;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Visibility;
import fr.acquis.journey.store.CaseNumbers;
import fr.acquis.journey.store.JourneyCase;
import fr.acquis.journey.store.JourneyCases;
import fr.acquis.journey.store.JourneyLists;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of a case. Each is one transaction: the fact, its audit entry and its command to the engine. */
@Service
@Transactional
public class Journeys {

    private final JourneyCases cases;
    private final JourneyLists lists;
    private final CaseNumbers numbers;
    private final Certifications certifications;
    private final Regulations regulations;
    private final CaseMembers members;
    private final DecisionDelays delays;
    private final Processes processes;
    private final CurrentPerson current;
    private final Visibility visibility;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journeys(
            JourneyCases cases,
            JourneyLists lists,
            CaseNumbers numbers,
            Certifications certifications,
            Regulations regulations,
            CaseMembers members,
            DecisionDelays delays,
            Processes processes,
            CurrentPerson current,
            Visibility visibility,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.lists = lists;
        this.numbers = numbers;
        this.certifications = certifications;
        this.regulations = regulations;
        this.members = members;
        this.delays = delays;
        this.processes = processes;
        this.current = current;
        this.visibility = visibility;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a draft for the signed-in candidate; nothing legal starts before it is submitted. */
    public JourneyId begin(CertificationId target) {
        Certification certification = certifications
                .find(target)
                .orElseThrow(
                        () -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.no-certification"));
        PersonId candidate = current.get().id();
        Instant now = clock.instant();
        Optional<JourneyId> draft = lists.draftOf(candidate, target);
        if (draft.isPresent()) {
            return draft.get();
        }
        if (!certification.managedHere()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "journey.refused.not-managed-here");
        }
        if (certification.registration() != Registration.RNCP) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "journey.refused.not-rncp");
        }
        JourneyCase journey = cases.saveAndFlush(new JourneyCase(
                JourneyId.create(),
                numbers.next(
                        certification.certifyingBody(),
                        now.atZone(LegalClock.ZONE).getYear()),
                certification.certifyingBody(),
                candidate,
                target,
                now));
        audit.record(journey.id().value(), "begin-journey", Map.of("certification", target.toString()));
        return journey.id();
    }

    /**
     * Files the request: the legal delay starts, and the process with it.
     *
     * @param target blocs aimed at, none for the whole certification
     */
    public Journey submit(JourneyId id, Set<SkillBlockCode> target) {
        JourneyCase journey = locked(id);
        Instant now = clock.instant();
        journey.submit(now, delays.on(journey.certification(), now), target);
        cases.saveAndFlush(journey);
        Journey submitted = view(journey);
        audit.record(id.value(), "submit-livret1", dates(submitted.clock()));
        processes.open(
                id,
                Map.of("attempt", 1, "clockDue", engineDate(submitted.clock().nextCheck(now))));
        return submitted;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Journey requestCompletion(JourneyId id) {
        JourneyCase journey = locked(id);
        journey.requestCompletion(clock.instant(), delays.of(journey));
        cases.saveAndFlush(journey);
        Journey moved = view(journey);
        audit.record(id.value(), "request-completion", dates(moved.clock()));
        return moved;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Journey complete(JourneyId id) {
        JourneyCase journey = locked(id);
        journey.complete(clock.instant(), delays.of(journey));
        cases.saveAndFlush(journey);
        Journey moved = view(journey);
        audit.record(id.value(), "complete-file", dates(moved.clock()));
        return moved;
    }

    /** The recevabilité is decided, by a person or by silence; a refusal ends the case once nobody appealed in time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Journey decided(JourneyId id, boolean admissible) {
        JourneyCase journey = locked(id);
        Instant now = clock.instant();
        journey.decided(now, admissible ? null : appealUntil(journey, now));
        cases.saveAndFlush(journey);
        return view(journey);
    }

    /** The candidate gives up. Final for this request; a new one may be filed. */
    public void abandon(JourneyId id) {
        Journey seen = own(id);
        end(id, Ending.ABANDONED, seen.submittedAt() == null ? null : "journey-abandoned");
    }

    /** The certifying body closes the case; the reasons are the caller's to keep and to tell. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(JourneyId id) {
        end(id, Ending.CLOSED, "journey-closed");
    }

    /** The case ends as its process will: certified, stopped, appeal dismissed, or refused for good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void conclude(JourneyId id, Ending how) {
        end(id, how, null);
    }

    /** The appeal against a refusal is filed: its time no longer ends the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Journey appealed(JourneyId id) {
        JourneyCase journey = locked(id);
        journey.appealed();
        return view(cases.saveAndFlush(journey));
    }

    /** The appeal is upheld: recevabilité is decided again, the legal delay counted from today. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Journey reexamine(JourneyId id) {
        JourneyCase journey = locked(id);
        journey.reexamine(clock.instant(), delays.of(journey));
        Journey again = view(cases.saveAndFlush(journey));
        audit.record(id.value(), "reexamine-request", dates(again.clock()));
        return again;
    }

    /** A plan is done: the missing blocs are tried again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int nextAttempt(JourneyId id) {
        JourneyCase journey = locked(id);
        int attempt = journey.nextAttempt();
        cases.saveAndFlush(journey);
        audit.record(id.value(), "next-attempt", Map.of("attempt", Integer.toString(attempt)));
        return attempt;
    }

    /** The candidate pauses: reminders rest, deadlines of the law do not. */
    public void pause(JourneyId id) {
        own(id);
        JourneyCase journey = locked(id);
        journey.pause(clock.instant());
        cases.saveAndFlush(journey);
        audit.record(id.value(), "pause-journey", Map.of());
    }

    public void resume(JourneyId id) {
        own(id);
        JourneyCase journey = locked(id);
        journey.resume();
        cases.saveAndFlush(journey);
        audit.record(id.value(), "resume-journey", Map.of());
    }

    /** Whoever examines a case may be a candidate too, of another. */
    private Journey own(JourneyId id) {
        Journey seen = get(id);
        if (!seen.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "journey.refused.not-yours");
        }
        return seen;
    }

    private Instant appealUntil(JourneyCase journey, Instant decided) {
        return appealUntil(journey.certification(), journey.regulationOn(), decided);
    }

    /** The last instant of the last day an appeal may be filed, in the case's own règlement. */
    @Transactional(readOnly = true)
    public Instant appealUntil(CertificationId certification, LocalDate regulationOn, Instant decided) {
        return decided.atZone(LegalClock.ZONE)
                .toLocalDate()
                .plus(regulations.on(certification, regulationOn).value(RegulationParameters.APPEAL_DELAY))
                .plusDays(1)
                .atStartOfDay(LegalClock.ZONE)
                .toInstant();
    }

    private void end(JourneyId id, Ending how, @Nullable String message) {
        JourneyCase journey = locked(id);
        journey.end(how, clock.instant());
        cases.saveAndFlush(journey);
        audit.record(id.value(), "end-journey", Map.of("ending", how.name()));
        if (message != null) {
            processes.message(id, message, id.toString(), Map.of());
        }
        events.publishEvent(new JourneyEnded(id, how));
    }

    /** The case, for someone who may see it; unknown otherwise. */
    @Transactional(readOnly = true)
    public Journey get(JourneyId id) {
        return find(id).filter(this::visible)
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.unknown"));
    }

    /** Whether the signed-in person sees the case: what leads there is shown to them only. */
    @Transactional(readOnly = true)
    public boolean sees(JourneyId id) {
        return find(id).filter(this::visible).isPresent();
    }

    private boolean visible(Journey journey) {
        return visibility.sees(journey.certifyingBody(), journey.candidate())
                || current.find()
                        .filter(me -> members.worksOn(journey.id(), me))
                        .isPresent();
    }

    /** The case for the product's own work, nobody's sight checked. */
    @Transactional(readOnly = true)
    public Optional<Journey> find(JourneyId id) {
        return cases.findById(id.value()).map(this::view);
    }

    /** The candidate's own cases, the newest first. */
    @Transactional(readOnly = true)
    public List<Journey> ofCandidate(PersonId candidate) {
        return lists.ofCandidate(candidate).stream()
                .flatMap(id -> cases.findById(id.value()).stream())
                .map(this::view)
                .toList();
    }

    /** How often the candidate of this case filed in the year it was submitted, or this year for a draft. */
    @Transactional(readOnly = true)
    public Filings filings(Journey journey) {
        Instant at = journey.submittedAt() == null ? clock.instant() : journey.submittedAt();
        return lists.filings(journey, at.atZone(LegalClock.ZONE).getYear());
    }

    /**
     * The case, its row locked until the end of the transaction: what a room's verb takes first when it changes rows of its own
     * and answers a task, so that two acts on one case wait for each other instead of deadlocking. Nobody's sight checked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Journey lock(JourneyId id) {
        return view(locked(id));
    }

    private JourneyCase locked(JourneyId id) {
        return cases.lock(id.value())
                .orElseThrow(() -> new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "journey.refused.unknown"));
    }

    private Journey view(JourneyCase journey) {
        return journey.under(journey.submittedAt() == null ? null : delays.of(journey));
    }

    static Map<String, String> dates(LegalClock clock) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("basis", clock.basis().name());
        clock.lastDay().ifPresent(last -> facts.put("lastDay", last.toString()));
        return facts;
    }

    /** An instant as the engine is told it: ISO-8601 with the offset of Paris. */
    public static String engineDate(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(LegalClock.ZONE).toOffsetDateTime());
    }
}
