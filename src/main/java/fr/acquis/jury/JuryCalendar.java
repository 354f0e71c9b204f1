package fr.acquis.jury;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.jury.store.JurySessionRows;
import fr.acquis.notification.Appointment;
import fr.acquis.notification.CalendarEntry;
import fr.acquis.notification.CalendarSource;
import fr.acquis.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sessions in the calendar of their members, a hearing in that of its candidate, as the summonses about them know them. */
@Component
class JuryCalendar implements CalendarSource {

    private static final int NUMBERS_SHOWN = 5;

    private final JurySessionRows sessions;
    private final HearingRows hearings;
    private final Journeys journeys;
    private final MessageSource messages;

    JuryCalendar(JurySessionRows sessions, HearingRows hearings, Journeys journeys, MessageSource messages) {
        this.sessions = sessions;
        this.hearings = hearings;
        this.journeys = journeys;
        this.messages = messages;
    }

    @Override
    public List<CalendarEntry> entries(SignedIn person, Instant from, Instant until, Locale language) {
        Stream<CalendarEntry> seats = person.is(Role.JUROR)
                ? sessions.seating(person.id(), from, until).stream().map(session -> seat(session, person, language))
                : Stream.empty();
        Stream<CalendarEntry> own =
                hearings.calling(person.id()).stream().flatMap(hearing -> own(hearing, from, until, language).stream());
        return Stream.concat(seats, own).toList();
    }

    private CalendarEntry seat(JurySession session, SignedIn member, Locale language) {
        return entry(
                Summoning.toMember(session, member.id()),
                Summoning.appointment(session),
                "jury.calendar.seat",
                numbers(session),
                language,
                "/sessions/mine");
    }

    private Optional<CalendarEntry> own(Hearing hearing, Instant from, Instant until, Locale language) {
        return sessions.find(hearing.session())
                .filter(JurySession::callsCandidate)
                .filter(session ->
                        !session.startsAt().isBefore(from) && session.startsAt().isBefore(until))
                .map(session -> entry(
                        Summoning.toCandidate(hearing),
                        Summoning.appointment(session, hearing),
                        "jury.calendar.hearing",
                        number(hearing),
                        language,
                        JuryReferences.page(hearing.journey())));
    }

    /** Nothing of it moves: whoever is called to another hour gets another entry. */
    private CalendarEntry entry(
            NotificationId summons, Appointment when, String key, String about, Locale language, String page) {
        return CalendarEntry.at(
                new Appointment.Mark(summons.value(), 0, false),
                when,
                messages.getMessage(key, new Object[] {about}, language),
                page);
    }

    private String numbers(JurySession session) {
        List<Hearing> passages = session.passages();
        String shown = passages.stream().limit(NUMBERS_SHOWN).map(this::number).collect(Collectors.joining(", "));
        return passages.size() > NUMBERS_SHOWN ? shown + "…" : shown;
    }

    private String number(Hearing hearing) {
        return journeys.find(hearing.journey()).map(Journey::caseNumber).orElse("—");
    }
}
