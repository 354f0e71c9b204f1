package fr.acquis.jury;

import fr.acquis.audit.Audit;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.store.AssessmentRows;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Évaluation en entreprise: what an assessor saw at work, recorded by an agent from the signed booklet. */
@Service
@Transactional
public class WorkplaceAssessments {

    private final AssessmentRows rows;
    private final Journeys journeys;
    private final Certifications certifications;
    private final JuryDelays delays;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    WorkplaceAssessments(
            AssessmentRows rows,
            Journeys journeys,
            Certifications certifications,
            JuryDelays delays,
            Worklist worklist,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.certifications = certifications;
        this.delays = delays;
        this.worklist = worklist;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the case's règlement has it and it is still to be done. */
    @Transactional(readOnly = true)
    public boolean due(Journey journey) {
        return delays.of(journey).value(RegulationParameters.WORKPLACE_ASSESSMENT)
                && rows.find(journey.id()).isEmpty();
    }

    @Transactional(readOnly = true)
    public Optional<WorkplaceAssessment> of(JourneyId journey) {
        return rows.find(journey);
    }

    /** Whether the signed-in person may record one now. */
    @Transactional(readOnly = true)
    public boolean asked(JourneyId journey) {
        return worklist.open(journey, TaskKind.ASSESS_AT_WORK).isPresent();
    }

    /** @throws BusinessRefusal when a skill has no result or the day is to come: asked before the booklet is taken in */
    @Transactional(readOnly = true)
    public void check(WorkplaceAssessment assessment) {
        Journey journey = journeys.get(assessment.journey());
        Set<String> aimedAt = certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> journey.aimsAt(block.code()))
                .flatMap(block -> block.skills().stream())
                .map(skill -> skill.id().toString())
                .collect(Collectors.toSet());
        if (!aimedAt.equals(assessment.results().keySet())
                || assessment.assessor().isBlank()) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.assessment-incomplete");
        }
        if (assessment.assessedOn().isAfter(delays.today())) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.assessment-to-come");
        }
    }

    /** @throws BusinessRefusal when a skill has no result, the day is to come, or the booklet is missing */
    public void record(WorkplaceAssessment assessment) {
        check(assessment);
        Journey journey = journeys.get(assessment.journey());
        if (assessment.document() == null) {
            throw new BusinessRefusal(Kind.INVALID, "jury.refused.assessment-unsigned");
        }
        rows.insert(assessment, current.get().id(), clock.instant());
        worklist.submit(journey.id(), TaskKind.ASSESS_AT_WORK, Map.of());
        audit.record(
                journey.id().value(),
                "record-workplace-assessment",
                Map.of(
                        "on",
                        assessment.assessedOn().toString(),
                        "document",
                        assessment.document().toString()));
    }
}
