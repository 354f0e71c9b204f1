package fr.acquis.evidence.meaning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern over folded text, and words one of which stands wherever it matches. Most pages hold none of them: looking for words
 * costs a hundredth of trying the pattern at every letter.
 *
 * @param needed empty when nothing can be told from the pattern
 */
record Wording(Pattern pattern, List<String> needed) {

    static Wording of(String pattern) {
        return new Wording(Pattern.compile(pattern), NeededWords.of(pattern));
    }

    /** False only where the pattern matches nowhere between the start and this end. */
    boolean mayStand(String text, int end) {
        if (needed.isEmpty()) {
            return true;
        }
        for (String word : needed) {
            if (text.indexOf(word, 0, end) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean mayStand(String text) {
        return mayStand(text, text.length());
    }

    /** A matcher that finds what the pattern finds; of nothing, where that is known beforehand. */
    Matcher in(String text) {
        return pattern.matcher(mayStand(text) ? text : "");
    }
}
