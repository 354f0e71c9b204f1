package fr.acquis.jury.web;

import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JurySessions;
import fr.acquis.jury.Panels;
import fr.acquis.jury.RowAnswer;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SeatId;
import fr.acquis.jury.SessionId;
import fr.acquis.jury.SessionPublication;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Flash;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an agent does with a session; each act comes back to its page and says what was done. */
@Controller
class JurySessionActions {

    private final JurySessions sessions;
    private final Panels panels;
    private final SessionPublication publication;
    private final JuryHearings hearings;
    private final MessageSource messages;

    JurySessionActions(
            JurySessions sessions,
            Panels panels,
            SessionPublication publication,
            JuryHearings hearings,
            MessageSource messages) {
        this.sessions = sessions;
        this.panels = panels;
        this.publication = publication;
        this.hearings = hearings;
        this.messages = messages;
    }

    /** One line of the answer to many cases. */
    record Answer(String caseNumber, boolean done, String words) implements Serializable {}

    @PostMapping("/sessions/{id}/seats")
    String seat(
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam Seat.SeatRole role,
            @RequestParam(defaultValue = "false") boolean qualified,
            @RequestParam Seat.College college,
            @RequestParam Seat.Gender gender,
            RedirectAttributes next) {
        panels.seat(new SessionId(id), new Seat.Member(new PersonId(person), role, qualified, college, gender));
        return back(id, "jury.seat.filled", next);
    }

    @PostMapping("/sessions/{id}/seats/{seat}/removal")
    String removeSeat(@PathVariable UUID id, @PathVariable UUID seat, RedirectAttributes next) {
        panels.remove(new SessionId(id), new SeatId(seat));
        return back(id, "jury.seat.removed", next);
    }

    @PostMapping("/sessions/{id}/seats/{seat}/replacement")
    String replace(
            @PathVariable UUID id,
            @PathVariable UUID seat,
            @RequestParam UUID person,
            @RequestParam(defaultValue = "false") boolean qualified,
            @RequestParam Seat.College college,
            @RequestParam Seat.Gender gender,
            RedirectAttributes next) {
        panels.replace(
                new SessionId(id),
                new SeatId(seat),
                new Seat.Member(new PersonId(person), Seat.SeatRole.MEMBER, qualified, college, gender));
        return back(id, "jury.seat.replaced", next);
    }

    @PostMapping("/sessions/{id}/seats/{seat}/presidency")
    String preside(@PathVariable UUID id, @PathVariable UUID seat, RedirectAttributes next) {
        panels.preside(new SessionId(id), new SeatId(seat));
        return back(id, "jury.seat.presides", next);
    }

    @PostMapping("/sessions/{id}/hearings")
    String add(
            @PathVariable UUID id,
            @RequestParam(name = "journey", defaultValue = "") List<UUID> cases,
            RedirectAttributes next,
            Locale locale) {
        answered(
                sessions.addHearings(
                        new SessionId(id), cases.stream().map(JourneyId::new).toList()),
                "jury.hearing.added",
                next,
                locale);
        return "redirect:/sessions/" + id;
    }

    @PostMapping("/sessions/{id}/hearings/{hearing}/removal")
    String remove(@PathVariable UUID id, @PathVariable UUID hearing, RedirectAttributes next) {
        sessions.removeHearing(new SessionId(id), new HearingId(hearing));
        return back(id, "jury.hearing.removed", next);
    }

    @PostMapping("/sessions/{id}/hearings/{hearing}/earlier")
    String earlier(@PathVariable UUID id, @PathVariable UUID hearing, RedirectAttributes next) {
        sessions.earlier(new SessionId(id), new HearingId(hearing));
        return back(id, "jury.hearing.ordered", next);
    }

    @PostMapping("/sessions/{id}/hearings/{hearing}/move")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID hearing,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        hearings.move(new SessionId(id), new HearingId(hearing), reason);
        return back(id, "jury.hearing.moved", next);
    }

    @PostMapping("/sessions/{id}/publication")
    String publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String accepted,
            RedirectAttributes next,
            Locale locale) {
        next.addFlashAttribute("accepted", accepted);
        List<RowAnswer> answers = publication.publish(new SessionId(id), accepted);
        answered(answers, "jury.published", next, locale);
        return "redirect:/sessions/" + id;
    }

    private void answered(List<RowAnswer> answers, String key, RedirectAttributes next, Locale locale) {
        long done = answers.stream().filter(RowAnswer::done).count();
        long not = answers.size() - done;
        next.addFlashAttribute("refused", not > 0);
        (not == 0 ? Flash.ok(key, done, not) : Flash.warn(key, done, not)).on(next);
        next.addFlashAttribute(
                "answers",
                answers.stream()
                        .map(answer -> new Answer(
                                answer.caseNumber(),
                                answer.done(),
                                answer.done()
                                        ? messages.getMessage("jury.answer.done", null, locale)
                                        : messages.getMessage(
                                                answer.refusal(),
                                                answer.arguments().toArray(),
                                                locale)))
                        .toList());
    }

    private static String back(UUID id, String key, RedirectAttributes next) {
        Flash.ok(key).on(next);
        return "redirect:/sessions/" + id;
    }
}
