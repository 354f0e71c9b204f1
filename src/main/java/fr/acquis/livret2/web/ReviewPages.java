package fr.acquis.livret2.web;

import fr.acquis.certification.SkillId;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Remarks;
import fr.acquis.livret2.Review;
import fr.acquis.livret2.Reviews;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The adviser's page: the candidate's words and proofs, a remark per skill, the way back to the candidate and their answers. */
@Controller
class ReviewPages {

    private final Livret2Models models;
    private final Livret2s livrets;
    private final Reviews reviews;
    private final Remarks remarks;

    ReviewPages(Livret2Models models, Livret2s livrets, Reviews reviews, Remarks remarks) {
        this.models = models;
        this.livrets = livrets;
        this.reviews = reviews;
        this.remarks = remarks;
    }

    @GetMapping("/journeys/{id}/livret2/review")
    String review(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        Review review = reviews.mine(journey);
        models.put(journey, model, locale, "livret2.review");
        model.addAttribute("review", review);
        model.addAttribute("longest", Reviews.LONGEST_REMARK);
        model.addAttribute("before", remarks.of(journey));
        return "livret2/review";
    }

    @PostMapping("/journeys/{id}/livret2/review")
    String save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "save") String act,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean autosave,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        JourneyId journey = new JourneyId(id);
        Map<SkillId, String> remarks = new HashMap<>();
        for (Content.Entry entry : livrets.get(journey).content().entries()) {
            remarks.put(entry.skill(), Objects.requireNonNullElse(request.getParameter("remark-" + entry.skill()), ""));
        }
        String general = request.getParameter("general");
        if (!autosave && act.equals("return")) {
            reviews.sendBack(journey, remarks, general);
            Flash.ok("livret2.review.returned").on(next);
            return "redirect:/journeys/" + id;
        }
        reviews.save(journey, remarks, general);
        if (autosave) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        Flash.ok("livret2.review.saved").on(next);
        return "redirect:/journeys/" + id + "/livret2/review";
    }

    /** What the candidate did with a remark. */
    @PostMapping("/journeys/{id}/livret2/skills/{skill}/remarks/{review}")
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID skill,
            @PathVariable int review,
            @RequestParam(required = false) String answer,
            @RequestParam(defaultValue = "false") boolean done,
            RedirectAttributes next) {
        remarks.answer(new JourneyId(id), review, new SkillId(skill), answer, done);
        Flash.ok("livret2.remark.answered").on(next);
        return "redirect:/journeys/" + id + "/livret2/skills/" + skill;
    }
}
