package fr.acquis.certification;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the catalogue: every word must be found in title, number, branch or certifier, whatever its case
 * and accents.
 *
 * @param words empty for all
 * @param after the last certification of the page before
 */
public record CatalogueSearch(String words, @Nullable CertificationId after, int limit) {

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
    }
}
