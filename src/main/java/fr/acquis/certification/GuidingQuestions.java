package fr.acquis.certification;

import java.util.List;

/**
 * Questions that help a candidate to tell work nobody sees, as the règlement words them.
 *
 * @param lines a question each, with the beginning of an answer behind a bar where there is one; none: those of the house
 */
public record GuidingQuestions(List<String> lines) {

    static final GuidingQuestions OF_THE_HOUSE = new GuidingQuestions(List.of());

    private static final int MOST = 12;
    private static final int LONGEST = 240;

    public GuidingQuestions {
        lines = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() > MOST || lines.stream().anyMatch(line -> line.length() > LONGEST || line.startsWith("|"))) {
            throw new IllegalArgumentException("at most twelve questions of at most 240 characters");
        }
    }

    static GuidingQuestions read(String text) {
        return new GuidingQuestions(text.lines().toList());
    }

    String write() {
        return String.join("\n", lines);
    }
}
