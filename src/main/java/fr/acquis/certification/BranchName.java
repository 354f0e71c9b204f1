package fr.acquis.certification;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a branch is called, and the address made of it. */
public final class BranchName {

    private static final int LONGEST = 120;
    private static final int LONGEST_SLUG = 70;
    private static final String LINK = "(?:d[eu]s?\\s+(?:la\\s+|l['’]\\s*)?|d['’]\\s*|aux?\\s+)?";
    private static final Pattern AGREEMENT = Pattern.compile(
            "^(?:convention|accord)s? collecti(?:ve|f)s?(?: nationale?s?)?(?: étendue?)?\\s+" + LINK,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern COMMISSION = Pattern.compile(
            "^(?:cpne(?:fp)?|commissions? paritaires? nationales?(?: de l['’]emploi)?(?: et)?(?: de la formation)?"
                    + "(?: professionnelle)?)(?:\\s*\\(?cpne(?:fp)?\\)?)?\\s+(?:de la branche\\s+)?" + LINK,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)?");

    private BranchName() {}

    /** From the label of a collective agreement: « Convention collective nationale de la métallurgie » is « Métallurgie ». */
    public static String ofConvention(String label) {
        return named(AGREEMENT, label);
    }

    /** Where the register names no agreement, the certifier stands for its branch. */
    public static String ofCertifier(String name) {
        return named(COMMISSION, name);
    }

    /** Unaccented words joined by dashes. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.length() <= LONGEST_SLUG
                ? plain
                : plain.substring(0, LONGEST_SLUG).replaceAll("-[^-]*$", "");
        return cut.isEmpty() ? "branche" : cut;
    }

    private static String named(Pattern beginning, String text) {
        String inside = IN_BRACKETS.matcher(text.strip()).replaceAll("").strip();
        String told = beginning.matcher(inside).replaceFirst("").strip();
        String name = told.isEmpty() ? text.strip() : told;
        String capital = name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1);
        return capital.length() <= LONGEST ? capital : capital.substring(0, LONGEST - 1) + "…";
    }
}
