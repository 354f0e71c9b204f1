package fr.acquis.admissibility.api;

import fr.acquis.admissibility.CompletionAnswers;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Livret 1",
        description = "Dossier de faisabilité: written by its candidate, submitted once, completed when asked")
class Livret1Api {

    private final Livret1s livrets;
    private final CompletionAnswers answers;
    private final Journeys journeys;
    private final Livret1Details details;
    private final Problems problems;

    Livret1Api(
            Livret1s livrets, CompletionAnswers answers, Journeys journeys, Livret1Details details, Problems problems) {
        this.livrets = livrets;
        this.answers = answers;
        this.journeys = journeys;
        this.details = details;
        this.problems = problems;
    }

    @GetMapping("/api/v1/journeys/{id}/livret1")
    @Operation(summary = "The form, what it lacks, the pieces asked for")
    Livret1Detail read(@PathVariable UUID id, Locale locale) {
        return details.of(journeys.get(new JourneyId(id)), locale);
    }

    @PutMapping("/api/v1/journeys/{id}/livret1")
    @Operation(summary = "Saves the whole form, whatever it lacks; the answer says what")
    Livret1Detail replace(@PathVariable UUID id, @RequestBody Livret1Sections sections, Locale locale) {
        return write(id, sections, true, locale);
    }

    @PatchMapping("/api/v1/journeys/{id}/livret1")
    @Operation(summary = "Saves the sections that are sent, each whole")
    Livret1Detail change(@PathVariable UUID id, @RequestBody Livret1Sections sections, Locale locale) {
        return write(id, sections, false, locale);
    }

    private Livret1Detail write(UUID id, Livret1Sections sections, boolean whole, Locale locale) {
        JourneyId journey = new JourneyId(id);
        if (sections.experiences() != null
                && sections.experiences().experiences().size() > Livret1.MOST_EXPERIENCES) {
            throw ApiRefusal.invalid(
                    "api.invalid",
                    List.of(new FieldProblem(
                            "#/experiences/experiences",
                            problems.words("api.experiences.too-many", new Object[0], locale))));
        }
        livrets.write(journey, held -> sections.over(whole ? Livret1.BLANK : held));
        return details.of(journeys.get(journey), locale);
    }

    /**
     * @param lastDay the last day to decide
     * @param silenceAt from when silence is acceptance
     */
    record Filed(
            UUID journey,
            String caseNumber,
            OffsetDateTime submittedAt,
            @Nullable LocalDate lastDay,
            @Nullable OffsetDateTime silenceAt) {

        static Filed of(Journey journey) {
            LegalClock clock = journey.clock();
            return new Filed(
                    journey.id().value(),
                    journey.caseNumber(),
                    Moments.of(journey.submittedAt()),
                    clock.lastDay().orElse(null),
                    clock.silenceAt().map(Moments::of).orElse(null));
        }
    }

    @PostMapping("/api/v1/journeys/{id}/livret1/submission")
    @Operation(summary = "Files the request: the legal delay starts; 422 lists what is missing")
    Filed submit(@PathVariable UUID id, Locale locale) {
        JourneyId journey = new JourneyId(id);
        try {
            return Filed.of(livrets.submit(journey));
        } catch (BusinessRefusal refusal) {
            if (refusal.kind() != BusinessRefusal.Kind.INVALID) {
                throw refusal;
            }
            throw ApiRefusal.invalid("api.incomplete", gaps(journey, locale));
        }
    }

    private List<FieldProblem> gaps(JourneyId id, Locale locale) {
        return details.gaps(journeys.get(id), livrets.get(id), locale).stream()
                .map(gap -> new FieldProblem(gap.pointer(), gap.detail()))
                .toList();
    }

    @PutMapping("/api/v1/journeys/{id}/livret1/completion/{piece}")
    @Operation(summary = "Answers one piece asked for: a file of the case, words, or why it cannot be given")
    @ApiResponse(
            responseCode = "204",
            description = "Kept; a file is in the case at once, the examination goes on once the whole is sent")
    ResponseEntity<Void> answer(
            @PathVariable UUID id, @PathVariable int piece, @Valid @RequestBody AnswerToPiece answer) {
        if (answer.evidence() != null) {
            answers.provide(new JourneyId(id), piece, new EvidenceId(answer.evidence()));
        } else {
            answers.say(
                    new JourneyId(id),
                    piece,
                    Boolean.TRUE.equals(answer.unavailable()),
                    answer.text() == null ? "" : answer.text());
        }
        return ResponseEntity.noContent().build();
    }

    /**
     * @param evidence a piece of the case that answers; null for an answer in words
     * @param unavailable the piece cannot be given: the text says why
     */
    record AnswerToPiece(
            @Nullable UUID evidence,
            @Nullable Boolean unavailable,
            @Size(max = CompletionAnswers.LONGEST) @Nullable String text) {}

    @PostMapping("/api/v1/journeys/{id}/livret1/completion")
    @Operation(summary = "Says that what was asked for is added: the examination goes on")
    Filed complete(@PathVariable UUID id) {
        JourneyId journey = new JourneyId(id);
        livrets.complete(journey);
        return Filed.of(journeys.get(journey));
    }
}
