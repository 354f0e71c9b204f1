package fr.acquis.admissibility.web;

import fr.acquis.admissibility.DecisionDrafts;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Outcome;
import fr.acquis.admissibility.Ruling;
import fr.acquis.journey.Journey;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agent's page and its verbs: to accept, to ask for pieces, to refuse; where the règlement wants it, to confirm. */
@Controller
class DecisionPages {

    private final Decisions decisions;
    private final DecisionDrafts drafts;
    private final DecisionSheet sheet;
    private final Criteria criteria;

    DecisionPages(Decisions decisions, DecisionDrafts drafts, DecisionSheet sheet, Criteria criteria) {
        this.decisions = decisions;
        this.drafts = drafts;
        this.sheet = sheet;
        this.criteria = criteria;
    }

    @GetMapping("/journeys/{id}/decision")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Journey journey = sheet.submitted(id);
        return sheet.page(journey, sheet.begun(journey, locale), model, locale);
    }

    /** One line more or less, everything typed kept. */
    @PostMapping("/journeys/{id}/decision/lines")
    String lines(
            @PathVariable UUID id,
            @RequestParam DecisionDraft.Form form,
            @RequestParam String line,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Journey journey = sheet.submitted(id);
        DecisionDraft draft = typed(form, journey, request, locale).changed(line);
        drafts.keep(journey.id(), draft.words());
        return sheet.page(journey, draft, model, locale);
    }

    /** Kept as it is typed, for whoever types it alone. */
    @PostMapping("/journeys/{id}/decision/draft")
    ResponseEntity<Void> keep(
            @PathVariable UUID id, @RequestParam DecisionDraft.Form form, HttpServletRequest request, Locale locale) {
        Journey journey = sheet.submitted(id);
        drafts.keep(journey.id(), typed(form, journey, request, locale).words());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/journeys/{id}/decision/draft/removal")
    String forget(@PathVariable UUID id, RedirectAttributes next) {
        drafts.forgetMine(sheet.submitted(id).id());
        Flash.ok("admissibility.draft.forgotten").on(next);
        return "redirect:/journeys/" + id + "/decision";
    }

    @PostMapping("/journeys/{id}/decision/admissible")
    String admit(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes next) {
        said(decisions.declareAdmissible(new JourneyId(id), comment), Outcome.RECEVABLE, next);
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/refusal")
    String refuse(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Journey journey = sheet.submitted(id);
        DecisionDraft draft = typed(DecisionDraft.Form.REFUSE, journey, request, locale);
        try {
            Ruling ruling = decisions.declareNotAdmissible(
                    journey.id(), null, draft.givenReasons(criteria, sheet.standard(journey)));
            said(ruling, Outcome.NON_RECEVABLE, next);
        } catch (BusinessRefusal no) {
            return sentBack(journey, draft, no, response, model, locale);
        }
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/completion")
    String ask(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes next) {
        Journey journey = sheet.submitted(id);
        DecisionDraft draft = typed(DecisionDraft.Form.ASK, journey, request, locale);
        try {
            decisions.requestCompletion(journey.id(), draft.namedPieces(), day(draft));
        } catch (BusinessRefusal no) {
            return sentBack(journey, draft, no, response, model, locale);
        }
        Flash.ok("admissibility.decided.A_COMPLETER").on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/confirmation")
    String confirm(@PathVariable UUID id, RedirectAttributes next) {
        Outcome outcome = decisions.confirm(new JourneyId(id)).outcome();
        Flash.ok("admissibility.decided." + outcome).on(next);
        return "redirect:/worklist";
    }

    @PostMapping("/journeys/{id}/decision/return")
    String sendBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String note, RedirectAttributes next) {
        decisions.sendBack(new JourneyId(id), note);
        Flash.ok("admissibility.proposed.sent-back").on(next);
        return "redirect:/journeys/" + id + "/decision";
    }

    private static void said(Ruling ruling, Outcome outcome, RedirectAttributes next) {
        switch (ruling) {
            case Ruling.Taken taken ->
                Flash.ok("admissibility.decided." + outcome).on(next);
            case Ruling.Proposed proposed ->
                Flash.ok("admissibility.proposed.done").on(next);
        }
    }

    private DecisionDraft typed(DecisionDraft.Form form, Journey journey, HttpServletRequest request, Locale locale) {
        return DecisionDraft.typed(form, request, sheet.begun(journey, locale));
    }

    /** What can be corrected is corrected on the page; what cannot, a case decided meanwhile, is told as everywhere. */
    private String sentBack(
            Journey journey,
            DecisionDraft draft,
            BusinessRefusal no,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (no.kind() != BusinessRefusal.Kind.INVALID) {
            throw no;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return sheet.page(journey, draft.refused(no.key()), model, locale);
    }

    static LocalDate day(DecisionDraft draft) {
        try {
            return draft.answerDay();
        } catch (DateTimeException typo) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "admissibility.refused.answer-by");
        }
    }
}
