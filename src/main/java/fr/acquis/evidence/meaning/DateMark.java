package fr.acquis.evidence.meaning;

import fr.acquis.evidence.meaning.DocumentText.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date written in a page: a day, or a month from its first to its last day.
 *
 * @param from where it begins in the page
 * @param to where it ends, excluded
 */
record DateMark(int from, int to, LocalDate first, LocalDate last) {

    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private static final Pattern DATE =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?![\\d/])"
                    + "|(?:\\b(\\d{1,2}|ler|[l1i]er)(?: ?er)? {1,3})?\\b(" + String.join("|", MONTHS)
                    + ") {1,3}(\\d{4})\\b"
                    + "|(?<![\\d/.-])(0[1-9]|1[0-2])/((?:19|20)\\d{2})(?![\\d/])");

    private static final int EARLIEST = 1950;
    private static final int LATEST = 2100;

    boolean month() {
        return !first.equals(last);
    }

    static List<DateMark> in(Page page) {
        List<DateMark> marks = new ArrayList<>();
        Matcher dates = DATE.matcher(page.flow());
        while (dates.find()) {
            of(dates.toMatchResult()).ifPresent(marks::add);
        }
        return marks;
    }

    private static Optional<DateMark> of(MatchResult date) {
        try {
            if (date.group(1) != null) {
                return day(date, year(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
            }
            if (date.group(5) == null) {
                return month(date, Integer.parseInt(date.group(8)), Integer.parseInt(date.group(7)));
            }
            int year = Integer.parseInt(date.group(6));
            int month = MONTHS.indexOf(date.group(5)) + 1;
            String day = date.group(4);
            if (day == null) {
                return month(date, year, month);
            }
            // "ler" is how a reader of pictures sees "1er".
            return day(date, year, month, day.endsWith("er") ? 1 : Integer.parseInt(day));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 60 ? 2000 + year : 1900 + year;
    }

    private static Optional<DateMark> day(MatchResult at, int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return sensible(year) ? Optional.of(new DateMark(at.start(), at.end(), date, date)) : Optional.empty();
    }

    private static Optional<DateMark> month(MatchResult at, int year, int month) {
        YearMonth whole = YearMonth.of(year, month);
        return sensible(year)
                ? Optional.of(new DateMark(at.start(), at.end(), whole.atDay(1), whole.atEndOfMonth()))
                : Optional.empty();
    }

    private static boolean sensible(int year) {
        return year >= EARLIEST && year <= LATEST;
    }
}
