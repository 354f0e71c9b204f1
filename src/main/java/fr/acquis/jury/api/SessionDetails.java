package fr.acquis.jury.api;

import fr.acquis.certification.Certifications;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.SessionId;
import fr.acquis.jury.api.SessionDetail.FilledSeat;
import fr.acquis.jury.api.SessionDetail.NamedJuror;
import fr.acquis.jury.api.SessionDetail.Passage;
import fr.acquis.jury.api.SessionDetail.SessionFinding;
import fr.acquis.jury.api.SessionDetail.SessionSummary;
import fr.acquis.jury.api.SessionDetail.WaitingCase;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.PersonId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A session as an agent's program reads it, names beside ids. */
@Component
class SessionDetails {

    private final JurySessions sessions;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final Problems problems;

    SessionDetails(
            JurySessions sessions, Journeys journeys, Certifications certifications, People people, Problems problems) {
        this.sessions = sessions;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.problems = problems;
    }

    SessionSummary summary(JurySession session) {
        return SessionSummary.of(
                session, certifications.get(session.certification()).title());
    }

    SessionDetail of(UUID id, Locale locale) {
        JurySession session = sessions.get(new SessionId(id));
        return new SessionDetail(
                summary(session),
                session.minutesEach(),
                session.place(),
                session.videoLink(),
                session.bring(),
                session.acceptedWarnings(),
                session.seats().stream()
                        .map(seat -> FilledSeat.of(seat, name(seat.person())))
                        .toList(),
                session.passages().stream()
                        .map(hearing -> Passage.of(
                                session,
                                hearing,
                                journeys.find(hearing.journey()).orElseThrow().caseNumber(),
                                name(hearing.candidate())))
                        .toList(),
                sessions.findings(session).stream()
                        .map(finding -> new SessionFinding(
                                finding.code().name(),
                                finding.blocking(),
                                problems.words(
                                        finding.messageKey(),
                                        finding.arguments().toArray(),
                                        locale)))
                        .toList(),
                sessions.waiting(session.certification()).stream()
                        .map(one -> new WaitingCase(
                                one.journey().value(), one.caseNumber(), one.candidate(), Moments.of(one.juryDue())))
                        .toList(),
                sessions.jurors().stream()
                        .filter(juror -> session.seatOf(juror.id()).isEmpty())
                        .map(juror -> new NamedJuror(juror.id().value(), juror.displayName()))
                        .toList());
    }

    String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
