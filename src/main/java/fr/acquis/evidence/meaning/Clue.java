package fr.acquis.evidence.meaning;

import fr.acquis.evidence.EvidenceKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that speak for a kind of document, or against it; one line of {@code evidence/clues.txt}.
 *
 * @param head whether they count among the first lines only, where documents name themselves
 */
record Clue(EvidenceKind kind, int weight, boolean head, Wording words) {

    private static final String TABLE = "/evidence/clues.txt";

    static List<Clue> all() {
        List<Clue> clues = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(
                new InputStreamReader(Clue.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    clues.add(of(line));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.copyOf(clues);
    }

    private static Clue of(String line) {
        String[] parts = line.split("\\s+", 4);
        return new Clue(
                EvidenceKind.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                switch (parts[2]) {
                    case "head" -> true;
                    case "any" -> false;
                    default -> throw new IllegalArgumentException("a clue stands in the head or anywhere: " + line);
                },
                Wording.of(parts[3]));
    }
}
