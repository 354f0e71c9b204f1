package fr.acquis.jury.api;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Grid;
import fr.acquis.jury.WorkplaceAssessment;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.shared.JourneyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@ApiController
@Tag(name = "Assessment at work", description = "Évaluation en entreprise, recorded from the signed booklet")
class AssessmentsApi {

    private final WorkplaceAssessments assessments;
    private final Evidences evidences;
    private final Journeys journeys;

    AssessmentsApi(WorkplaceAssessments assessments, Evidences evidences, Journeys journeys) {
        this.assessments = assessments;
        this.evidences = evidences;
        this.journeys = journeys;
    }

    /** @param results by the skill's id, for every skill aimed at */
    record AssessmentWish(
            @NotBlank @Size(max = 200) String assessor,
            @NotBlank @Size(max = 200) String function,
            @NotNull LocalDate on,
            @NotEmpty Map<String, Grid.@NotNull Level> results) {}

    record RecordedAssessment(
            UUID journey,
            int attempt,
            String assessor,
            String function,
            LocalDate on,
            Map<String, Grid.Level> results,
            @Nullable UUID document) {

        static RecordedAssessment of(WorkplaceAssessment assessment) {
            return new RecordedAssessment(
                    assessment.journey().value(),
                    assessment.attempt(),
                    assessment.assessor(),
                    assessment.assessorFunction(),
                    assessment.assessedOn(),
                    assessment.results(),
                    assessment.document() == null ? null : assessment.document().value());
        }
    }

    @GetMapping("/api/v1/journeys/{id}/workplace-assessment")
    @Operation(summary = "The assessment at work, once recorded; 404 before")
    RecordedAssessment read(@PathVariable UUID id) {
        return assessments
                .of(journeys.get(new JourneyId(id)).id())
                .map(RecordedAssessment::of)
                .orElseThrow(() -> ApiRefusal.notFound("api.assessment.none"));
    }

    @PostMapping(path = "/api/v1/journeys/{id}/workplace-assessment", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Records it: multipart/form-data with assessment (JSON) and document, the signed booklet")
    RecordedAssessment record(
            @PathVariable UUID id,
            @Valid @RequestPart("assessment") AssessmentWish wish,
            @RequestPart("document") MultipartFile document)
            throws IOException {
        Journey journey = journeys.get(new JourneyId(id));
        if (!assessments.asked(journey.id())) {
            throw ApiRefusal.conflict("worklist.refused.no-longer-open");
        }
        // Looked at whole before the booklet is taken in: a refusal leaves nothing behind.
        assessments.check(assessment(journey, wish, null));
        assessments.record(assessment(journey, wish, attach(journey, document)));
        return read(id);
    }

    private static WorkplaceAssessment assessment(Journey journey, AssessmentWish wish, @Nullable EvidenceId document) {
        return new WorkplaceAssessment(
                journey.id(),
                journey.attempt(),
                wish.assessor().strip(),
                wish.function().strip(),
                wish.on(),
                wish.results(),
                document);
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
}
