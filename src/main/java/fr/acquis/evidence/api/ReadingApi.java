package fr.acquis.evidence.api;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.Facts;
import fr.acquis.evidence.LineAnswer;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.evidence.WorkedHours;
import fr.acquis.evidence.web.LineForm;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What the machine read in a piece, and what people answer to it. */
@ApiController
@Tag(name = "Evidence")
class ReadingApi {

    private final Evidences evidences;
    private final Facts facts;
    private final Problems problems;

    ReadingApi(Evidences evidences, Facts facts, Problems problems) {
        this.evidences = evidences;
        this.facts = facts;
        this.problems = problems;
    }

    record KindWish(@NotNull EvidenceKind kind) {}

    record NameAnswer(@NotNull Boolean theirs) {}

    /**
     * What a line really says; what is left out is not said by the document.
     *
     * @param last left out while it goes on
     * @param hours in the unit beside them
     */
    record LineWish(
            @Nullable String employer,
            @Nullable String siret,
            @Nullable String role,
            @NotNull LocalDate first,
            @Nullable LocalDate last,
            @Nullable BigDecimal hours,
            WorkedHours.@Nullable Unit unit,
            @Nullable Integer page) {

        LineForm form() {
            return new LineForm(
                    employer,
                    siret,
                    role,
                    text(first),
                    text(last),
                    hours == null ? null : hours.toPlainString(),
                    text(unit),
                    text(page));
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    @GetMapping("/api/v1/evidence/{id}/reading")
    @Operation(
            summary =
                    "Where a piece stands: scanned, read, taken for what and why, and what it says, with page and snippet")
    ReadingDetail read(@PathVariable UUID id, Locale locale) {
        EvidenceId piece = new EvidenceId(id);
        Evidence found = evidences.find(piece).filter(Evidence::stands).orElseThrow(() -> new UnknownEvidence(piece));
        return ReadingDetail.of(found, facts.of(piece), key -> problems.words(key, new Object[0], locale));
    }

    @PostMapping("/api/v1/evidence/{id}/kind")
    @Operation(summary = "Says what a piece is, after the machine or against it")
    ReadingDetail nameKind(@PathVariable UUID id, @Valid @RequestBody KindWish wish, Locale locale) {
        evidences.nameKind(new EvidenceId(id), wish.kind());
        return read(id, locale);
    }

    @PostMapping("/api/v1/evidence/{id}/name")
    @Operation(summary = "Says whether a piece that bears another name is about the candidate")
    ReadingDetail answerName(@PathVariable UUID id, @Valid @RequestBody NameAnswer answer, Locale locale) {
        facts.answerName(new EvidenceId(id), answer.theirs());
        return read(id, locale);
    }

    @PostMapping("/api/v1/evidence/{id}/facts")
    @Operation(summary = "Adds a line the machine did not read")
    ReadingDetail add(@PathVariable UUID id, @Valid @RequestBody LineWish wish, Locale locale) {
        facts.add(new EvidenceId(id), answer(wish, locale));
        return read(id, locale);
    }

    @PostMapping("/api/v1/evidence/{id}/facts/{line}/confirmation")
    @Operation(summary = "All of a line is right")
    ReadingDetail confirm(@PathVariable UUID id, @PathVariable int line, Locale locale) {
        facts.confirm(new EvidenceId(id), line);
        return read(id, locale);
    }

    @PostMapping("/api/v1/evidence/{id}/facts/{line}/rejection")
    @Operation(summary = "A line says nothing that counts")
    ReadingDetail reject(@PathVariable UUID id, @PathVariable int line, Locale locale) {
        facts.reject(new EvidenceId(id), line);
        return read(id, locale);
    }

    @PostMapping("/api/v1/evidence/{id}/facts/{line}/correction")
    @Operation(summary = "Says what a line really says; where the certifying body has answered, its word is the last")
    ReadingDetail correct(
            @PathVariable UUID id, @PathVariable int line, @Valid @RequestBody LineWish wish, Locale locale) {
        facts.correct(new EvidenceId(id), line, answer(wish, locale));
        return read(id, locale);
    }

    private LineAnswer answer(LineWish wish, Locale locale) {
        LineForm form = wish.form();
        List<FieldProblem> wrong = form.problems().entrySet().stream()
                .map(one -> FieldProblem.inBody(one.getKey(), problems.words(one.getValue(), new Object[0], locale)))
                .toList();
        if (!wrong.isEmpty()) {
            throw ApiRefusal.invalid("api.invalid", wrong);
        }
        return form.answer();
    }
}
