package fr.acquis.certification.store;

import fr.acquis.certification.NewCertification;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search reads. Case and accents are the collation's business; ligatures, typographic apostrophes and hard spaces
 * it tells apart letter by letter, so they are evened out here on both sides.
 */
final class SearchText {

    private static final int MOST_WORDS = 8;

    private SearchText() {}

    static String of(NewCertification one) {
        return Stream.of(one.number(), one.title(), one.branch(), one.certifier())
                .filter(Objects::nonNull)
                .map(SearchText::even)
                .collect(Collectors.joining(" "));
    }

    /** The words looked for; beyond eight, more words change nothing a person would notice. */
    static List<String> words(String searched) {
        return Arrays.stream(even(searched).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    /** A pattern for {@code like … escape '!'} in which the word's own signs mean themselves. */
    static String anywhere(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
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
