package fr.acquis.certification;

import java.util.List;

/**
 * What must be held before a certification is delivered (rubrique 2 of the official model), as the règlement names it.
 *
 * @param labels what the candidate reads, at most six; one a line when stored
 */
public record Prerequisites(List<String> labels) {

    static final Prerequisites NONE = new Prerequisites(List.of());

    private static final int MOST = 6;
    private static final int LONGEST = 200;

    public Prerequisites {
        labels = labels.stream()
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        if (labels.size() > MOST || labels.stream().anyMatch(label -> label.length() > LONGEST)) {
            throw new IllegalArgumentException("at most six prerequisites of at most 200 characters");
        }
    }

    static Prerequisites read(String text) {
        return new Prerequisites(text.lines().toList());
    }

    String write() {
        return String.join("\n", labels);
    }
}
