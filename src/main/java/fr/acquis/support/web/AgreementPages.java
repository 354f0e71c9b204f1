package fr.acquis.support.web;

import fr.acquis.certification.Regulations;
import fr.acquis.certification.SupportParameters;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.journey.Journey;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import fr.acquis.support.Funding;
import fr.acquis.support.SupportAccess.View;
import fr.acquis.support.SupportAgreement;
import fr.acquis.support.SupportAgreements;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agreement: proposed by the adviser, read and signed by the candidate, followed by who pays. */
@Controller
class AgreementPages {

    private final SupportScene scene;
    private final SupportAgreements agreements;
    private final Regulations regulations;
    private final MessageSource messages;
    private final Clock clock;

    AgreementPages(
            SupportScene scene,
            SupportAgreements agreements,
            Regulations regulations,
            MessageSource messages,
            Clock clock) {
        this.scene = scene;
        this.agreements = agreements;
        this.regulations = regulations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journeys/{id}/support/agreements/new")
    String write(@PathVariable UUID id, Model model, Locale locale) {
        List<SupportAgreement> known = agreements.of(new JourneyId(id));
        model.addAttribute("form", known.isEmpty() ? new AgreementForm() : AgreementForm.from(known.getFirst()));
        return form(id, model, locale);
    }

    @PostMapping("/journeys/{id}/support/agreements")
    String propose(
            @PathVariable UUID id,
            @ModelAttribute("form") AgreementForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = new Typed(binding, messages, locale);
        List<Funding.Asked> funding = form.asked(typed, today());
        Optional<SupportAgreement.Terms> terms = form.terms(typed);
        if (terms.isPresent()) {
            try {
                agreements.propose(new JourneyId(id), terms.get(), funding);
            } catch (RefusedAnswer refused) {
                typed.refuse(refused.field(), refused.key(), refused.arguments());
            }
        }
        if (!typed.holds()) {
            response.setStatus(422);
            return form(id, model, locale);
        }
        Flash.ok("support.agreement.proposed").on(next);
        return SupportFollowUpPages.back(id);
    }

    private String form(UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        View view = scene.open(journey, model, locale, "support.agreement.new");
        if (!view.staff() || !view.underWay()) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        model.addAttribute("changes", agreements.signed(journey).isPresent());
        model.addAttribute("maximum", maximum(view.journey()));
        model.addAttribute(
                "sources",
                Arrays.stream(Funding.Source.values())
                        .map(source ->
                                new Choice(source.name(), messages.getMessage(source.messageKey(), null, locale), null))
                        .toList());
        return "support/agreement-form";
    }

    private int maximum(Journey journey) {
        return regulations.on(journey.certification(), journey.regulationOn()).value(SupportParameters.HOURS_MAXIMUM);
    }

    @GetMapping("/journeys/{id}/support/agreements/{version}")
    String read(@PathVariable UUID id, @PathVariable int version, Model model, Locale locale) {
        scene.open(new JourneyId(id), model, locale, "support.agreement");
        SupportAgreement agreement = agreements.get(new JourneyId(id), version);
        model.addAttribute("agreement", agreement);
        model.addAttribute("proposer", scene.name(agreement.proposedBy()));
        model.addAttribute("today", today());
        return "support/agreement";
    }

    @PostMapping("/journeys/{id}/support/agreements/{version}/signature")
    String sign(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(defaultValue = "false") boolean agreed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!agreed) {
            return refused(
                    id,
                    version,
                    "agreed",
                    new RefusedAnswer("agreed", "support.refused.not-read"),
                    model,
                    locale,
                    response);
        }
        agreements.sign(new JourneyId(id), version);
        Flash.ok("support.agreement.signed").on(next);
        return "redirect:/journeys/" + id + "/support/agreements/" + version;
    }

    @PostMapping("/journeys/{id}/support/agreements/{version}/refusal")
    String decline(
            @PathVariable UUID id,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String word,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            agreements.decline(new JourneyId(id), version, word);
        } catch (RefusedAnswer refused) {
            model.addAttribute("typed", word);
            return refused(id, version, "word", refused, model, locale, response);
        }
        Flash.ok("support.agreement.declined").on(next);
        return SupportFollowUpPages.back(id);
    }

    @PostMapping("/journeys/{id}/support/agreements/{version}/funding/{line}")
    String funded(
            @PathVariable UUID id,
            @PathVariable int version,
            @PathVariable int line,
            @RequestParam Funding.State state,
            @RequestParam(required = false) LocalDate on,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            if (on == null) {
                throw new RefusedAnswer("on", "support.refused.day");
            }
            agreements.answered(new JourneyId(id), version, line, state, on, note);
        } catch (RefusedAnswer refused) {
            model.addAttribute("typed", note);
            return refused(id, version, "funding-" + line, refused, model, locale, response);
        }
        Flash.ok("support.funding.kept").on(next);
        return "redirect:/journeys/" + id + "/support/agreements/" + version;
    }

    private String refused(
            UUID id,
            int version,
            String where,
            RefusedAnswer refused,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(422);
        model.addAttribute("wrongAt", where);
        model.addAttribute("wrong", messages.getMessage(refused.key(), refused.arguments(), locale));
        return read(id, version, model, locale);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.PARIS);
    }
}
