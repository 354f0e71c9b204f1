package fr.acquis.evidence;

import java.util.List;

/**
 * What the machine takes a document for, and why. A proposal to people, never a refusal.
 *
 * @param confidence 0 to 100: how far the first idea stands before the second
 * @param clues what was found, the weightiest first
 */
public record Classification(EvidenceKind kind, int confidence, List<Clue> clues) {

    private static final int SURE = 75;
    private static final int LIKELY = 50;

    public Classification {
        clues = List.copyOf(clues);
    }

    /**
     * @param words as they stand in the document, or the key of a message where the clue is no text
     * @param page from 1
     */
    public record Clue(String words, int page) {

        /** A clue that is a shape and not a text: its words are a message's key. */
        public boolean shape() {
            return words.startsWith("evidence.clue.");
        }
    }

    /** The key of the words for the confidence. */
    public String confidenceKey() {
        return "evidence.confidence." + (confidence >= SURE ? "sure" : confidence >= LIKELY ? "likely" : "unsure");
    }
}
