package fr.acquis.livret2.api;

import fr.acquis.certification.SkillId;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Reviews;
import fr.acquis.livret2.api.Livret2Detail.ReturnedReview;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Problems;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Relecture: asked for by the candidate, written by the adviser, sent back. */
@ApiController
@Tag(name = "Livret 2")
class ReviewsApi {

    private final Reviews reviews;
    private final Deposits deposits;
    private final Livret2s livrets;
    private final Problems problems;

    ReviewsApi(Reviews reviews, Deposits deposits, Livret2s livrets, Problems problems) {
        this.reviews = reviews;
        this.deposits = deposits;
        this.livrets = livrets;
        this.problems = problems;
    }

    record ReviewRequest(@Size(max = 2000) @Nullable String wish) {}

    /** @param remarks by the skill's id; what is not named is emptied */
    record ReviewWords(
            @NotNull Map<UUID, @NotNull @Size(max = Reviews.LONGEST_REMARK) String> remarks,
            @Size(max = Reviews.LONGEST_REMARK) @Nullable String general) {}

    @PostMapping("/api/v1/journeys/{id}/livret2/review-request")
    @Operation(summary = "Hands the livret to the adviser, who may read it from now on")
    Handed ask(@PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable ReviewRequest request) {
        JourneyId journey = new JourneyId(id);
        deposits.askReview(journey, request == null ? null : request.wish());
        return new Handed(livrets.get(journey).state());
    }

    record Handed(Livret2.State state) {}

    @GetMapping("/api/v1/journeys/{id}/livret2/review")
    @Operation(summary = "The review under way, for the adviser who has it")
    ReturnedReview mine(@PathVariable UUID id) {
        return ReturnedReview.of(reviews.mine(new JourneyId(id)));
    }

    @PutMapping("/api/v1/journeys/{id}/livret2/review")
    @Operation(summary = "Keeps remarks without sending them")
    ReturnedReview save(@PathVariable UUID id, @Valid @RequestBody ReviewWords words, Locale locale) {
        JourneyId journey = new JourneyId(id);
        reviews.save(journey, remarks(journey, words, locale), words.general());
        return mine(id);
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/review/return")
    @Operation(summary = "Gives the livret back to its author with the remarks")
    Handed sendBack(@PathVariable UUID id, @Valid @RequestBody ReviewWords words, Locale locale) {
        JourneyId journey = new JourneyId(id);
        reviews.sendBack(journey, remarks(journey, words, locale), words.general());
        return new Handed(livrets.state(journey).orElseThrow());
    }

    private Map<SkillId, String> remarks(JourneyId id, ReviewWords words, Locale locale) {
        Set<UUID> known = livrets.get(id).content().entries().stream()
                .map(Content.Entry::skill)
                .map(SkillId::value)
                .collect(Collectors.toSet());
        List<FieldProblem> unknown = new ArrayList<>();
        Map<SkillId, String> remarks = new HashMap<>();
        words.remarks().forEach((skill, said) -> {
            if (known.contains(skill)) {
                remarks.put(new SkillId(skill), said);
            } else {
                unknown.add(new FieldProblem(
                        "#/remarks/" + skill, problems.words("api.skill.unknown", new Object[0], locale)));
            }
        });
        if (!unknown.isEmpty()) {
            throw ApiRefusal.invalid("api.invalid", unknown);
        }
        return remarks;
    }
}
