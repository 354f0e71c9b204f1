package fr.acquis.jury.web;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.Grid;
import fr.acquis.jury.WorkplaceAssessment;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Crumb;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An agent records the assessment at work from the signed booklet. */
@Controller
class AssessmentPages {

    private final WorkplaceAssessments assessments;
    private final Evidences evidences;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    AssessmentPages(
            WorkplaceAssessments assessments,
            Evidences evidences,
            Journeys journeys,
            Certifications certifications,
            People people,
            MessageSource messages,
            Clock clock) {
        this.assessments = assessments;
        this.evidences = evidences;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/journeys/{id}/workplace-assessment")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page(journeys.get(new JourneyId(id)), Map.of(), Map.of(), model, locale);
    }

    @PostMapping("/journeys/{id}/workplace-assessment")
    String record(
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "document", required = false) @Nullable MultipartFile document,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        Journey journey = journeys.get(new JourneyId(id));
        if (!assessments.asked(journey.id())) {
            throw new BusinessRefusal(BusinessRefusal.Kind.CONFLICT, "worklist.refused.no-longer-open");
        }
        Map<String, String> errors = errors(journey, typed, document, locale);
        if (errors.isEmpty()) {
            try {
                assessments.record(assessment(journey, typed, attach(journey, document)));
                Flash.ok("jury.assessment.recorded").on(next);
                return "redirect:/journeys/" + id;
            } catch (RefusedFile refused) {
                errors.put("document", messages.getMessage(refused.messageKey(), refused.arguments(), locale));
            }
        }
        response.setStatus(422);
        return page(journey, typed, errors, model, locale);
    }

    private Map<String, String> errors(
            Journey journey, Map<String, String> typed, @Nullable MultipartFile document, Locale locale) {
        Map<String, String> errors = new HashMap<>();
        for (String field : List.of("assessor", "function")) {
            if (typed.getOrDefault(field, "").isBlank()) {
                errors.put(field, say("jakarta.validation.constraints.NotBlank.message", locale));
            }
        }
        LocalDate on = day(typed.get("on"));
        if (on == null || on.isAfter(clock.instant().atZone(LegalClock.ZONE).toLocalDate())) {
            errors.put("on", say("jury.assessment.on.passed", locale));
        }
        if (document == null || document.isEmpty()) {
            errors.put("document", say("jury.assessment.document.required", locale));
        }
        blocks(journey).stream()
                .flatMap(block -> block.skills().stream())
                .filter(skill -> GridForm.level(typed.get("level-" + skill.id())) == null)
                .forEach(skill -> errors.put(
                        "level-" + skill.id(), say("jakarta.validation.constraints.NotNull.message", locale)));
        return errors;
    }

    private EvidenceId attach(Journey journey, MultipartFile document) throws IOException {
        try (InputStream content = document.getInputStream()) {
            return evidences.attach(
                    journey.id(),
                    journey.certifyingBody(),
                    journey.candidate(),
                    EvidenceKind.EMPLOYER_ATTESTATION,
                    document.getOriginalFilename() == null ? "" : document.getOriginalFilename(),
                    document.getContentType() == null ? "" : document.getContentType(),
                    content,
                    document.getSize());
        }
    }

    private WorkplaceAssessment assessment(Journey journey, Map<String, String> typed, EvidenceId document) {
        Map<String, Grid.Level> results = new HashMap<>();
        blocks(journey).stream()
                .flatMap(block -> block.skills().stream())
                .forEach(skill -> results.put(skill.id().toString(), GridForm.level(typed.get("level-" + skill.id()))));
        return new WorkplaceAssessment(
                journey.id(),
                journey.attempt(),
                cut(typed.get("assessor")),
                cut(typed.get("function")),
                day(typed.get("on")),
                results,
                document);
    }

    private String page(
            Journey journey, Map<String, String> typed, Map<String, String> errors, Model model, Locale locale) {
        model.addAttribute("journey", journey);
        model.addAttribute(
                "candidate",
                people.find(journey.candidate()).map(Person::displayName).orElse("—"));
        model.addAttribute("blocks", blocks(journey));
        model.addAttribute("levels", Grid.Level.values());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("asked", assessments.asked(journey.id()));
        model.addAttribute("recorded", assessments.of(journey.id()).orElse(null));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(say("journey.cases", locale), "/worklist"),
                        new Crumb(journey.caseNumber(), "/journeys/" + journey.id()),
                        Crumb.here(say("jury.assessment", locale))));
        return "jury/assessment";
    }

    private List<SkillBlock> blocks(Journey journey) {
        return certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> journey.aimsAt(block.code()))
                .toList();
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(text.strip().length(), 200));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
