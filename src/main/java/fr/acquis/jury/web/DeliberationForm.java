package fr.acquis.jury.web;

import fr.acquis.certification.SkillBlock;
import fr.acquis.jury.BlockDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deliberation as it was typed, with what is wrong beside each bloc. */
record DeliberationForm(List<Line> lines, String observations) {

    /** @param error a message key, null when the line can be taken */
    record Line(
            SkillBlock block,
            @Nullable Boolean obtained,
            String votesFor,
            String votesAgainst,
            String reasons,
            @Nullable String error) {

        public String code() {
            return block.code().value();
        }
    }

    static DeliberationForm empty(List<SkillBlock> examined) {
        return new DeliberationForm(
                examined.stream()
                        .map(block -> new Line(block, null, "", "", "", null))
                        .toList(),
                "");
    }

    static DeliberationForm of(Map<String, String> typed, List<SkillBlock> examined, int seats) {
        List<Line> lines = new ArrayList<>();
        for (SkillBlock block : examined) {
            String code = block.code().value();
            String word = typed.getOrDefault("obtained-" + code, "");
            Boolean obtained = word.isEmpty() ? null : Boolean.valueOf(word);
            String votesFor = typed.getOrDefault("for-" + code, "").strip();
            String votesAgainst = typed.getOrDefault("against-" + code, "").strip();
            String reasons = typed.getOrDefault("reasons-" + code, "").strip();
            lines.add(new Line(
                    block,
                    obtained,
                    votesFor,
                    votesAgainst,
                    reasons,
                    error(code, obtained, votesFor, votesAgainst, reasons, seats)));
        }
        return new DeliberationForm(
                lines, typed.getOrDefault("observations", "").strip());
    }

    private static @Nullable String error(
            String code, @Nullable Boolean obtained, String votesFor, String votesAgainst, String reasons, int seats) {
        if (obtained == null) {
            return "jury.deliberation.decision.required";
        }
        if (!votesFor.matches("\\d{1,2}") || !votesAgainst.matches("\\d{1,2}")) {
            return "jury.deliberation.votes.required";
        }
        int votes = Integer.parseInt(votesFor) + Integer.parseInt(votesAgainst);
        if (votes == 0 || votes > seats) {
            return "jury.deliberation.votes.count";
        }
        if (!decision(code, obtained, votesFor, votesAgainst, reasons).agreesWithVotes()) {
            return "jury.deliberation.votes.disagree";
        }
        return !obtained && reasons.isBlank() ? "jury.deliberation.reasons.required" : null;
    }

    boolean hasErrors() {
        return lines.stream().anyMatch(line -> line.error() != null);
    }

    List<BlockDecision> decisions() {
        return lines.stream()
                .map(line ->
                        decision(line.code(), line.obtained(), line.votesFor(), line.votesAgainst(), line.reasons()))
                .toList();
    }

    private static BlockDecision decision(
            String code, boolean obtained, String votesFor, String votesAgainst, String reasons) {
        return new BlockDecision(code, obtained, Integer.parseInt(votesFor), Integer.parseInt(votesAgainst), reasons);
    }
}
