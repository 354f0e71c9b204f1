package fr.acquis.livret2.api;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Livret2;
import fr.acquis.livret2.Livret2s;
import fr.acquis.livret2.Question;
import fr.acquis.livret2.Reviews;
import fr.acquis.livret2.Writing;
import fr.acquis.livret2.Writing.Saved;
import fr.acquis.livret2.api.Livret2Detail.ReturnedReview;
import fr.acquis.livret2.api.Livret2Detail.WrittenBlock;
import fr.acquis.livret2.api.Livret2Detail.WrittenSkill;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Moments;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@ApiController
@Tag(name = "Livret 2", description = "Dossier de validation: written skill by skill, reviewed, deposited, assembled")
class Livret2Api {

    private final Livret2s livrets;
    private final Writing writing;
    private final Deposits deposits;
    private final Reviews reviews;
    private final Journeys journeys;
    private final CurrentPerson current;

    Livret2Api(
            Livret2s livrets,
            Writing writing,
            Deposits deposits,
            Reviews reviews,
            Journeys journeys,
            CurrentPerson current) {
        this.livrets = livrets;
        this.writing = writing;
        this.deposits = deposits;
        this.reviews = reviews;
        this.journeys = journeys;
        this.current = current;
    }

    /** @param version the writer began from, 0 for a field never written */
    record AnswerWish(
            @NotNull @Size(max = Writing.LONGEST_ANSWER) String text,
            @NotNull @Min(0) Integer version) {}

    /** @param version to write from next time */
    record StoredAnswer(
            Question question,
            String text,
            int version,
            @Nullable OffsetDateTime savedAt) {}

    /** @param fields what is stored, with the versions to write from; for who may write it, else empty */
    record SkillInHand(String block, WrittenSkill skill, List<StoredAnswer> fields) {}

    record ProofWish(
            @NotNull UUID evidence,
            @Nullable String pages,
            @Size(max = Writing.LONGEST_COMMENT) @Nullable String comment) {}

    record Sharing(@NotNull Boolean shared) {}

    @GetMapping("/api/v1/journeys/{id}/livret2")
    @Operation(summary = "The livret of the latest attempt, or of the one asked for")
    Livret2Detail read(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer attempt) {
        JourneyId of = new JourneyId(id);
        Journey journey = journeys.get(of);
        Livret2 livret = attempt == null ? livrets.get(of) : livrets.get(of, attempt);
        boolean latest = livret.attempt() == livrets.get(of).attempt();
        boolean own = journey.candidate().equals(current.get().id());
        boolean writes = latest && writing.mayWrite(journey);
        return new Livret2Detail(
                id,
                livret.attempt(),
                livret.state(),
                Moments.of(livret.openedAt()),
                Moments.of(livret.sharedAt()),
                writes,
                writes && deposits.mayAskReview(of),
                livret.content().incomplete().size(),
                livrets.earlierAttempts(of),
                livret.content().blocks().stream().map(WrittenBlock::of).toList(),
                own
                        ? reviews.returned(of, livret.attempt()).stream()
                                .map(ReturnedReview::of)
                                .toList()
                        : List.of());
    }

    @GetMapping("/api/v1/journeys/{id}/livret2/skills/{skill}")
    @Operation(summary = "One skill with its proofs, and the versions of its fields for who writes them")
    SkillInHand skill(@PathVariable UUID id, @PathVariable UUID skill) {
        JourneyId of = new JourneyId(id);
        SkillId wanted = new SkillId(skill);
        for (Content.Bloc bloc : livrets.get(of).content().blocks()) {
            for (Content.Entry entry : bloc.skills()) {
                if (entry.skill().equals(wanted)) {
                    return new SkillInHand(bloc.code().value(), WrittenSkill.of(entry), fields(of, wanted));
                }
            }
        }
        throw ApiRefusal.notFound("livret2.refused.unknown");
    }

    private List<StoredAnswer> fields(JourneyId id, SkillId skill) {
        if (!writing.mayWrite(journeys.get(id))) {
            return List.of();
        }
        return writing.fields(id, skill).entrySet().stream()
                .map(field -> new StoredAnswer(
                        field.getKey(),
                        field.getValue().text(),
                        field.getValue().version(),
                        Moments.of(field.getValue().savedAt())))
                .toList();
    }

    @PutMapping("/api/v1/journeys/{id}/livret2/skills/{skill}/answers/{question}")
    @Operation(summary = "Keeps one answer; 409 with what stands (text, version) when it has moved on")
    StoredAnswer write(
            @PathVariable UUID id,
            @PathVariable UUID skill,
            @PathVariable Question question,
            @Valid @RequestBody AnswerWish wish) {
        return switch (writing.save(new JourneyId(id), new SkillId(skill), question, wish.text(), wish.version())) {
            case Saved.Kept kept -> new StoredAnswer(question, wish.text(), kept.version(), Moments.of(kept.at()));
            case Saved.Stale now ->
                throw new ApiRefusal(
                        HttpStatus.CONFLICT,
                        "api.livret2.stale",
                        new Object[0],
                        List.of(),
                        Map.of(
                                "text",
                                now.stands().text(),
                                "version",
                                now.stands().version()));
        };
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/skills/{skill}/proofs")
    @Operation(summary = "Links a piece to a skill, or changes where to look in it (\"2, 5-7\")")
    SkillInHand link(@PathVariable UUID id, @PathVariable UUID skill, @Valid @RequestBody ProofWish proof) {
        writing.link(
                new JourneyId(id),
                new SkillId(skill),
                new EvidenceId(proof.evidence()),
                proof.pages(),
                proof.comment());
        return skill(id, skill);
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/skills/{skill}/proofs/{evidence}/removal")
    @Operation(summary = "Unlinks a piece; the piece itself stays")
    SkillInHand unlink(@PathVariable UUID id, @PathVariable UUID skill, @PathVariable UUID evidence) {
        writing.unlink(new JourneyId(id), new SkillId(skill), new EvidenceId(evidence));
        return skill(id, skill);
    }

    @PostMapping("/api/v1/journeys/{id}/livret2/sharing")
    @Operation(summary = "Lets the adviser read it, or takes it back")
    Livret2Detail share(@PathVariable UUID id, @Valid @RequestBody Sharing sharing) {
        writing.share(new JourneyId(id), sharing.shared());
        return read(id, null);
    }
}
