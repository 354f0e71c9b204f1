package fr.acquis.evidence.web;

import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.LineAnswer;
import fr.acquis.evidence.Siret;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.WorkedHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person types of a line; a date or a number that cannot be is said beside its field, with all that was typed kept. */
public record LineForm(
        @Nullable String employer,
        @Nullable String siret,
        @Nullable String role,
        @Nullable String first,
        @Nullable String last,
        @Nullable String hours,
        @Nullable String unit,
        @Nullable String page) {

    static final LineForm BLANK = new LineForm("", "", "", "", "", "", WorkedHours.Unit.TOTAL.name(), "");

    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);
    private static final int LONGEST = 200;
    private static final int MOST_PAGES = 5_000;

    static LineForm of(StatedLine line) {
        return new LineForm(
                line.value(FactKind.EMPLOYER).orElse(""),
                line.value(FactKind.SIRET).map(Siret::grouped).orElse(""),
                line.value(FactKind.ROLE).orElse(""),
                line.period().map(span -> span.first().toString()).orElse(""),
                line.period()
                        .map(span -> span.open() ? "" : span.last().toString())
                        .orElse(""),
                line.hours()
                        .map(hours -> hours.amount().toPlainString().replace('.', ','))
                        .orElse(""),
                line.hours().map(hours -> hours.unit().name()).orElse(WorkedHours.Unit.TOTAL.name()),
                line.page().map(String::valueOf).orElse(""));
    }

    /** Message keys of what cannot be, by field, in the order of the form. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (text(employer).length() > LONGEST) {
            problems.put("employer", "evidence.line.too-long");
        }
        if (!digits().isEmpty() && !Siret.valid(digits())) {
            problems.put("siret", "evidence.line.siret.wrong");
        }
        if (text(role).length() > LONGEST) {
            problems.put("role", "evidence.line.too-long");
        }
        LocalDate from = date(first);
        if (from == null) {
            problems.put("first", "evidence.line.first.wrong");
        }
        if (!text(last).isEmpty() && date(last) == null) {
            problems.put("last", "evidence.line.last.wrong");
        } else if (from != null && date(last) != null && date(last).isBefore(from)) {
            problems.put("last", "evidence.line.last.before");
        }
        if (!text(hours).isEmpty() && amount() == null) {
            problems.put("hours", "evidence.line.hours.wrong");
        }
        if (!text(page).isEmpty() && number(page) == 0) {
            problems.put("page", "evidence.line.page.wrong");
        }
        return problems;
    }

    /** Only of a form without problems. */
    public LineAnswer answer() {
        Map<FactKind, String> values = new EnumMap<>(FactKind.class);
        values.put(FactKind.EMPLOYER, text(employer));
        values.put(FactKind.SIRET, digits());
        values.put(FactKind.ROLE, text(role));
        values.put(FactKind.PERIOD, new Span(date(first), date(last)).text());
        BigDecimal amount = amount();
        values.put(FactKind.HOURS, amount == null ? "" : new WorkedHours(amount, hoursUnit()).text());
        return new LineAnswer(values, number(page));
    }

    private String digits() {
        return text(siret).replaceAll("[\\s.]", "");
    }

    private WorkedHours.Unit hoursUnit() {
        for (WorkedHours.Unit one : WorkedHours.Unit.values()) {
            if (one.name().equals(unit)) {
                return one;
            }
        }
        return WorkedHours.Unit.TOTAL;
    }

    private @Nullable BigDecimal amount() {
        try {
            BigDecimal amount = new BigDecimal(
                    text(hours).replace(" ", "").replace("\u00A0", "").replace(',', '.'));
            return amount.signum() > 0 && amount.compareTo(MOST_HOURS) < 0 && amount.scale() <= 4 ? amount : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            LocalDate date = LocalDate.parse(text(typed));
            return date.getYear() >= 1940 && date.getYear() <= 2100 ? date : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static int number(@Nullable String typed) {
        try {
            int number = text(typed).isEmpty() ? 0 : Integer.parseInt(text(typed));
            return number > 0 && number <= MOST_PAGES ? number : 0;
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
