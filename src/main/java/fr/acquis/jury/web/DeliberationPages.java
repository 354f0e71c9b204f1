package fr.acquis.jury.web;

import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Deliberations;
import fr.acquis.jury.Evaluation;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.Seat;
import fr.acquis.shared.PersonId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The president's pages: close the marks, decide bloc by bloc with the marks side by side, sign. */
@Controller
class DeliberationPages {

    private final Deliberations deliberations;
    private final Evaluations evaluations;
    private final Journeys journeys;
    private final Worklist worklist;
    private final People people;
    private final MessageSource messages;

    DeliberationPages(
            Deliberations deliberations,
            Evaluations evaluations,
            Journeys journeys,
            Worklist worklist,
            People people,
            MessageSource messages) {
        this.deliberations = deliberations;
        this.evaluations = evaluations;
        this.journeys = journeys;
        this.worklist = worklist;
        this.people = people;
        this.messages = messages;
    }

    /** The marks of all for one bloc. */
    record BlockMarks(SkillBlock block, List<JurorMark> marks, List<SkillLine> skills) {}

    /** @param mark null when the juror handed nothing in */
    record JurorMark(String juror, Grid.@Nullable BlockMark mark, boolean shown) {}

    record SkillLine(Skill skill, List<Grid.SkillMark> marks) {}

    @PostMapping("/hearings/{id}/marks-closed")
    String closeMarks(@PathVariable UUID id, RedirectAttributes next) {
        evaluations.closeMarks(new HearingId(id));
        Flash.ok("jury.marks-closed").on(next);
        return "redirect:/hearings/" + id + "/deliberation";
    }

    @GetMapping("/hearings/{id}/deliberation")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Sitting sitting = deliberations.presided(new HearingId(id));
        return page(sitting, DeliberationForm.empty(evaluations.examined(sitting.hearing())), model, locale);
    }

    @PostMapping("/hearings/{id}/deliberation")
    String decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        Sitting sitting = deliberations.presided(new HearingId(id));
        DeliberationForm form = DeliberationForm.of(
                typed,
                evaluations.examined(sitting.hearing()),
                sitting.session().seats().size());
        String said = typed.getOrDefault("outcome", "");
        if (said.isEmpty()) {
            if (form.hasErrors()) {
                response.setStatus(422);
                return page(sitting, form, model, locale);
            }
            deliberations.decide(sitting.hearing().id(), form.decisions(), form.observations());
        } else {
            Outcome outcome = Outcome.withoutDecision().stream()
                    .filter(one -> one.name().equals(said))
                    .findFirst()
                    .orElseThrow(() -> new fr.acquis.shared.BusinessRefusal(
                            fr.acquis.shared.BusinessRefusal.Kind.INVALID, "jury.refused.unknown-outcome"));
            deliberations.withoutDecision(sitting.hearing().id(), outcome, form.observations());
        }
        Flash.ok("jury.deliberated").on(next);
        return "redirect:/hearings/" + id + "/deliberation";
    }

    @PostMapping("/hearings/{id}/signature")
    String sign(@PathVariable UUID id, RedirectAttributes next) {
        deliberations.sign(new HearingId(id));
        Flash.ok("jury.signed").on(next);
        return "redirect:/hearings/" + id + "/deliberation";
    }

    @GetMapping("/hearings/{id}/minutes")
    ResponseEntity<byte[]> minutes(@PathVariable UUID id, Locale locale) {
        byte[] pdf = deliberations.minutes(new HearingId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(say("jury.minutes", locale) + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    private String page(Sitting sitting, DeliberationForm form, Model model, Locale locale) {
        Hearing hearing = sitting.hearing();
        List<Evaluation> closed = evaluations.closed(hearing.id());
        model.addAttribute("jurySession", sitting.session());
        model.addAttribute("hearing", hearing);
        model.addAttribute("candidate", name(hearing.candidate()));
        model.addAttribute(
                "caseNumber", journeys.find(hearing.journey()).orElseThrow().caseNumber());
        model.addAttribute("form", form);
        model.addAttribute("threshold", evaluations.threshold(hearing));
        model.addAttribute("marks", marks(sitting, closed, evaluations.threshold(hearing)));
        model.addAttribute(
                "missing",
                sitting.session().seats().stream()
                        .filter(seat ->
                                closed.stream().noneMatch(one -> one.seat().equals(seat.id())))
                        .map(seat -> name(seat.person()))
                        .toList());
        model.addAttribute(
                "asked", worklist.open(hearing.journey(), TaskKind.DELIBERATE).isPresent());
        model.addAttribute("outcomes", List.of(Outcome.EXCUSED, Outcome.ABSENT, Outcome.ADJOURNED));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("jury.nav.mine", locale), "/sessions/mine"),
                        new Crumb(name(hearing.candidate()), "/hearings/" + hearing.id()),
                        Crumb.here(say("jury.deliberation", locale))));
        return "jury/deliberation";
    }

    private List<BlockMarks> marks(Sitting sitting, List<Evaluation> closed, int threshold) {
        return evaluations.examined(sitting.hearing()).stream()
                .map(block -> new BlockMarks(
                        block,
                        closed.stream()
                                .map(one -> new JurorMark(
                                        juror(sitting, one),
                                        one.grid().block(block),
                                        one.grid().block(block).shown(threshold)))
                                .toList(),
                        block.skills().stream()
                                .map(skill -> new SkillLine(
                                        skill,
                                        closed.stream()
                                                .map(one -> one.grid().skill(skill))
                                                .toList()))
                                .toList()))
                .toList();
    }

    private String juror(Sitting sitting, Evaluation evaluation) {
        String name = name(evaluation.person());
        return sitting.session().seat(evaluation.seat()).filter(Seat::presides).isPresent()
                ? messages.getMessage(
                        "jury.president.named",
                        new Object[] {name},
                        org.springframework.context.i18n.LocaleContextHolder.getLocale())
                : name;
    }

    private String name(PersonId person) {
        return people.find(person).map(Person::displayName).orElse("—");
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
