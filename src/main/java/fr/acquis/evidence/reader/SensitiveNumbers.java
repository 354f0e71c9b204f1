package fr.acquis.evidence.reader;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that identify or pay a person, masked before a text is stored or a page is shown: NIR, IBAN and tax rate are never
 * extracted, indexed or searchable. The original stays as it is, for those who may open it. Masks keep no digit.
 */
public final class SensitiveNumbers {

    public static final String MASK = "█████";

    /** Sex, year, month, department (2A and 2B too), town, order, and mostly the key; grouped or not. */
    private static final Pattern NIR = Pattern.compile("(?<![0-9A-Za-z])[1-478][ .]?[0-9]{2}[ .]?[0-9]{2}[ .]?"
            + "(?:[0-9]{2}|2[AaBb])[ .]?[0-9]{3}[ .]?[0-9]{3}(?:[ ./-]{0,3}[0-9]{2})?(?![0-9A-Za-z])");

    /** A narrow column may break its last digits off. */
    private static final Pattern IBAN =
            Pattern.compile("(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?"
                    + "(?:\\n[0-9]{1,4})?(?![0-9A-Za-z])");

    /** Withholding tax on a payslip: the rate stands within the same line or the next. */
    private static final Pattern TAX_RATE = Pattern.compile(
            "((?:pr[ée]l[èe]vement à la source|imp[ôo]t sur le revenu|taux (?:pas|personnalis[ée]|neutre|d['’]imposition))"
                    + "[^\\n%]{0,120}?\\n?[^\\n%]{0,80}?)[0-9]{1,2}(?:[.,][0-9]{1,2})?(\\s?%)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Amount and base beside the withheld tax give its rate away as well: nothing with decimals stays on such a line. */
    private static final Pattern TAX_LINE = Pattern.compile(
            "(?:pr[ée]l[èe]v\\S{1,7} à la source|imp[ôo]t à la source|retenue à la source|\\bPAS\\b|\\btaux (?:pas|personnalis[ée]|neutre))"
                    + "[^\\n]{0,200}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DECIMAL =
            Pattern.compile("(?<![0-9])[0-9]{1,3}(?: ?[0-9]{3})*[.,][0-9]{1,2}(?![0-9])");

    /** Behind its name, a number counts as one even where a recognised picture took digits for letters. */
    private static final Pattern LABELLED_NIR = Pattern.compile(
            "((?:s[ée]curit[ée] sociale|n° ?ss|immatriculation|\\bNIR|\\bs[ée]cu\\.?)[ :]{1,4})[0-9OIlS|][0-9OIlSAB| .]{10,24}[0-9OIlS|]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern LABELLED_IBAN = Pattern.compile("(\\bIBAN[ :]{1,4})[A-Z0-9][A-Z0-9 ]{12,40}[A-Z0-9]");

    private static final char COVER = '█';

    private static final Pattern COVERED = Pattern.compile(COVER + "+");

    private SensitiveNumbers() {}

    public static String mask(String text) {
        return COVERED.matcher(cover(text)).replaceAll(MASK);
    }

    /** Social security and bank numbers only. */
    public static String maskIdentifiers(String text) {
        StringBuilder covered = new StringBuilder(text);
        identifiers(covered);
        return COVERED.matcher(covered).replaceAll(MASK);
    }

    private static void identifiers(StringBuilder covered) {
        for (Pattern pattern : new Pattern[] {NIR, IBAN, LABELLED_NIR, LABELLED_IBAN}) {
            cover(covered, pattern, 0, covered.length());
        }
    }

    /** Whether there is any such number. */
    public static boolean found(String text) {
        return !cover(text).equals(text.replace('\u00A0', ' ').replace('\u202F', ' '));
    }

    /** The same text, as long as it was, with every sign of such a number covered: for who knows where each sign stands. */
    static String cover(String text) {
        StringBuilder covered = new StringBuilder(text.replace('\u00A0', ' ').replace('\u202F', ' '));
        identifiers(covered);
        Matcher line = TAX_LINE.matcher(covered.toString());
        while (line.find()) {
            cover(covered, DECIMAL, line.start(), line.end());
        }
        cover(covered, TAX_RATE, 0, covered.length());
        return covered.toString();
    }

    /** Groups are what stays around the number: before it, and after it. */
    private static void cover(StringBuilder text, Pattern pattern, int from, int to) {
        Matcher found = pattern.matcher(text.toString()).region(from, to).useTransparentBounds(true);
        while (found.find()) {
            int start = found.groupCount() > 0 ? found.end(1) : found.start();
            int end = found.groupCount() > 1 ? found.start(2) : found.end();
            text.replace(start, end, String.valueOf(COVER).repeat(end - start));
        }
    }
}
