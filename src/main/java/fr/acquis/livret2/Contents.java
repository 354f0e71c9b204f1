package fr.acquis.livret2;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.Skill;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.Evidences;
import fr.acquis.journey.Journey;
import fr.acquis.livret2.store.Livret2Rows;
import fr.acquis.livret2.store.Livret2Rows.AnswerRow;
import fr.acquis.livret2.store.Livret2Rows.LinkRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts answers and links under the blocs and skills of the standard they are written for. */
@Component
class Contents {

    private final Livret2Rows rows;
    private final Certifications certifications;
    private final Evidences evidences;

    Contents(Livret2Rows rows, Certifications certifications, Evidences evidences) {
        this.rows = rows;
        this.certifications = certifications;
        this.evidences = evidences;
    }

    /** What is written now; links to pieces that no longer stand are left out. */
    Content of(Journey journey, Livret2Rows.Row row) {
        Map<SkillId, List<AnswerRow>> answers =
                rows.answers(journey.id(), row.attempt()).stream().collect(Collectors.groupingBy(AnswerRow::skill));
        Map<SkillId, List<LinkRow>> links =
                rows.links(journey.id(), row.attempt()).stream().collect(Collectors.groupingBy(LinkRow::skill));
        Map<EvidenceId, Evidence> pieces = evidences.held(journey.id()).stream()
                .filter(Evidence::opens)
                .filter(piece -> !piece.kind().identityDocument())
                .collect(Collectors.toMap(Evidence::id, Function.identity()));
        return new Content(certifications.standard(journey.certification()).blocks().stream()
                .filter(block -> row.blocks().contains(block.code()))
                .map(block -> bloc(block, answers, links, pieces))
                .toList());
    }

    private static Content.Bloc bloc(
            SkillBlock block,
            Map<SkillId, List<AnswerRow>> answers,
            Map<SkillId, List<LinkRow>> links,
            Map<EvidenceId, Evidence> pieces) {
        return new Content.Bloc(
                block.code(),
                block.title(),
                block.skills().stream()
                        .map(skill -> entry(
                                skill,
                                answers.getOrDefault(skill.id(), List.of()),
                                links.getOrDefault(skill.id(), List.of()),
                                pieces))
                        .toList());
    }

    private static Content.Entry entry(
            Skill skill, List<AnswerRow> answers, List<LinkRow> links, Map<EvidenceId, Evidence> pieces) {
        Map<Question, String> words = new EnumMap<>(Question.class);
        answers.forEach(answer -> words.put(answer.question(), answer.text()));
        return new Content.Entry(
                skill.id(),
                skill.code(),
                skill.statement(),
                skill.criteria(),
                words,
                links.stream()
                        .filter(link -> pieces.containsKey(link.evidence()))
                        .map(link -> proof(pieces.get(link.evidence()), link))
                        .toList());
    }

    private static Proof proof(Evidence piece, LinkRow link) {
        return new Proof(piece.id(), piece.kind(), piece.current().sha256(), link.pages(), link.comment());
    }
}
