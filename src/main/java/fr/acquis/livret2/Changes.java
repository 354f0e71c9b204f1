package fr.acquis.livret2;

import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed from one content to another, skill by skill; skills without a change are left out. */
public record Changes(List<OfSkill> skills) {

    public Changes {
        skills = List.copyOf(skills);
    }

    /** @param moved proofs whose pages or comment changed, as they are now */
    public record OfSkill(
            Content.Entry entry, List<Answer> answers, List<Proof> added, List<Proof> moved, List<Proof> removed) {}

    public record Answer(Question question, List<WordDiff.Run> runs) {}

    public static Changes between(Content before, Content after) {
        Map<SkillId, Content.Entry> old =
                before.entries().stream().collect(Collectors.toMap(Content.Entry::skill, Function.identity()));
        List<OfSkill> skills = new ArrayList<>();
        for (Content.Entry now : after.entries()) {
            Content.Entry was = old.getOrDefault(
                    now.skill(),
                    new Content.Entry(now.skill(), now.code(), now.statement(), List.of(), Map.of(), List.of()));
            OfSkill change = of(was, now);
            if (!(change.answers().isEmpty()
                    && change.added().isEmpty()
                    && change.moved().isEmpty()
                    && change.removed().isEmpty())) {
                skills.add(change);
            }
        }
        return new Changes(skills);
    }

    private static OfSkill of(Content.Entry was, Content.Entry now) {
        Map<EvidenceId, Proof> before = proofs(was);
        Map<EvidenceId, Proof> after = proofs(now);
        return new OfSkill(
                now,
                Stream.of(Question.values())
                        .filter(question -> !was.answer(question).equals(now.answer(question)))
                        .map(question ->
                                new Answer(question, WordDiff.between(was.answer(question), now.answer(question))))
                        .toList(),
                only(now.proofs(), proof -> !before.containsKey(proof.evidence())),
                only(
                        now.proofs(),
                        proof -> before.containsKey(proof.evidence())
                                && !looked(before.get(proof.evidence())).equals(looked(proof))),
                only(was.proofs(), proof -> !after.containsKey(proof.evidence())));
    }

    private static Map<EvidenceId, Proof> proofs(Content.Entry entry) {
        return entry.proofs().stream().collect(Collectors.toMap(Proof::evidence, Function.identity()));
    }

    private static List<Proof> only(List<Proof> proofs, Predicate<Proof> which) {
        return proofs.stream().filter(which).toList();
    }

    private static String looked(Proof proof) {
        return proof.pages() + "\n" + proof.comment();
    }
}
