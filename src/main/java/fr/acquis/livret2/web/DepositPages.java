package fr.acquis.livret2.web;

import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Livret2s;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a review, depositing with what is missing in sight, and how far the file is. */
@Controller
class DepositPages {

    private final Livret2Models models;
    private final Livret2s livrets;
    private final Deposits deposits;

    DepositPages(Livret2Models models, Livret2s livrets, Deposits deposits) {
        this.models = models;
        this.livrets = livrets;
        this.deposits = deposits;
    }

    @PostMapping("/journeys/{id}/livret2/review-request")
    String askReview(@PathVariable UUID id, @RequestParam(required = false) String wish, RedirectAttributes next) {
        deposits.askReview(new JourneyId(id), wish);
        Flash.ok("livret2.review.asked").on(next);
        return "redirect:/journeys/" + id;
    }

    /** What is about to be handed in, and what is missing: it does not hold the deposit back. */
    @GetMapping("/journeys/{id}/livret2/deposit")
    String confirm(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        Livret2View view = models.put(journey, model, locale, "livret2.deposit");
        if (!view.writes()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "livret2.refused.not-writable");
        }
        model.addAttribute("incomplete", view.livret().content().incomplete());
        model.addAttribute("pieces", view.livret().content().pieces().size());
        model.addAttribute("again", view.livret().state() == Livret2.State.COMPLETING);
        model.addAttribute(
                "check",
                livrets.latestDeposit(journey)
                        .map(Deposit::check)
                        .filter(found -> view.livret().state() == Livret2.State.COMPLETING)
                        .orElse(null));
        return "livret2/deposit";
    }

    @PostMapping("/journeys/{id}/livret2/deposit")
    String deposit(@PathVariable UUID id, RedirectAttributes next) {
        deposits.deposit(new JourneyId(id));
        Flash.ok("livret2.deposited").on(next);
        return "redirect:/journeys/" + id;
    }

    @PostMapping("/journeys/{id}/livret2/completion")
    String complete(@PathVariable UUID id, RedirectAttributes next) {
        deposits.complete(new JourneyId(id));
        Flash.ok("livret2.deposited").on(next);
        return "redirect:/journeys/" + id;
    }

    /** Asked for every few seconds while the file is made. */
    @GetMapping("/journeys/{id}/livret2/progress")
    String progress(@PathVariable UUID id, Model model) {
        JourneyId journey = new JourneyId(id);
        livrets.get(journey);
        model.addAttribute(
                "deposit",
                livrets.latestDeposit(journey)
                        .orElseThrow(() ->
                                new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "livret2.refused.not-deposited")));
        return "livret2/deposited :: file(deposit=${deposit})";
    }
}
