package fr.acquis.support.web;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.support.SupportTransfers;
import fr.acquis.support.Supports;
import fr.acquis.support.Transfer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a case to another adviser, or says why not. */
@Controller
class TransferPages {

    private final SupportTransfers transfers;
    private final Supports supports;
    private final Journeys journeys;
    private final People people;
    private final CurrentPerson current;
    private final MessageSource messages;

    TransferPages(
            SupportTransfers transfers,
            Supports supports,
            Journeys journeys,
            People people,
            CurrentPerson current,
            MessageSource messages) {
        this.transfers = transfers;
        this.supports = supports;
        this.journeys = journeys;
        this.people = people;
        this.current = current;
        this.messages = messages;
    }

    /** What was typed. */
    record Typed(String adviser, String reason, String answer) {}

    @GetMapping("/journeys/{id}/support/transfer")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(new JourneyId(id), new Typed("", "", ""), model, locale);
    }

    @PostMapping("/journeys/{id}/support/transfer")
    String transfer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID adviser,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        JourneyId journey = new JourneyId(id);
        Typed typed = new Typed(adviser == null ? "" : adviser.toString(), reason, "");
        if (adviser == null) {
            return again(
                    "adviserError", "support.transfer.choose", new Object[0], journey, typed, model, locale, response);
        }
        try {
            transfers.transfer(journey, new PersonId(adviser), reason);
        } catch (BusinessRefusal no) {
            String field = no.key().equals("support.refused.no-receiver") ? "adviserError" : "reasonError";
            return refused(no, field, journey, typed, model, locale, response);
        }
        Flash.ok("support.transferred").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/support/transfer/refusal")
    String decline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        JourneyId journey = new JourneyId(id);
        try {
            transfers.decline(journey, answer);
        } catch (BusinessRefusal no) {
            return refused(no, "answerError", journey, new Typed("", "", answer), model, locale, response);
        }
        Flash.ok("support.transfer.declined").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/support/transfer/request")
    String ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        transfers.ask(new JourneyId(id), reason);
        Flash.ok("support.transfer.asked").on(next);
        return "redirect:/journeys/" + id;
    }

    private String refused(
            BusinessRefusal no,
            String field,
            JourneyId journey,
            Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (no.kind() != BusinessRefusal.Kind.INVALID) {
            throw no;
        }
        return again(field, no.key(), no.arguments(), journey, typed, model, locale, response);
    }

    private String again(
            String field,
            String key,
            Object[] arguments,
            JourneyId journey,
            Typed typed,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute(field, messages.getMessage(key, arguments, locale));
        return page(journey, typed, model, locale);
    }

    private String page(JourneyId id, Typed typed, Model model, Locale locale) {
        Journey journey = journeys.get(id);
        if (!journey.handledBy(current.get())) {
            throw new BusinessRefusal(BusinessRefusal.Kind.FORBIDDEN, "support.refused.not-yours");
        }
        Transfer open = transfers.latest(id).filter(Transfer::isOpen).orElse(null);
        model.addAttribute("journey", journey);
        model.addAttribute("typed", typed);
        model.addAttribute("open", open);
        model.addAttribute("askedBy", open == null ? null : name(open.askedBy()));
        model.addAttribute(
                "adviser",
                supports.of(id)
                        .filter(support -> support.isRunning() && support.adviser() != null)
                        .map(support -> name(support.adviser()))
                        .orElse(null));
        model.addAttribute(
                "choices",
                transfers.receivers(journey).stream()
                        .map(one -> Choice.of(
                                one.adviser().adviser().id().toString(),
                                messages.getMessage(
                                        "support.transfer.receiver",
                                        new Object[] {
                                            one.adviser().adviser().displayName(),
                                            one.body().name(),
                                            one.adviser().load()
                                        },
                                        locale)))
                        .toList());
        model.addAttribute("longest", SupportTransfers.LONGEST_REASON);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("journey.cases", null, locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + id),
                        Crumb.here(messages.getMessage("support.transfer.title", null, locale))));
        return "support/transfer";
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }
}
