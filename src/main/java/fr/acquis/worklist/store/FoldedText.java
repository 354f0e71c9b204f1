package fr.acquis.worklist.store;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text and of a search as plain letters and digits: what stands in neither is between words. */
public final class FoldedText {

    static final int LONGEST_WORD = 36;

    /** Beyond these, more beginnings change nothing a person would notice. */
    private static final int MOST_SEARCHED = 6;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    private FoldedText() {}

    static Stream<String> words(String text) {
        return Arrays.stream(BETWEEN.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .flatMap(FoldedText::alsoWithoutItsZeros)
                .distinct();
    }

    /** The longest first: they leave fewest rows. */
    static List<String> beginnings(String searched) {
        return Arrays.stream(BETWEEN.split(folded(searched)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .limit(MOST_SEARCHED)
                .toList();
    }

    private static Stream<String> alsoWithoutItsZeros(String word) {
        String bare = word.replaceFirst("^0+(?=\\d)", "");
        return bare.equals(word) ? Stream.of(word) : Stream.of(word, bare);
    }

    private static String folded(String text) {
        String even = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(even, Normalizer.Form.NFD)).replaceAll("");
    }
}
