package fr.acquis.worklist.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.CaseTransfer;
import fr.acquis.worklist.CaseTransfers;
import fr.acquis.worklist.CaseTransfers.Wish;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team of a case: handed to another, asked for, answered, called off; what was typed stays when it is refused. */
@Controller
class CaseTeamPages implements TaskPage {

    /** Where a refusal is said; any other stands above the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "worklist.case-team.choose", "teamError",
            "worklist.refused.no-such-team", "teamError",
            "worklist.refused.same-team", "teamError",
            "worklist.refused.transfer-day", "onError",
            "worklist.refused.transfer-reason", "reasonError",
            "worklist.refused.reason", "reasonError");

    private final CaseTransfers transfers;
    private final CaseTeamScene scene;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final MessageSource messages;

    CaseTeamPages(
            CaseTransfers transfers,
            CaseTeamScene scene,
            Journeys journeys,
            CurrentPerson current,
            MessageSource messages) {
        this.transfers = transfers;
        this.scene = scene;
        this.journeys = journeys;
        this.current = current;
        this.messages = messages;
    }

    /** What was typed. */
    record Typed(
            @Nullable UUID team,
            @Nullable String reason,
            @Nullable String on) {

        Wish wish() {
            if (team == null) {
                throw new BusinessRefusal(Kind.INVALID, "worklist.case-team.choose");
            }
            try {
                return new Wish(team, reason == null ? "" : reason, LocalDate.parse(on == null ? "" : on));
            } catch (DateTimeParseException noDay) {
                throw new BusinessRefusal(Kind.INVALID, "worklist.refused.transfer-day", CaseTransfers.FARTHEST_DAYS);
            }
        }
    }

    @Override
    public Optional<String> path(Task task) {
        return task.kind() == TaskKind.TEAM_ASKED ? Optional.of(address(task.journey())) : Optional.empty();
    }

    static String address(JourneyId id) {
        return "/journeys/" + id + "/team";
    }

    @GetMapping("/journeys/{id}/team")
    String show(@PathVariable UUID id, Model model) {
        return page(new JourneyId(id), new Typed(null, "", null), model);
    }

    @PostMapping("/journeys/{id}/team")
    String transfer(
            @PathVariable UUID id,
            @ModelAttribute("typed") Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        return answered(new JourneyId(id), typed, model, locale, response, next, journey -> {
            CaseTransfer done = transfers.transfer(journey, typed.wish());
            return done.isPlanned() ? "worklist.case-team.planned.done" : "worklist.case-team.transferred";
        });
    }

    @PostMapping("/journeys/{id}/team/request")
    String ask(
            @PathVariable UUID id,
            @ModelAttribute("typed") Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        return answered(new JourneyId(id), typed, model, locale, response, next, journey -> {
            transfers.ask(journey, typed.wish());
            return "worklist.case-team.asked.done";
        });
    }

    @PostMapping("/journeys/{id}/team/refusal")
    String decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        model.addAttribute("answer", answer);
        return answered(new JourneyId(id), new Typed(null, "", null), model, locale, response, next, journey -> {
            transfers.decline(journey, answer);
            return "worklist.case-team.declined.done";
        });
    }

    @PostMapping("/journeys/{id}/team/cancellation")
    String callOff(@PathVariable UUID id, RedirectAttributes next) {
        transfers.callOff(new JourneyId(id));
        Flash.ok("worklist.case-team.called-off").on(next);
        return "redirect:" + address(new JourneyId(id));
    }

    private interface Act {
        /** @return the key of what to say when it is done */
        String on(JourneyId journey);
    }

    private String answered(
            JourneyId id,
            Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next,
            Act act) {
        try {
            Flash.ok(act.on(id)).on(next);
        } catch (BusinessRefusal no) {
            if (no.kind() == Kind.NOT_FOUND) {
                throw no;
            }
            response.setStatus(
                    switch (no.kind()) {
                        case INVALID -> 422;
                        case FORBIDDEN -> 403;
                        default -> 409;
                    });
            String field = FIELDS.getOrDefault(no.key(), "wrong");
            boolean ofAnswer = field.equals("reasonError") && model.containsAttribute("answer");
            model.addAttribute(ofAnswer ? "answerError" : field, messages.getMessage(no.key(), no.arguments(), locale));
            return page(id, typed, model);
        }
        return "redirect:/journeys/" + id;
    }

    private String page(JourneyId id, Typed typed, Model model) {
        Journey journey = journeys.get(id);
        if (!journey.handledBy(current.get())
                || journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        model.addAttribute("typed", typed);
        scene.fill(journey, model);
        return "worklist/case-team";
    }
}
