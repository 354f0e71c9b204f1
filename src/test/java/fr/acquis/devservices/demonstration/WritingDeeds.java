package fr.acquis.devservices.demonstration;

import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.livret2.Deposits;
import fr.acquis.livret2.Question;
import fr.acquis.livret2.Reviews;
import fr.acquis.livret2.Writing;
import fr.acquis.worklist.TaskKind;
import java.util.List;
import java.util.Map;

/** Livret 2: written skill by skill with its proofs, reviewed, deposited, checked. */
final class WritingDeeds {

    private final Acting acting;
    private final Cast cast;
    private final FilingDeeds filing;
    private final Evidences evidences;
    private final AcquiredBlocks blocks;
    private final Writing writing;
    private final Reviews reviews;
    private final Deposits deposits;

    WritingDeeds(
            Acting acting,
            Cast cast,
            FilingDeeds filing,
            Evidences evidences,
            AcquiredBlocks blocks,
            Writing writing,
            Reviews reviews,
            Deposits deposits) {
        this.acting = acting;
        this.cast = cast;
        this.filing = filing;
        this.evidences = evidences;
        this.blocks = blocks;
        this.writing = writing;
        this.reviews = reviews;
        this.deposits = deposits;
    }

    /** @param part of the skills, in hundredths */
    Deed writes(int part) {
        return Deed.asked(TaskKind.WRITE_LIVRET2, stage -> write(stage, part));
    }

    private void write(Stage stage, int part) {
        acting.run(stage.candidate(), () -> {
            List<EvidenceId> proofs = proofs(stage);
            List<Skill> skills = skills(stage);
            int written = Math.ceilDiv(skills.size() * part, 100);
            for (int n = 0; n < written; n++) {
                write(stage, skills.get(n));
                writing.link(stage.journey(), skills.get(n).id(), proofs.get(n % proofs.size()), "1", null);
            }
        });
    }

    private void write(Stage stage, Skill skill) {
        List<String> said = Texts.of(stage.line().certification()).skills().get(skill.code());
        var fields = writing.fields(stage.journey(), skill.id());
        for (Question question : Question.values()) {
            writing.save(
                    stage.journey(),
                    skill.id(),
                    question,
                    said.get(question.ordinal()),
                    fields.get(question).version());
        }
    }

    /** A document and a photo of the work, attached once. */
    private List<EvidenceId> proofs(Stage stage) {
        List<EvidenceId> there = evidences.list(stage.journey()).stream()
                .filter(piece -> piece.kind() == EvidenceKind.WORK_SAMPLE || piece.kind() == EvidenceKind.PHOTO)
                .map(Evidence::id)
                .toList();
        if (!there.isEmpty()) {
            return there;
        }
        return List.of(
                filing.attach(
                        stage,
                        EvidenceKind.WORK_SAMPLE,
                        "document-de-travail.pdf",
                        List.of(Texts.of(stage.line().certification()).sample())),
                filing.attach(
                        stage,
                        EvidenceKind.PHOTO,
                        "poste-de-travail.jpg",
                        "image/jpeg",
                        Specimens.photo(stage.line().name())));
    }

    private List<Skill> skills(Stage stage) {
        return blocks.missing(acting.journey(stage)).stream()
                .map(SkillBlock::skills)
                .flatMap(List::stream)
                .toList();
    }

    Deed asksReview() {
        return Deed.asked(
                TaskKind.WRITE_LIVRET2,
                stage -> acting.run(
                        stage.candidate(),
                        () -> deposits.askReview(stage.journey(), "Mes exemples sont-ils assez précis ?")));
    }

    Deed sendsBack(String office) {
        return Deed.asked(
                TaskKind.REVIEW_LIVRET2,
                stage -> acting.run(cast.adviser(office), () -> {
                    SkillId first = skills(stage).getFirst().id();
                    reviews.sendBack(
                            stage.journey(),
                            Map.of(first, "Dites ce que vous avez décidé vous-même, et avec qui vous l’avez vérifié."),
                            "Les situations sont bien choisies. Ajoutez un résultat chiffré là où vous en avez un.");
                }));
    }

    Deed deposits() {
        return Deed.asked(
                TaskKind.WRITE_LIVRET2,
                stage -> acting.run(stage.candidate(), () -> deposits.deposit(stage.journey())));
    }

    Deed finds(boolean complete) {
        return Deed.asked(
                TaskKind.CHECK_FILE,
                stage -> acting.answer(
                        cast.agent(stage),
                        stage.journey(),
                        TaskKind.CHECK_FILE,
                        complete
                                ? Map.of("fileCheck", "COMPLETE")
                                : Map.of(
                                        "fileCheck",
                                        "PROBLEM",
                                        "problems",
                                        List.of("PAGE_UNREADABLE"),
                                        "explanation",
                                        "La deuxième page du compte rendu ne se lit pas : merci d’en déposer une copie"
                                                + " plus nette.")));
    }

    Deed depositsAgain() {
        return Deed.asked(
                TaskKind.COMPLETE_LIVRET2,
                stage -> acting.run(stage.candidate(), () -> deposits.complete(stage.journey())));
    }
}
