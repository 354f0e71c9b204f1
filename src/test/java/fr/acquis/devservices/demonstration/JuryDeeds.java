package fr.acquis.devservices.demonstration;

import static org.awaitility.Awaitility.await;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.identity.SignedIn;
import fr.acquis.jury.BlockDecision;
import fr.acquis.jury.Deliberations;
import fr.acquis.jury.Evaluations;
import fr.acquis.jury.Grid;
import fr.acquis.jury.Grid.BlockMark;
import fr.acquis.jury.Grid.Level;
import fr.acquis.jury.Grid.SkillMark;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JuryHearings;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.WorkplaceAssessment;
import fr.acquis.jury.WorkplaceAssessments;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Before the jury, its day, and what it decides. */
final class JuryDeeds {

    private final Acting acting;
    private final Cast cast;
    private final FilingDeeds filing;
    private final SessionsOfTheDay days;
    private final JuryHearings hearings;
    private final WorkplaceAssessments assessments;
    private final Certifications certifications;
    private final Evaluations evaluations;
    private final Deliberations deliberations;
    private final Worklist worklist;

    JuryDeeds(
            Acting acting,
            Cast cast,
            FilingDeeds filing,
            SessionsOfTheDay days,
            JuryHearings hearings,
            WorkplaceAssessments assessments,
            Certifications certifications,
            Evaluations evaluations,
            Deliberations deliberations,
            Worklist worklist) {
        this.acting = acting;
        this.cast = cast;
        this.filing = filing;
        this.days = days;
        this.hearings = hearings;
        this.assessments = assessments;
        this.certifications = certifications;
        this.evaluations = evaluations;
        this.deliberations = deliberations;
        this.worklist = worklist;
    }

    Deed isAssessedAtWork() {
        return Deed.asked(
                TaskKind.ASSESS_AT_WORK,
                stage -> acting.run(cast.agent(stage), () -> {
                    Map<String, Level> results = new HashMap<>();
                    certifications.standard(acting.journey(stage).certification()).blocks().stream()
                            .flatMap(block -> block.skills().stream())
                            .forEach(skill -> results.put(skill.id().toString(), Level.SHOWN));
                    assessments.record(new WorkplaceAssessment(
                            stage.journey(),
                            acting.journey(stage).attempt(),
                            "Gaspard Figurant",
                            "Chef d’atelier",
                            LocalDate.ofInstant(acting.now(), fr.acquis.journey.LegalClock.ZONE),
                            results,
                            filing.attach(
                                    stage,
                                    EvidenceKind.EMPLOYER_ATTESTATION,
                                    "livret-d-evaluation.pdf",
                                    List.of(List.of(
                                            "Livret d’évaluation en entreprise – spécimen sans valeur",
                                            "Évaluateur : Gaspard Figurant, chef d’atelier",
                                            "Toutes les compétences ont été observées en situation de travail.",
                                            "Document inventé pour la démonstration du logiciel.")))));
                }));
    }

    /** @param daysAgo when the session is held: negative for one to come, 0 for one that is under way */
    Deed isEnteredFor(int daysAgo) {
        return Deed.asked(TaskKind.PLAN_HEARING, stage -> days.enter(stage, acting.journey(stage), daysAgo));
    }

    /** @param obtained how many of the blocs looked at each juror holds shown, the first ones */
    Deed isEvaluated(int obtained) {
        return Deed.asked(TaskKind.EVALUATE, stage -> evaluate(stage, days.jurors(stage), obtained));
    }

    /** Two of the four have marked; the president has not yet. */
    Deed isEvaluatedInPart(int obtained) {
        return Deed.asked(
                TaskKind.EVALUATE, stage -> evaluate(stage, days.jurors(stage).subList(2, 4), obtained));
    }

    private void evaluate(Stage stage, List<SignedIn> jurors, int obtained) {
        Hearing hearing = hearing(stage);
        for (SignedIn juror : jurors) {
            awaitSeat(juror, hearing);
            acting.run(juror, () -> {
                evaluations.declare(hearing.id(), false);
                evaluations.save(hearing.id(), grid(hearing, obtained));
                evaluations.handIn(hearing.id());
            });
        }
    }

    private void awaitSeat(SignedIn juror, Hearing hearing) {
        await().atMost(Acting.PATIENCE)
                .pollInterval(java.time.Duration.ofMillis(40))
                .until(() -> worklist.open(hearing.journey()).stream()
                        .filter(task -> task.kind() == TaskKind.EVALUATE)
                        .map(Task::holder)
                        .anyMatch(juror.id()::equals));
    }

    private Grid grid(Hearing hearing, int obtained) {
        Map<String, SkillMark> skills = new HashMap<>();
        Map<String, BlockMark> marks = new HashMap<>();
        List<SkillBlock> blocks = evaluations.examined(hearing);
        for (int n = 0; n < blocks.size(); n++) {
            boolean yes = n < obtained;
            blocks.get(n)
                    .skills()
                    .forEach(skill -> skills.put(
                            skill.id().toString(),
                            new SkillMark(
                                    yes ? Level.SHOWN : Level.PARTLY,
                                    yes ? "Décrit avec précision et établi." : "L’autonomie n’est pas établie.")));
            marks.put(blocks.get(n).code().value(), new BlockMark(yes ? 82 : 45, null, ""));
        }
        return new Grid(skills, marks);
    }

    Deed isDecided(int obtained) {
        return Deed.asked(TaskKind.DELIBERATE, stage -> {
            Hearing hearing = hearing(stage);
            acting.run(days.jurors(stage).getFirst(), () -> {
                deliberations.decide(hearing.id(), decisions(hearing, obtained), null);
                deliberations.sign(hearing.id());
            });
        });
    }

    private List<BlockDecision> decisions(Hearing hearing, int obtained) {
        List<BlockDecision> decisions = new ArrayList<>();
        for (SkillBlock block : evaluations.examined(hearing)) {
            decisions.add(
                    decisions.size() < obtained
                            ? new BlockDecision(block.code().value(), true, 4, 0, "")
                            : new BlockDecision(
                                    block.code().value(),
                                    false,
                                    1,
                                    3,
                                    "Les situations décrites ne montrent pas encore l’autonomie attendue."));
        }
        return decisions;
    }

    /** The candidate excused or absent, or the jury adjourned. */
    Deed isNotHeard(Outcome outcome, String why) {
        return Deed.asked(TaskKind.EVALUATE, stage -> {
            Hearing hearing = hearing(stage);
            SignedIn president = days.jurors(stage).getFirst();
            if (!hearing.marksClosed()) {
                acting.run(president, () -> evaluations.closeMarks(hearing.id()));
            }
            acting.task(stage.journey(), TaskKind.DELIBERATE);
            acting.run(president, () -> {
                deliberations.withoutDecision(hearing.id(), outcome, why);
                deliberations.sign(hearing.id());
            });
        });
    }

    private Hearing hearing(Stage stage) {
        return hearings.of(stage.journey()).getFirst().hearing();
    }
}
