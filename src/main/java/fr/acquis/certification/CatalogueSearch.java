package fr.acquis.certification;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the catalogue: every word must begin one of the words of number, title, branch, certifier or blocs,
 * whatever its case and accents.
 *
 * @param words empty for all
 * @param after the last certification of the page before
 * @param before the first certification of the page after; not with {@code after}
 */
public record CatalogueSearch(
        String words,
        @Nullable CertificationId after,
        @Nullable CertificationId before,
        int limit) {

    public static final int MOST_CHARACTERS = 100;
    public static final int MOST_PER_PAGE = 100;

    public CatalogueSearch {
        words = words.strip();
        if (words.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a search has " + MOST_CHARACTERS + " characters at most");
        }
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_PER_PAGE + " lines");
        }
        if (after != null && before != null) {
            throw new IllegalArgumentException("a page follows one certification or precedes one, not both");
        }
    }

    public CatalogueSearch(String words, @Nullable CertificationId after, int limit) {
        this(words, after, null, limit);
    }

    public boolean backwards() {
        return before != null;
    }

    /** Where the page begins or ends, without it; null for the first page. */
    public @Nullable CertificationId edge() {
        return before != null ? before : after;
    }
}
