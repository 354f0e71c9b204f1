package fr.acquis.livret2.web;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.journey.Journey;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Guide;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Question;
import fr.acquis.livret2.Remarks;
import fr.acquis.livret2.Reviews;
import fr.acquis.livret2.Writing;
import fr.acquis.livret2.Writing.Field;
import fr.acquis.livret2.Writing.Saved;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Dates;
import fr.acquis.shell.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The livret and its skills, one per screen; a plain form keeps what a script keeps field by field. */
@Controller
class WritingPages {

    private static final List<EvidenceKind> KINDS = EvidenceKind.chosen().stream()
            .filter(kind -> !kind.identityDocument())
            .toList();

    private final Livret2Models models;
    private final Livret2s livrets;
    private final Writing writing;
    private final Deposits deposits;
    private final Reviews reviews;
    private final Remarks remarks;
    private final Guide guide;
    private final Dates dates;

    WritingPages(
            Livret2Models models,
            Livret2s livrets,
            Writing writing,
            Deposits deposits,
            Reviews reviews,
            Remarks remarks,
            Guide guide,
            Dates dates) {
        this.models = models;
        this.livrets = livrets;
        this.writing = writing;
        this.deposits = deposits;
        this.reviews = reviews;
        this.remarks = remarks;
        this.guide = guide;
        this.dates = dates;
    }

    @GetMapping("/journeys/{id}/livret2")
    String overview(@PathVariable UUID id, Model model, Locale locale) {
        JourneyId journey = new JourneyId(id);
        Livret2View view = models.put(journey, model, locale, "livret2.title");
        model.addAttribute("earlier", livrets.earlierAttempts(journey));
        model.addAttribute("mayAskReview", view.writes() && deposits.mayAskReview(journey));
        model.addAttribute("remarks", remarks.of(journey));
        model.addAttribute("returned", reviews.returned(journey, view.livret().attempt()));
        return "livret2/overview";
    }

    @GetMapping("/journeys/{id}/livret2/attempts/{attempt}")
    String history(@PathVariable UUID id, @PathVariable int attempt, Model model, Locale locale) {
        models.put(new JourneyId(id), attempt, model, locale);
        return "livret2/history";
    }

    @GetMapping("/journeys/{id}/livret2/skills/{skill}")
    String skill(@PathVariable UUID id, @PathVariable UUID skill, Model model, Locale locale) {
        return show(new JourneyId(id), new SkillId(skill), model, locale);
    }

    private String show(JourneyId id, SkillId skill, Model model, Locale locale) {
        Livret2View view = models.put(id, model, locale, "livret2.skill");
        List<Content.Entry> entries = view.livret().content().entries();
        int at = entries.stream().map(Content.Entry::skill).toList().indexOf(skill);
        if (at < 0) {
            throw new BusinessRefusal(BusinessRefusal.Kind.NOT_FOUND, "livret2.refused.unknown");
        }
        Content.Entry entry = entries.get(at);
        model.addAttribute("entry", entry);
        model.addAttribute(
                "bloc",
                view.livret().content().blocks().stream()
                        .filter(bloc -> bloc.skills().contains(entry))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("at", at + 1);
        model.addAttribute("count", entries.size());
        model.addAttribute("before", at == 0 ? null : entries.get(at - 1).skill());
        model.addAttribute("after", next(entries, at));
        model.addAttribute("remarks", remarks.of(id).getOrDefault(skill, List.of()));
        if (view.writes()) {
            Map<Question, Field> fields = writing.fields(id, skill);
            if (!model.containsAttribute("asked")) {
                model.addAttribute(
                        "asked",
                        Arrays.stream(Question.values())
                                .map(question -> new Asked(
                                        question,
                                        fields.get(question).text(),
                                        fields.get(question).version(),
                                        null))
                                .toList());
            }
            model.addAttribute("saved", savedAt(fields));
            model.addAttribute("kinds", KINDS);
            model.addAttribute("guide", guide.of((Journey) model.getAttribute("journey"), locale));
            model.addAttribute(
                    "unlinked",
                    writing.pieces(id).stream()
                            .filter(piece -> entry.proofs().stream()
                                    .noneMatch(proof -> proof.evidence().equals(piece.id())))
                            .toList());
        }
        return "livret2/skill";
    }

    private @Nullable String savedAt(Map<Question, Field> fields) {
        return fields.values().stream()
                .map(Field::savedAt)
                .filter(Objects::nonNull)
                .max(Comparator.<Instant>naturalOrder())
                .map(dates::time)
                .orElse(null);
    }

    private static @Nullable SkillId next(List<Content.Entry> entries, int at) {
        return at + 1 == entries.size() ? null : entries.get(at + 1).skill();
    }

    /** Without a script: all fields at once. What is stale is sent back with both texts, and nothing of it is lost. */
    @PostMapping("/journeys/{id}/livret2/skills/{skill}")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID skill,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        JourneyId journey = new JourneyId(id);
        SkillId of = new SkillId(skill);
        Map<Question, Asked> asked = new EnumMap<>(Question.class);
        boolean stale = false;
        for (Question question : Question.values()) {
            String text = Objects.requireNonNullElse(request.getParameter("text-" + question), "");
            int version = number(request.getParameter("version-" + question));
            switch (writing.save(journey, of, question, text, version)) {
                case Saved.Kept kept -> asked.put(question, new Asked(question, text, kept.version(), null));
                case Saved.Stale now -> {
                    asked.put(
                            question,
                            new Asked(
                                    question,
                                    text,
                                    now.stands().version(),
                                    now.stands().text()));
                    stale = true;
                }
            }
        }
        if (stale) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("asked", new ArrayList<>(asked.values()));
            return show(journey, of, model, locale);
        }
        List<Content.Entry> entries = livrets.get(journey).content().entries();
        SkillId after = next(
                entries, entries.stream().map(Content.Entry::skill).toList().indexOf(of));
        String base = "redirect:/journeys/" + id + "/livret2";
        return after == null ? base : base + "/skills/" + after;
    }

    @PostMapping("/journeys/{id}/livret2/skills/{skill}/proofs")
    String link(
            @PathVariable UUID id,
            @PathVariable UUID skill,
            @RequestParam UUID evidence,
            @RequestParam(required = false) String pages,
            @RequestParam(required = false) String comment,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        JourneyId journey = new JourneyId(id);
        try {
            writing.link(journey, new SkillId(skill), new EvidenceId(evidence), pages, comment);
        } catch (BusinessRefusal no) {
            if (no.kind() != BusinessRefusal.Kind.INVALID) {
                throw no;
            }
            response.setStatus(422);
            model.addAttribute(
                    "wrong", new WrongLink(new EvidenceId(evidence), pages, comment, no.key(), no.arguments()));
            return show(journey, new SkillId(skill), model, locale);
        }
        Flash.ok("livret2.linked").on(next);
        return "redirect:/journeys/" + id + "/livret2/skills/" + skill + "#proofs";
    }

    @PostMapping("/journeys/{id}/livret2/skills/{skill}/proofs/{evidence}/removal")
    String unlink(
            @PathVariable UUID id, @PathVariable UUID skill, @PathVariable UUID evidence, RedirectAttributes next) {
        writing.unlink(new JourneyId(id), new SkillId(skill), new EvidenceId(evidence));
        Flash.ok("livret2.unlinked").on(next);
        return "redirect:/journeys/" + id + "/livret2/skills/" + skill + "#proofs";
    }

    @PostMapping("/journeys/{id}/livret2/sharing")
    String share(@PathVariable UUID id, @RequestParam boolean shared, RedirectAttributes next) {
        writing.share(new JourneyId(id), shared);
        Flash.ok(shared ? "livret2.shared.done" : "livret2.unshared.done").on(next);
        return "redirect:/journeys/" + id + "/livret2";
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** @param theirs what stands in the store when it is not what the writer began from */
    record Asked(
            Question question,
            String text,
            int version,
            @Nullable String theirs) {}

    record WrongLink(
            EvidenceId evidence,
            @Nullable String pages,
            @Nullable String comment,
            String messageKey,
            Object[] values) {}
}
