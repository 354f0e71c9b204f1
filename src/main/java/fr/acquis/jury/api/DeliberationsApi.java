package fr.acquis.jury.api;

import fr.acquis.journey.Journeys;
import fr.acquis.jury.BlockDecision;
import fr.acquis.jury.Deliberations;
import fr.acquis.jury.Evaluation;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.api.DeliberationDetail.BlockMarks;
import fr.acquis.jury.api.DeliberationDetail.ClosedDeliberation;
import fr.acquis.jury.api.DeliberationDetail.JurorMark;
import fr.acquis.jury.api.DeliberationDetail.SkillMarks;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(name = "Deliberation", description = "The president's: close the marks, decide bloc by bloc, sign")
class DeliberationsApi {

    private final Deliberations deliberations;
    private final Evaluations evaluations;
    private final Journeys journeys;
    private final Worklist worklist;
    private final SessionDetails details;

    DeliberationsApi(
            Deliberations deliberations,
            Evaluations evaluations,
            Journeys journeys,
            Worklist worklist,
            SessionDetails details) {
        this.deliberations = deliberations;
        this.evaluations = evaluations;
        this.journeys = journeys;
        this.worklist = worklist;
        this.details = details;
    }

    /** @param decisions one for each bloc examined */
    record DecisionsWish(
            @NotEmpty @Size(max = 50) List<@Valid @NotNull DecisionOnBlock> decisions,
            @Size(max = 4000) @Nullable String observations) {}

    /** @param reasons needed where the bloc is not obtained */
    record DecisionOnBlock(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{2,32}") String block,
            @NotNull Boolean obtained,
            @NotNull @Min(0) Integer votesFor,
            @NotNull @Min(0) Integer votesAgainst,
            @Size(max = 4000) @Nullable String reasons) {

        BlockDecision decision() {
            return new BlockDecision(block, obtained, votesFor, votesAgainst, reasons == null ? "" : reasons.strip());
        }
    }

    /** @param outcome EXCUSED, ABSENT or ADJOURNED */
    record UndecidedWish(
            @NotNull Outcome outcome,
            @Size(max = 4000) @Nullable String observations) {}

    @PostMapping("/api/v1/hearings/{id}/marks-closed")
    @Operation(summary = "Closes the marks though a seat is missing")
    DeliberationDetail closeMarks(@PathVariable UUID id) {
        evaluations.closeMarks(new HearingId(id));
        return one(id);
    }

    @GetMapping("/api/v1/hearings/{id}/deliberation")
    @Operation(summary = "The marks of all side by side, once closed, and what was decided")
    DeliberationDetail one(@PathVariable UUID id) {
        Sitting sitting = deliberations.presided(new HearingId(id));
        Hearing hearing = sitting.hearing();
        List<Evaluation> closed = evaluations.closed(hearing.id());
        return new DeliberationDetail(
                id,
                hearing.journey().value(),
                journeys.find(hearing.journey()).orElseThrow().caseNumber(),
                details.name(hearing.candidate()),
                evaluations.threshold(hearing),
                worklist.open(hearing.journey(), TaskKind.DELIBERATE).isPresent(),
                Moments.of(hearing.marksClosedAt()),
                marks(hearing, closed),
                sitting.session().seats().stream()
                        .filter(seat ->
                                closed.stream().noneMatch(one -> one.seat().equals(seat.id())))
                        .map(seat -> details.name(seat.person()))
                        .toList(),
                hearing.deliberation() == null ? null : ClosedDeliberation.of(hearing.deliberation()),
                Moments.of(hearing.signedAt()));
    }

    private List<BlockMarks> marks(Hearing hearing, List<Evaluation> closed) {
        int threshold = evaluations.threshold(hearing);
        return evaluations.examined(hearing).stream()
                .map(block -> new BlockMarks(
                        block.code().value(),
                        block.title(),
                        closed.stream()
                                .map(one -> new JurorMark(
                                        details.name(one.person()),
                                        one.grid().block(block).percent(),
                                        one.grid().block(block).yes(),
                                        one.grid().block(block).shown(threshold),
                                        one.grid().block(block).comment()))
                                .toList(),
                        block.skills().stream()
                                .map(skill -> new SkillMarks(
                                        skill.code(),
                                        closed.stream()
                                                .map(one -> one.grid().skill(skill))
                                                .toList()))
                                .toList()))
                .toList();
    }

    @PostMapping("/api/v1/hearings/{id}/deliberation")
    @Operation(summary = "Closes the deliberation bloc by bloc; the outcome follows from the decisions")
    DeliberationDetail decide(@PathVariable UUID id, @Valid @RequestBody DecisionsWish wish) {
        deliberations.decide(
                new HearingId(id),
                wish.decisions().stream().map(DecisionOnBlock::decision).toList(),
                wish.observations());
        return one(id);
    }

    @PostMapping("/api/v1/hearings/{id}/deliberation/without-decision")
    @Operation(summary = "The candidate excused or absent, or the jury adjourned: another hearing follows")
    DeliberationDetail withoutDecision(@PathVariable UUID id, @Valid @RequestBody UndecidedWish wish) {
        if (!wish.outcome().undecided()) {
            throw new BusinessRefusal(BusinessRefusal.Kind.INVALID, "jury.refused.unknown-outcome");
        }
        deliberations.withoutDecision(new HearingId(id), wish.outcome(), wish.observations());
        return one(id);
    }

    @PostMapping("/api/v1/hearings/{id}/signature")
    @Operation(summary = "Signs the minutes: the blocs are the candidate's, the result leaves")
    DeliberationDetail sign(@PathVariable UUID id) {
        deliberations.sign(new HearingId(id));
        return one(id);
    }

    @GetMapping("/api/v1/hearings/{id}/minutes")
    @Operation(summary = "The minutes: a draft before they are signed, for the panel and the body's agents")
    @ApiResponse(
            responseCode = "200",
            description = "The PDF",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> minutes(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(deliberations.minutes(new HearingId(id)));
    }
}
