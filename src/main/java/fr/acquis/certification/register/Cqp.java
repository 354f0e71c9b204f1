package fr.acquis.certification.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes a fiche a CQP or a CQPI. Its kind says so when it is filled; older fiches say it at the beginning of their title
 * only, in short or in full.
 */
final class Cqp {

    private static final Pattern SHORT = Pattern.compile("cqp[im]?");
    private static final Pattern TITLE = Pattern.compile(
            "[\\s\"«“(]*(cqp[im]?(?![a-z0-9])|certificats? de qualification professionnel).*", Pattern.DOTALL);
    private static final String IN_FULL = "certificat de qualification professionnel";

    private Cqp() {}

    /**
     * @param kind the register's abbreviation, {@code CQP}, {@code TP}…
     * @param kindInFull what it stands for
     */
    static boolean is(String kind, String kindInFull, String title) {
        return SHORT.matcher(even(kind)).matches()
                || even(kindInFull).startsWith(IN_FULL)
                || TITLE.matcher(even(title)).matches();
    }

    private static String even(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\u00a0\u202f]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
