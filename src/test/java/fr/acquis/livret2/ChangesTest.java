package fr.acquis.livret2;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.livret2.WordDiff.Fate;
import fr.acquis.livret2.WordDiff.Run;
import fr.acquis.shared.Sha256;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What changed between two versions, and how skills and pieces are laid out. */
@Tag("evidence")
@Tag("fast")
class ChangesTest {

    private static final SkillId FIRST = SkillId.create();
    private static final SkillId SECOND = SkillId.create();

    @Test
    void words_that_stay_are_told_from_those_that_came_and_went() {
        assertThat(WordDiff.between("J’ai rassuré le client.", "J’ai longuement rassuré la cliente."))
                .containsExactly(
                        new Run(Fate.KEPT, "J’ai "),
                        new Run(Fate.ADDED, "longuement "),
                        new Run(Fate.KEPT, "rassuré "),
                        new Run(Fate.REMOVED, "le client."),
                        new Run(Fate.ADDED, "la cliente."));
        assertThat(WordDiff.between("", "")).isEmpty();
        String book = "mot ".repeat(3_000);
        assertThat(WordDiff.between("a" + book, "b " + book + "c")).isNotEmpty();
    }

    @Test
    void a_skill_without_a_change_is_left_out_and_a_moved_page_is_a_change() {
        Proof plan = proof("1");
        Proof moved = new Proof(plan.evidence(), plan.kind(), plan.sha256(), "2", null);
        Content before = content(entry(FIRST, "Avant", plan), entry(SECOND, "Pareil"));
        Content after = content(entry(FIRST, "Après", moved, proof("3")), entry(SECOND, "Pareil"));
        Changes changes = Changes.between(before, after);
        assertThat(changes.skills()).hasSize(1);
        Changes.OfSkill skill = changes.skills().getFirst();
        assertThat(skill.answers()).extracting(Changes.Answer::question).containsExactly(Question.SITUATION);
        assertThat(skill.added()).hasSize(1);
        assertThat(skill.moved()).containsExactly(moved);
        assertThat(skill.removed()).isEmpty();
        assertThat(Changes.between(after, after).skills()).isEmpty();
    }

    @Test
    void a_bloc_with_more_pieces_than_a_sheet_has_room_for_becomes_several_tables() {
        Proof[] many = IntStream.range(0, 9).mapToObj(n -> proof("1")).toArray(Proof[]::new);
        Matrix matrix = Matrix.of(content(entry(FIRST, "", many), entry(SECOND, "", many[0])));
        assertThat(matrix.tables()).extracting(table -> table.columns().size()).containsExactly(7, 2);
        assertThat(matrix.proven()).isEqualTo(2);
        Matrix.Row second = matrix.tables().getFirst().rows().get(1);
        assertThat(second.cells().getFirst()).isEqualTo(many[0]);
        assertThat(second.cells().get(1)).isNull();
    }

    private static Content content(Content.Entry... entries) {
        return new Content(List.of(new Content.Bloc(new SkillBlockCode("BC01"), "Vendre", List.of(entries))));
    }

    private static Content.Entry entry(SkillId skill, String situation, Proof... proofs) {
        return new Content.Entry(
                skill, "C1", "Prospecter", List.of(), Map.of(Question.SITUATION, situation), List.of(proofs));
    }

    private static Proof proof(String pages) {
        return new Proof(EvidenceId.create(), EvidenceKind.WORK_SAMPLE, Sha256.of(pages), pages, null);
    }
}
