package fr.acquis.jury.web;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.JuryMode;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.Finding;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SessionId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The body's sessions: the list, a new one, one with its panel and its order of passage. */
@Controller
class JurySessionPages {

    private final JurySessions sessions;
    private final Certifications certifications;
    private final Journeys journeys;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    JurySessionPages(
            JurySessions sessions,
            Certifications certifications,
            Journeys journeys,
            People people,
            MessageSource messages,
            Clock clock) {
        this.sessions = sessions;
        this.certifications = certifications;
        this.journeys = journeys;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    record Row(JurySession session, String title, int passages) {}

    record SeatRow(Seat seat, String name) {}

    record Passage(Hearing hearing, String caseNumber, String candidate, Instant hour, String state, boolean moves) {}

    @GetMapping("/sessions")
    String list(Model model) {
        model.addAttribute(
                "sessions",
                sessions.all().stream()
                        .map(session -> new Row(
                                session,
                                certifications.get(session.certification()).title(),
                                session.passages().size()))
                        .toList());
        return "jury/sessions";
    }

    @GetMapping("/sessions/new")
    String fresh(@ModelAttribute("form") SessionForm form, Model model, Locale locale) {
        return form(model, locale);
    }

    @PostMapping("/sessions")
    String open(
            @Valid @ModelAttribute("form") SessionForm form,
            BindingResult result,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        form.check(result, clock.instant().atZone(LegalClock.ZONE).toLocalDate());
        if (result.hasErrors()) {
            response.setStatus(422);
            return form(model, locale);
        }
        SessionId id = sessions.open(form.session());
        Flash.ok("jury.session.opened").on(next);
        return "redirect:/sessions/" + id;
    }

    private String form(Model model, Locale locale) {
        model.addAttribute(
                "certifications",
                sessions.certifications().stream()
                        .map(one -> Choice.of(
                                one.id().toString(),
                                one.number() == null ? one.title() : one.title() + " (" + one.number() + ")"))
                        .toList());
        model.addAttribute("modes", choices("jury.mode.", JuryMode.values(), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("jury.sessions", locale), "/sessions"),
                        Crumb.here(say("jury.session.new", locale))));
        return "jury/session-new";
    }

    @GetMapping("/sessions/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        JurySession session = sessions.get(new SessionId(id));
        List<Finding> findings = sessions.findings(session);
        Instant now = clock.instant();
        model.addAttribute("jurySession", session);
        model.addAttribute("certification", certifications.get(session.certification()));
        model.addAttribute(
                "seats",
                session.seats().stream()
                        .map(seat -> new SeatRow(seat, name(seat.person())))
                        .toList());
        model.addAttribute(
                "passages",
                session.passages().stream()
                        .map(one -> passage(session, one, now))
                        .toList());
        model.addAttribute(
                "blocking", findings.stream().filter(Finding::blocking).toList());
        model.addAttribute(
                "warnings", findings.stream().filter(one -> !one.blocking()).toList());
        model.addAttribute(
                "toPlan",
                session.passages().stream()
                        .filter(one -> one.live() && one.plannedAt() == null)
                        .count());
        model.addAttribute("waiting", sessions.waiting(session.certification()));
        model.addAttribute(
                "jurors",
                sessions.jurors().stream()
                        .filter(juror -> session.seatOf(juror.id()).isEmpty())
                        .toList());
        model.addAttribute("roles", choices("jury.role.", Seat.SeatRole.values(), locale));
        model.addAttribute("colleges", choices("jury.college.", Seat.College.values(), locale));
        model.addAttribute("genders", choices("jury.gender.", Seat.Gender.values(), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("jury.sessions", locale), "/sessions"),
                        Crumb.here(certifications.get(session.certification()).title())));
        return "jury/session";
    }

    private Passage passage(JurySession session, Hearing hearing, Instant now) {
        return new Passage(
                hearing,
                journeys.find(hearing.journey()).orElseThrow().caseNumber(),
                name(hearing.candidate()),
                session.hour(hearing),
                "jury.state." + state(hearing),
                hearing.live() && hearing.summonedAt() != null && now.isBefore(session.startsAt()));
    }

    static String state(Hearing hearing) {
        if (hearing.signed()) {
            return "SIGNED";
        }
        if (hearing.deliberation() != null) {
            return "DELIBERATED";
        }
        if (hearing.marksClosed()) {
            return "MARKS_CLOSED";
        }
        if (hearing.summonedAt() != null) {
            return "SUMMONED";
        }
        return hearing.plannedAt() != null ? "PLANNED" : "ENTERED";
    }

    private List<Choice> choices(String prefix, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value.name(), say(prefix + value.name(), locale)))
                .toList();
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
