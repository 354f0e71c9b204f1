package fr.acquis.evidence.meaning;

import fr.acquis.evidence.FactKind;

/**
 * One thing a document seems to say.
 *
 * @param line facts of the same line belong together: one employment of a statement that lists several
 * @param value as {@link FactKind} says it is written
 * @param snippet the words it was read from
 */
public record Proposal(int line, FactKind kind, String value, int page, String snippet) {

    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_SNIPPET = 300;

    public Proposal {
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        snippet = snippet.length() > LONGEST_SNIPPET ? snippet.substring(0, LONGEST_SNIPPET) + "…" : snippet;
    }
}
