package fr.acquis.certification.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text and of a search. Case and accents are the collation's business; ligatures and typographic signs it
 * tells apart letter by letter, so they are evened out here on both sides.
 */
final class SearchText {

    static final int LONGEST_WORD = 60;

    private static final int MOST_WORDS = 8;

    /** Shorter words may end in an s without being a plural. */
    private static final int SHORTEST_PLURAL = 5;

    private static final Set<String> SMALL_WORDS = Set.of(
            "à", "a", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par",
            "pour", "sur", "un", "une");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'\"«»“”()\\[\\],;:/·–—-]+");

    private SearchText() {}

    /** The words a text is found by; a number of the register also without its letters. */
    static Stream<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(even(text)))
                .filter(word -> !word.isEmpty())
                .map(SearchText::clipped)
                .flatMap(word -> word.matches("(RNCP|RS)[0-9].*")
                        ? Stream.of(word, word.replaceFirst("^(RNCP|RS)", ""))
                        : Stream.of(word));
    }

    /**
     * The beginnings of words looked for, small words aside unless there are no others; beyond eight, more of them change
     * nothing a person would notice.
     */
    static List<String> beginnings(String searched) {
        List<String> all = Arrays.stream(BETWEEN_WORDS.split(even(searched)))
                .filter(word -> !word.isEmpty())
                .map(SearchText::clipped)
                .toList();
        List<String> telling = all.stream()
                .filter(word -> !SMALL_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return (telling.isEmpty() ? all : telling)
                .stream().map(SearchText::singular).distinct().limit(MOST_WORDS).toList();
    }

    /** A pattern for {@code like … escape '!'} in which the word's own signs mean themselves. */
    static String pattern(String beginning) {
        return beginning.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static String singular(String word) {
        boolean plural = word.length() >= SHORTEST_PLURAL && (word.endsWith("s") || word.endsWith("S"));
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String clipped(String word) {
        return word.substring(
                0, word.offsetByCodePoints(0, Math.min(LONGEST_WORD, word.codePointCount(0, word.length()))));
    }

    private static String even(String text) {
        return text.replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace('’', '\'')
                .replace('‐', '-')
                .replace('‑', '-')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
