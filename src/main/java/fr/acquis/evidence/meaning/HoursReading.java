package fr.acquis.evidence.meaning;

import fr.acquis.evidence.WorkedHours;
import fr.acquis.evidence.WorkedHours.Unit;
import fr.acquis.evidence.meaning.DocumentText.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Finds how many hours a document speaks of. */
final class HoursReading {

    private static final String NUMBER = "(\\d{1,2} \\d{3}(?:[.,]\\d{1,2})?|\\d{1,4}(?:[.,]\\d{1,2})?)";

    /** The hours of a pay period, the plainest first; the number follows on the same line. */
    static final List<Wording> PAID = List.of(
            row(
                    "(?:total des heures|nombre d'heures(?: [a-z]{1,12})?|heures (?:remunerees|payees|travaillees|effectuees|normales"
                            + "|declarees|mensuelles)(?: dans l'annee)?|horaire mensuel|heures du mois)"),
            row("heures"),
            row("(?:salaire (?:de base|mensuel|horaire)|appointements|traitement de base)"));

    private static final Wording WEEKLY = Wording.of(NUMBER
            + " ?(?:h\\b|heures?)[ ]?(?:de travail )?(?:hebdomadaires?|par semaine|/ ?semaine|chaque semaine|hebdo)");
    private static final Wording WEEKLY_AFTER = Wording.of(
            "(?:horaire hebdomadaire|heures par semaine|duree hebdomadaire|temps de travail hebdomadaire)[ :]{1,30}"
                    + NUMBER);
    private static final Wording MONTHLY = Wording.of(NUMBER + " ?(?:h\\b|heures?) ?(?:par mois|mensuelles?|/ ?mois)");
    private static final Wording WHOLE =
            Wording.of("(?:total de|soit|duree totale de|totalisant) {1,3}" + NUMBER + " {0,2}(?:h\\b|heures?)");

    private static final BigDecimal MOST_A_MONTH = new BigDecimal("310");
    private static final BigDecimal MOST_A_YEAR = new BigDecimal("3600");
    private static final BigDecimal MOST_A_WEEK = new BigDecimal("72");

    record Found(WorkedHours hours, Page page, int from, int to) {

        String snippet() {
            return page.around(from, to);
        }
    }

    private final DocumentText text;

    HoursReading(DocumentText text) {
        this.text = text;
    }

    private static Wording row(String label) {
        return Wording.of("\\b" + label + "[ a-z'.:()/]{0,40}?[ :]{1,12}" + NUMBER + "(?![\\d/%]| ?%)");
    }

    /** What a payslip or a yearly statement counts for its period. */
    Optional<Found> paid(boolean year) {
        BigDecimal most = year ? MOST_A_YEAR : MOST_A_MONTH;
        for (Wording wording : PAID) {
            Optional<Found> found = first(wording, Unit.TOTAL, most);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What an attestation says: a rhythm, or a sum. */
    Optional<Found> attested() {
        return first(WEEKLY, Unit.PER_WEEK, MOST_A_WEEK)
                .or(() -> first(WEEKLY_AFTER, Unit.PER_WEEK, MOST_A_WEEK))
                .or(() -> first(MONTHLY, Unit.PER_MONTH, MOST_A_MONTH))
                .or(() -> first(WHOLE, Unit.TOTAL, new BigDecimal("60000")));
    }

    private Optional<Found> first(Wording wording, Unit unit, BigDecimal most) {
        for (Page page : text.pages()) {
            Matcher hours = wording.in(page.flow());
            while (hours.find()) {
                BigDecimal amount =
                        new BigDecimal(hours.group(1).replace(" ", "").replace(',', '.'));
                if (amount.signum() > 0 && amount.compareTo(most) <= 0) {
                    return Optional.of(new Found(new WorkedHours(amount, unit), page, hours.start(), hours.end()));
                }
            }
        }
        return Optional.empty();
    }
}
