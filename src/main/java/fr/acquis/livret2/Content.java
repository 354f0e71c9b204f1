package fr.acquis.livret2;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.evidence.EvidenceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a livret says: per bloc, per skill, the answers and the proofs. Kept as it stands with each deposit. */
public record Content(List<Bloc> blocks) {

    public Content {
        blocks = List.copyOf(blocks);
    }

    public record Bloc(SkillBlockCode code, String title, List<Entry> skills) {

        public Bloc {
            skills = List.copyOf(skills);
        }

        public long incomplete() {
            return skills.stream().filter(entry -> !entry.complete()).count();
        }
    }

    /** One skill, with the words of the standard it was written for. */
    public record Entry(
            SkillId skill,
            String code,
            String statement,
            List<String> criteria,
            Map<Question, String> answers,
            List<Proof> proofs) {

        public Entry {
            criteria = List.copyOf(criteria);
            answers = Map.copyOf(answers);
            proofs = List.copyOf(proofs);
        }

        public String answer(Question question) {
            return answers.getOrDefault(question, "");
        }

        /** Questions without a word. */
        public List<Question> unanswered() {
            return Stream.of(Question.values())
                    .filter(question -> answer(question).isBlank())
                    .toList();
        }

        public boolean proven() {
            return !proofs.isEmpty();
        }

        public boolean untouched() {
            return !proven() && unanswered().size() == Question.values().length;
        }

        public boolean complete() {
            return proven() && unanswered().isEmpty();
        }
    }

    public List<Entry> entries() {
        return blocks.stream().flatMap(bloc -> bloc.skills().stream()).toList();
    }

    public Optional<Entry> entry(SkillId skill) {
        return entries().stream().filter(entry -> entry.skill().equals(skill)).findFirst();
    }

    /** Skills with something missing. */
    public List<Entry> incomplete() {
        return entries().stream().filter(entry -> !entry.complete()).toList();
    }

    /** Each piece once, in the order it is first named: its place here is its number in the file, from 1. */
    public List<Proof> pieces() {
        Set<EvidenceId> seen = new java.util.HashSet<>();
        return entries().stream()
                .flatMap(entry -> entry.proofs().stream())
                .filter(proof -> seen.add(proof.evidence()))
                .toList();
    }

    public Set<EvidenceId> evidences() {
        return pieces().stream().map(Proof::evidence).collect(Collectors.toUnmodifiableSet());
    }
}
