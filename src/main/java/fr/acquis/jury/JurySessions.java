package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.certification.CatalogueEntry;
import fr.acquis.certification.CataloguePage;
import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.JuryMode;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.Finding.Code;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JuryRequestRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sessions of a certifying body: their day, their order of passage, what stands against publishing them. */
@Service
@Transactional
public class JurySessions {

    private final JurySessionRows sessions;
    private final HearingRows hearings;
    private final JuryRequestRows requests;
    private final JurorLinks links;
    private final JuryDelays delays;
    private final Journeys journeys;
    private final Certifications certifications;
    private final Worklist worklist;
    private final People people;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    JurySessions(
            JurySessionRows sessions,
            HearingRows hearings,
            JuryRequestRows requests,
            JurorLinks links,
            JuryDelays delays,
            Journeys journeys,
            Certifications certifications,
            Worklist worklist,
            People people,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.hearings = hearings;
        this.requests = requests;
        this.links = links;
        this.delays = delays;
        this.journeys = journeys;
        this.certifications = certifications;
        this.worklist = worklist;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param juryDue before when its jury must have met; null when the process did not say */
    public record Waiting(
            JourneyId journey,
            String caseNumber,
            String candidate,
            @Nullable Instant juryDue) {}

    public SessionId open(NewSession asked) {
        SignedIn me = staff();
        if (!me.certifyingBody()
                .equals(certifications.get(asked.certification()).certifyingBody())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-certification");
        }
        if (asked.startsAt().atZone(LegalClock.ZONE).toLocalDate().isBefore(delays.today())) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.day-passed");
        }
        if (asked.mode() != JuryMode.SUR_DOSSIER && asked.place() == null && asked.videoLink() == null) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.no-place");
        }
        JurySession session = new JurySession(
                SessionId.create(),
                me.certifyingBody(),
                asked.certification(),
                asked.startsAt(),
                asked.minutesEach(),
                asked.mode(),
                asked.place(),
                asked.videoLink(),
                asked.bring(),
                null,
                null,
                List.of(),
                List.of());
        sessions.insert(session, clock.instant());
        audit.record(
                session.id().value(),
                "open-jury-session",
                Map.of("startsAt", session.startsAt().toString()));
        return session.id();
    }

    @Transactional(readOnly = true)
    public List<JurySession> all() {
        return sessions.of(staff().certifyingBody(), clock.instant());
    }

    /** A session of the signed-in agent's body; unknown otherwise. */
    @Transactional(readOnly = true)
    public JurySession get(SessionId id) {
        return owned(sessions.find(id));
    }

    JurySession lock(SessionId id) {
        return owned(sessions.lock(id));
    }

    private JurySession owned(java.util.Optional<JurySession> found) {
        SignedIn me = staff();
        return found.filter(session -> session.certifyingBody().equals(me.certifyingBody()))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-session"));
    }

    private SignedIn staff() {
        SignedIn me = current.get();
        if (me.certifyingBody() == null || !me.is(Role.AGENT) && !me.is(Role.MANAGER)) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-session");
        }
        return me;
    }

    /** Cases that wait for a hearing and are in no session yet, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(CertificationId certification) {
        List<Waiting> waiting = new ArrayList<>();
        for (Task task : worklist.waiting(TaskKind.PLAN_HEARING)) {
            Journey journey = journeys.find(task.journey()).orElseThrow();
            if (journey.certification().equals(certification)
                    && hearings.live(journey.id()).isEmpty()) {
                waiting.add(new Waiting(
                        journey.id(),
                        journey.caseNumber(),
                        name(journey),
                        requests.juryDue(journey.id()).orElse(null)));
            }
        }
        return waiting;
    }

    /** Adds cases to the order of passage, with an answer for each. Nobody is told before the session is published. */
    public List<RowAnswer> addHearings(SessionId id, List<JourneyId> cases) {
        JurySession session = lock(id);
        List<RowAnswer> answers = new ArrayList<>();
        for (JourneyId one : cases) {
            answers.add(add(session, journeys.get(one)));
        }
        return answers;
    }

    private RowAnswer add(JurySession session, Journey journey) {
        if (!journey.certification().equals(session.certification())) {
            return refused(journey, "jury.refused.other-certification");
        }
        if (worklist.open(journey.id(), TaskKind.PLAN_HEARING).isEmpty()) {
            return refused(journey, "jury.refused.no-hearing-asked");
        }
        for (Seat seat : session.seats()) {
            if (links.stand(seat.person(), journey.id(), journey.candidate())) {
                return refused(journey, "jury.refused.linked", name(seat), name(journey));
            }
        }
        if (!hearings.insert(HearingId.create(), session.id(), journey)) {
            return refused(journey, "jury.refused.already-planned");
        }
        audit.record(
                journey.id().value(),
                "enter-hearing",
                Map.of("session", session.id().toString()));
        return RowAnswer.done(journey.id(), journey.caseNumber());
    }

    private static RowAnswer refused(Journey journey, String key, Object... arguments) {
        return new RowAnswer(journey.id(), journey.caseNumber(), key, List.of(arguments));
    }

    /** Takes a case out of the order while nobody was told. */
    public void removeHearing(SessionId id, HearingId hearing) {
        JurySession session = lock(id);
        Hearing found = hearing(session, hearing);
        if (found.plannedAt() != null) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.hearing-announced");
        }
        hearings.remove(hearing);
        audit.record(found.journey().value(), "take-out-hearing", Map.of("session", id.toString()));
    }

    /** One place earlier in the order of passage. */
    public void earlier(SessionId id, HearingId hearing) {
        JurySession session = lock(id);
        if (session.published()) {
            throw new BusinessRefusal(Kind.CONFLICT, "jury.refused.hearing-announced");
        }
        Hearing found = hearing(session, hearing);
        session.hearings().stream()
                .filter(other -> other.place() < found.place())
                .reduce((first, second) -> second)
                .ifPresent(before -> hearings.swap(before, found));
    }

    private static Hearing hearing(JurySession session, HearingId id) {
        return session.hearings().stream()
                .filter(hearing -> hearing.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "jury.refused.unknown-hearing"));
    }

    /** What stands against publishing, or what is no longer right with a published session; each said once. */
    @Transactional(readOnly = true)
    public List<Finding> findings(JurySession session) {
        LocalDate today = delays.today();
        Set<Finding> findings = new LinkedHashSet<>(session.always(today));
        for (Hearing hearing : session.passages()) {
            if (!hearing.live()) {
                continue;
            }
            Journey journey = journeys.find(hearing.journey()).orElseThrow();
            findings.addAll(session.against(delays.of(journey), today));
            for (Seat seat : session.seats()) {
                if (links.stand(seat.person(), journey.id(), journey.candidate())) {
                    findings.add(Finding.blocking(Code.LINKED_TO_CANDIDATE, name(seat), name(journey)));
                }
            }
            if (requests.juryDue(journey.id())
                    .filter(due -> session.startsAt().isAfter(due))
                    .isPresent()) {
                findings.add(Finding.warning(Code.AFTER_JURY_DATE, name(journey)));
            }
        }
        return List.copyOf(findings);
    }

    /** The certifications the body holds juries for, by title. */
    @Transactional(readOnly = true)
    public List<Certification> certifications() {
        SignedIn me = staff();
        List<Certification> own = new ArrayList<>();
        CertificationId after = null;
        do {
            CataloguePage page = certifications.search(new CatalogueSearch("", after, CatalogueSearch.MOST_PER_PAGE));
            page.entries().stream()
                    .map(CatalogueEntry::certification)
                    .filter(one -> me.certifyingBody().equals(one.certifyingBody()))
                    .forEach(own::add);
            after = page.next();
        } while (after != null);
        return own;
    }

    /** Who may be asked to sit: the body's jurors. */
    @Transactional(readOnly = true)
    public List<Person> jurors() {
        return people.holding(Role.JUROR, staff().certifyingBody());
    }

    private String name(Journey journey) {
        return people.find(journey.candidate()).map(Person::displayName).orElse("—");
    }

    private String name(Seat seat) {
        return people.find(seat.person()).map(Person::displayName).orElse("—");
    }
}
