package fr.acquis.jury.api;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Declaration;
import fr.acquis.jury.DepositedFile;
import fr.acquis.jury.Evaluation;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.JuryHearings.Sitting;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.WorkplaceAssessment;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.jury.api.HearingDetail.ExaminedBlock;
import fr.acquis.jury.api.HearingDetail.GridWords;
import fr.acquis.jury.api.HearingDetail.Heard;
import fr.acquis.jury.api.HearingDetail.OwnEvaluation;
import fr.acquis.jury.api.HearingDetail.SittingSummary;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.FieldProblem;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.platform.api.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

@ApiController
@Tag(
        name = "Hearings",
        description = "A juror's own: the declaration, the grid, handing it in; marks of others are closed first")
class HearingsApi {

    private final JuryHearings hearings;
    private final Evaluations evaluations;
    private final WorkplaceAssessments assessments;
    private final DepositedFile files;
    private final Journeys journeys;
    private final Certifications certifications;
    private final SessionDetails details;
    private final CurrentPerson current;
    private final Problems problems;

    HearingsApi(
            JuryHearings hearings,
            Evaluations evaluations,
            WorkplaceAssessments assessments,
            DepositedFile files,
            Journeys journeys,
            Certifications certifications,
            SessionDetails details,
            CurrentPerson current,
            Problems problems) {
        this.hearings = hearings;
        this.evaluations = evaluations;
        this.assessments = assessments;
        this.files = files;
        this.journeys = journeys;
        this.certifications = certifications;
        this.details = details;
        this.current = current;
        this.problems = problems;
    }

    /** @param linked whether there is a link to the candidate, now or before, or support was given */
    record LinkDeclaration(@NotNull Boolean linked) {}

    @GetMapping("/api/v1/sessions/mine")
    @Operation(summary = "The published sessions a juror sits in, with their hearings")
    PageOf<SittingSummary> mine() {
        return new PageOf<>(hearings.mine().stream().map(this::summary).toList(), null);
    }

    private SittingSummary summary(JurySession session) {
        return new SittingSummary(
                session.id().value(),
                certifications.get(session.certification()).title(),
                Moments.of(session.startsAt()),
                presides(session),
                session.passages().stream()
                        .filter(hearing -> hearing.plannedAt() != null)
                        .map(hearing -> new Heard(
                                hearing.id().value(),
                                hearing.journey().value(),
                                details.name(hearing.candidate()),
                                Moments.of(session.hour(hearing)),
                                evaluations.declaration(hearing)))
                        .toList());
    }

    @GetMapping("/api/v1/hearings/{id}")
    @Operation(summary = "One candidate with the juror's own grid; the declaration alone before it is made")
    HearingDetail one(@PathVariable UUID id) {
        Sitting sitting = hearings.sitting(new HearingId(id));
        Hearing hearing = sitting.hearing();
        Journey journey = journeys.find(hearing.journey()).orElseThrow();
        Declaration declaration = evaluations.declaration(hearing);
        return new HearingDetail(
                id,
                journey.id().value(),
                journey.caseNumber(),
                details.name(hearing.candidate()),
                Moments.of(sitting.session().hour(hearing)),
                hearing.attempt(),
                declaration,
                presides(sitting.session()),
                Moments.of(hearing.marksClosedAt()),
                declaration == Declaration.NO_LINK ? own(sitting, journey) : null);
    }

    private OwnEvaluation own(Sitting sitting, Journey journey) {
        Hearing hearing = sitting.hearing();
        List<SkillBlock> examined = evaluations.examined(hearing);
        Optional<Evaluation> own = evaluations.own(hearing);
        Grid grid = own.map(Evaluation::grid).orElse(Grid.EMPTY);
        return new OwnEvaluation(
                evaluations.threshold(hearing),
                examined.stream().map(ExaminedBlock::of).toList(),
                GridWords.of(grid),
                grid.gaps(examined),
                own.filter(Evaluation::submitted).isPresent(),
                Moments.of(own.map(Evaluation::savedAt).orElse(null)),
                sitting.session().seats().size(),
                evaluations.handedIn(hearing).size(),
                files.of(journey, hearing.attempt())
                        .map(file -> "/api/v1/journeys/" + journey.id() + "/livret2/file?attempt=" + hearing.attempt())
                        .orElse(null),
                assessments.of(journey.id()).map(WorkplaceAssessment::results).orElse(null));
    }

    private boolean presides(JurySession session) {
        return session.president()
                .filter(seat -> seat.person().equals(current.get().id()))
                .isPresent();
    }

    @PostMapping("/api/v1/hearings/{id}/declaration")
    @Operation(summary = "Declares a link to the candidate, or none; with a link somebody else must sit")
    HearingDetail declare(@PathVariable UUID id, @Valid @RequestBody LinkDeclaration said) {
        evaluations.declare(new HearingId(id), said.linked());
        return one(id);
    }

    @PutMapping("/api/v1/hearings/{id}/grid")
    @Operation(summary = "Keeps the juror's own grid, whatever it lacks; the answer says what")
    HearingDetail save(@PathVariable UUID id, @Valid @RequestBody GridWish wish, Locale locale) {
        Sitting sitting = hearings.sitting(new HearingId(id));
        List<FieldProblem> strangers = wish.strangers(
                evaluations.examined(sitting.hearing()), problems.words("api.not-examined", new Object[0], locale));
        if (!strangers.isEmpty()) {
            throw ApiRefusal.invalid("api.invalid", strangers);
        }
        evaluations.save(sitting.hearing().id(), wish.grid());
        return one(id);
    }

    @PostMapping("/api/v1/hearings/{id}/evaluation")
    @Operation(summary = "Hands the saved grid in, for good; the last seat closes the marks for all")
    HearingDetail handIn(@PathVariable UUID id) {
        evaluations.handIn(new HearingId(id));
        return one(id);
    }
}
