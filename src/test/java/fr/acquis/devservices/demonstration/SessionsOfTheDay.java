package fr.acquis.devservices.demonstration;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.NewSession;
import fr.acquis.jury.Panels;
import fr.acquis.jury.RowAnswer;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SessionId;
import fr.acquis.jury.SessionPublication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One session per certification and day, which the cases of that day enter one after the other. */
final class SessionsOfTheDay {

    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Acting acting;
    private final Cast cast;
    private final JurySessions sessions;
    private final Panels panels;
    private final SessionPublication publication;
    private final JuryHearings hearings;
    private final BusinessClock clock;

    SessionsOfTheDay(
            Acting acting,
            Cast cast,
            JurySessions sessions,
            Panels panels,
            SessionPublication publication,
            JuryHearings hearings,
            BusinessClock clock) {
        this.acting = acting;
        this.cast = cast;
        this.sessions = sessions;
        this.panels = panels;
        this.publication = publication;
        this.hearings = hearings;
        this.clock = clock;
    }

    /** Two drivers may want the same session: one opens it, the other joins. */
    synchronized void enter(Stage stage, Journey journey, int daysAgo) {
        SignedIn agent = cast.agent();
        SessionId session = acting.call(agent, () -> open(journey.certification(), starts(daysAgo), daysAgo));
        acting.run(agent, () -> {
            require(sessions.addHearings(session, List.of(journey.id())));
            require(publication.publish(session, "Dates convenues par téléphone avec chaque candidat."));
        });
    }

    private Instant starts(int daysAgo) {
        Instant now = clock.real();
        if (daysAgo == 0) {
            return now.truncatedTo(ChronoUnit.HOURS);
        }
        LocalDate day = Storyline.workday(Storyline.day(daysAgo, now));
        return day.atTime(NINE).atZone(LegalClock.ZONE).toInstant();
    }

    private SessionId open(CertificationId certification, Instant starts, int daysAgo) {
        LocalDate day = starts.atZone(LegalClock.ZONE).toLocalDate();
        return sessions.all().stream()
                .filter(one ->
                        one.certification().equals(certification) && one.day().equals(day))
                .findFirst()
                .map(JurySession::id)
                .orElseGet(() -> opened(certification, starts, daysAgo));
    }

    private SessionId opened(CertificationId certification, Instant starts, int daysAgo) {
        SessionId id = sessions.open(new NewSession(
                certification,
                starts,
                60,
                JuryMode.ENTRETIEN,
                "12 rue de l’Exemple, 44000 Nantes, salle 3",
                null,
                "Une pièce d’identité\nVotre livret 2"));
        List<Cast.Sitting> panel = cast.panel(daysAgo <= 20 || daysAgo % 2 == 0);
        for (int place = 0; place < panel.size(); place++) {
            panels.seat(
                    id,
                    new Seat.Member(
                            panel.get(place).juror().id(),
                            place == 0 ? Seat.SeatRole.PRESIDENT : Seat.SeatRole.MEMBER,
                            true,
                            place % 2 == 0 ? Seat.College.EMPLOYER : Seat.College.EMPLOYEE,
                            panel.get(place).gender()));
        }
        return id;
    }

    private static void require(List<RowAnswer> answers) {
        answers.stream().filter(answer -> answer.refusal() != null).findFirst().ifPresent(answer -> {
            throw new IllegalStateException(answer.caseNumber() + ": " + answer.refusal());
        });
    }

    /** Who sits in the case's latest session, its president first. */
    List<SignedIn> jurors(Stage stage) {
        List<Seat> seats = hearings.of(stage.journey()).getFirst().session().seats();
        return java.util.stream.Stream.of(true, false)
                .map(cast::panel)
                .filter(panel ->
                        panel.getFirst().juror().id().equals(seats.getFirst().person()))
                .findFirst()
                .orElseThrow()
                .stream()
                .map(Cast.Sitting::juror)
                .toList();
    }
}
