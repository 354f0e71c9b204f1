package fr.acquis.evidence.meaning;

import fr.acquis.evidence.Span;
import fr.acquis.evidence.meaning.DocumentText.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds from when to when a document speaks of. */
final class PeriodReading {

    /** What stands between the two dates of a period. */
    private static final Pattern BETWEEN =
            Pattern.compile("[ ,;:.]{0,6}(?:(?:et )?(?:au|a|jusqu'au|jusqu'a|et le)|[-–]{1,2}|>"
                    + "|(?:et )?(?:sortie?(?:\\(e\\))?|date de sortie|fin|fin du contrat|date de fin|et prend fin|prend fin)(?: le)?)"
                    + "[ :]{0,6}(?:le )?");

    private static final Pattern START = Pattern.compile(
            "(?:date d'entree|entree?(?:\\(e\\))?(?: le)?|embauchee?(?:\\(e\\))?(?: le)?|debut(?: du contrat)?|date de debut|prend effet(?: le)?"
                    + "|a (?:compter|partir) du|depuis le|depuis|date d'immatriculation|active depuis le|du)[ :]{0,40}$");

    private static final Pattern END = Pattern.compile(
            "(?:date de sortie|sortie?(?:\\(e\\))?(?: le)?|fin(?: du contrat)?|date de fin|prend fin(?: le)?|jusqu'au|au)[ :]{0,40}$");

    /** Dates that say when somebody was born or when a paper was written, not when somebody worked. */
    private static final Pattern OTHER_DATE = Pattern.compile(
            "(?:\\bnee?(?:\\(e\\))?(?: le)?|naissance|fait a [a-z' -]{1,40},? le|edite le|pay[ee] le|paiement(?: le)?|date de paiement|"
                    + "delivre le|valable jusqu'au|expiration|anciennete|connue au|a jour au)[ :]{0,8}$");

    private static final Pattern MONTHLY = Pattern.compile("\\b(?:periode|mois|paie|paye|bulletin|salaire)\\b");
    private static final Wording YEAR =
            Wording.of("\\b(?:annee|exercice|attestation [a-z' ]{0,30}?)[ :]{1,4}((?:19|20)\\d{2})\\b");

    private static final int LOOK_BACK = 60;
    private static final int PAY_DAYS = 31;
    private static final int HEAD_ROWS = 16;

    /** A period and where it was read. */
    record Found(Span span, Page page, int from, int to) {

        String snippet() {
            return page.around(from, to);
        }
    }

    private final DocumentText text;

    PeriodReading(DocumentText text) {
        this.text = text;
    }

    /** The month of a payslip, or the year of a yearly statement. */
    Optional<Found> paid() {
        for (Page page : text.pages()) {
            List<DateMark> dates = useful(page);
            Optional<Found> found = pairs(page, dates).stream()
                    .filter(pair -> pair.span().days() <= PAY_DAYS || wholeYear(pair.span()))
                    .findFirst()
                    .or(() -> namedMonth(page, dates))
                    .or(() -> year(page));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The employment a certificate or an attestation is about. */
    Optional<Found> employment() {
        for (Page page : text.pages()) {
            List<DateMark> dates = useful(page);
            Optional<Found> found = pairs(page, dates).stream().findFirst().or(() -> labelled(page, dates));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Every period of a statement that lists them, in its order. */
    List<Found> all() {
        List<Found> found = new ArrayList<>();
        for (Page page : text.pages()) {
            found.addAll(pairs(page, useful(page)));
        }
        return found;
    }

    /** Since when, where no end is said. */
    Optional<Found> since() {
        for (Page page : text.pages()) {
            for (DateMark date : useful(page)) {
                if (START.matcher(before(page, date)).find()) {
                    return Optional.of(new Found(new Span(date.first(), null), page, date.from(), date.to()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<DateMark> useful(Page page) {
        return DateMark.in(page).stream()
                .filter(date -> !OTHER_DATE.matcher(before(page, date)).find())
                .toList();
    }

    private static String before(Page page, DateMark date) {
        return page.flow().substring(Math.max(0, date.from() - LOOK_BACK), date.from());
    }

    private static List<Found> pairs(Page page, List<DateMark> dates) {
        List<Found> pairs = new ArrayList<>();
        for (int n = 0; n + 1 < dates.size(); n++) {
            DateMark start = dates.get(n);
            DateMark end = dates.get(n + 1);
            String between = page.flow().substring(start.to(), end.from());
            boolean cells = between.isBlank()
                    && page.original().substring(start.to(), end.from()).contains("\t");
            boolean joined = cells || BETWEEN.matcher(between).matches() || labelledTwins(page, start, end);
            if (joined && !end.last().isBefore(start.first())) {
                pairs.add(new Found(new Span(start.first(), end.last()), page, start.from(), end.to()));
                n++;
            }
        }
        return pairs;
    }

    /** "Entrée le 3 mars 2015 … sortie le 2 avril 2018", with a little between. */
    private static boolean labelledTwins(Page page, DateMark start, DateMark end) {
        return end.from() - start.to() <= LOOK_BACK
                && START.matcher(before(page, start)).find()
                && END.matcher(before(page, end)).find();
    }

    private static Optional<Found> labelled(Page page, List<DateMark> dates) {
        Optional<DateMark> start = dates.stream()
                .filter(date -> START.matcher(before(page, date)).find())
                .findFirst();
        Optional<DateMark> end = dates.stream()
                .filter(date -> END.matcher(before(page, date)).find())
                .findFirst();
        if (start.isEmpty()
                || end.isEmpty()
                || end.get().last().isBefore(start.get().first())) {
            return Optional.empty();
        }
        int from = Math.min(start.get().from(), end.get().from());
        int to = Math.max(start.get().to(), end.get().to());
        return Optional.of(new Found(new Span(start.get().first(), end.get().last()), page, from, to));
    }

    /** A month beside "période" or "mois", else one that stands alone at the top. */
    private static Optional<Found> namedMonth(Page page, List<DateMark> dates) {
        int head = page.lines().isEmpty()
                ? 0
                : page.lines().get(Math.min(HEAD_ROWS, page.lines().size()) - 1).end();
        List<DateMark> months = dates.stream().filter(DateMark::month).toList();
        return months.stream()
                .filter(date -> MONTHLY.matcher(before(page, date)).find())
                .findFirst()
                .or(() -> months.stream().filter(date -> date.from() < head).findFirst())
                .map(date -> new Found(new Span(date.first(), date.last()), page, date.from(), date.to()));
    }

    private static Optional<Found> year(Page page) {
        Matcher year = YEAR.in(page.flow());
        if (!year.find()) {
            return Optional.empty();
        }
        int which = Integer.parseInt(year.group(1));
        Span whole = new Span(LocalDate.of(which, 1, 1), LocalDate.of(which, 12, 31));
        return Optional.of(new Found(whole, page, year.start(), year.end()));
    }

    private static boolean wholeYear(Span span) {
        return span.days() >= 365
                && span.first().getDayOfYear() == 1
                && span.first().getYear() == span.last().getYear();
    }
}
