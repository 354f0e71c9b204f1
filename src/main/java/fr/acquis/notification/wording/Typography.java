package fr.acquis.notification.wording;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * French typography for text that people typed: a non-breaking space before : ; ? ! % € and inside « », in numbers and
 * between a word and its number (livret 2, article 9), the typographic apostrophe. Text that is right already is left as it is; addresses of pages and times of day are not touched.
 */
public final class Typography {

    private static final String NBSP = "\u00a0";

    private static final Pattern BEFORE_SIGN = Pattern.compile(" ([:;?!%€»])");
    private static final Pattern AFTER_OPENING = Pattern.compile("« ");
    private static final Pattern MISSING_BEFORE = Pattern.compile("(?<=[\\p{L})\\]»])([;?!])(?=\\s|$)");
    private static final Pattern MISSING_COLON = Pattern.compile("(?<=[\\p{L})\\]»]):(?=\\s|$)");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");

    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\d) (?=\\d)");
    private static final Pattern BEFORE_NUMBER =
            Pattern.compile("\\b(article|articles|livret|niveau|page|pièce|salle|n°|[LRD]\\.) (?=[\\dLRD])");

    private Typography() {}

    public static String of(String text, Locale language) {
        return language.getLanguage().equals("fr") ? french(text) : text;
    }

    private static String french(String text) {
        String result = BEFORE_SIGN.matcher(text).replaceAll(NBSP + "$1");
        result = AFTER_OPENING.matcher(result).replaceAll("«" + NBSP);
        result = MISSING_BEFORE.matcher(result).replaceAll(NBSP + "$1");
        result = MISSING_COLON.matcher(result).replaceAll(NBSP + ":");
        result = IN_NUMBER.matcher(result).replaceAll(NBSP);
        result = BEFORE_NUMBER.matcher(result).replaceAll("$1" + NBSP);
        return APOSTROPHE.matcher(result).replaceAll("’");
    }
}
