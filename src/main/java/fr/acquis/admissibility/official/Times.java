package fr.acquis.admissibility.official;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and durations as people write them into a form, in French. */
final class Times {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final List<DateTimeFormatter> DAYS =
            List.of(form("d/M/uuuu"), form("d-M-uuuu"), form("d.M.uuuu"), form("uuuu-MM-dd"), form("d MMMM uuuu"));
    private static final List<DateTimeFormatter> MONTHS = List.of(form("M/uuuu"), form("MMMM uuuu"));
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private static final Pattern WEEKLY = Pattern.compile(
            "(\\d+(?:[.,]\\d+)?)\\s*h(?:eures?)?\\s*(?:par|/|à la)\\s*sem(?:aine|\\.)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL =
            Pattern.compile("jusqu.?\\s?au\\s+(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONGOING = Pattern.compile(
            "en cours|à ce jour|aujourd|actuel|présent", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PART = Pattern.compile(
            "(\\d+)\\s*(ans?|années?|mois|semaines?|jours?)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Times() {}

    static String day(LocalDate day) {
        return WRITTEN.format(day);
    }

    /** @param exact false when only a month or a year was written, and its first day is taken */
    record Day(LocalDate day, boolean exact) {}

    static Optional<Day> day(String text) {
        String said = text.strip()
                .replaceAll("[\\s\u00a0]+", " ")
                .replaceFirst("^1er ", "1 ")
                .toLowerCase(Locale.FRENCH);
        for (DateTimeFormatter form : DAYS) {
            Optional<LocalDate> day = parsed(() -> LocalDate.parse(said, form));
            if (day.isPresent()) {
                return Optional.of(new Day(day.get(), true));
            }
        }
        for (DateTimeFormatter form : MONTHS) {
            Optional<LocalDate> month = parsed(() -> YearMonth.parse(said, form).atDay(1));
            if (month.isPresent()) {
                return Optional.of(new Day(month.get(), false));
            }
        }
        return YEAR.matcher(said).matches()
                ? Optional.of(new Day(LocalDate.of(Integer.parseInt(said), 1, 1), false))
                : Optional.empty();
    }

    /**
     * @param end null while it goes on
     * @param weeklyHours null when not said
     * @param reckoned the end is the start and the duration, not a day that was written
     * @param understood whether an end or its absence could be told
     */
    record Span(@Nullable LocalDate end, @Nullable BigDecimal weeklyHours, boolean reckoned, boolean understood) {}

    static String span(
            @Nullable LocalDate start, @Nullable LocalDate end, @Nullable BigDecimal weeklyHours, LocalDate today) {
        List<String> parts = new ArrayList<>();
        if (start != null) {
            LocalDate last = end == null ? today : end;
            if (!last.isBefore(start)) {
                words(Period.between(start, last.plusDays(1))).ifPresent(parts::add);
            }
        }
        if (end != null) {
            parts.add("jusqu’au " + day(end));
        } else if (start != null) {
            parts.add("en cours");
        }
        if (weeklyHours != null) {
            parts.add(weeklyHours.toPlainString().replace('.', ',') + " h par semaine");
        }
        return String.join(", ", parts);
    }

    static Span span(String text, @Nullable LocalDate start, LocalDate today) {
        Matcher hours = WEEKLY.matcher(text);
        BigDecimal weekly = hours.find() ? new BigDecimal(hours.group(1).replace(',', '.')) : null;
        String rest = WEEKLY.matcher(text).replaceAll(" ");
        Matcher until = UNTIL.matcher(rest);
        if (until.find()) {
            Optional<LocalDate> end = day(until.group(1)).map(Day::day);
            return new Span(end.orElse(null), weekly, false, end.isPresent());
        }
        if (ONGOING.matcher(rest).find()) {
            return new Span(null, weekly, false, true);
        }
        Period length = length(rest);
        if (length.isZero() || start == null) {
            return new Span(null, weekly, false, false);
        }
        LocalDate end = start.plus(length).minusDays(1);
        return new Span(end.isBefore(today) ? end : null, weekly, true, true);
    }

    private static Period length(String text) {
        Period length = Period.ZERO;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            int count = Integer.parseInt(
                    part.group(1).substring(0, Math.min(4, part.group(1).length())));
            length = switch (Character.toLowerCase(part.group(2).charAt(0))) {
                case 'a' -> length.plusYears(count);
                case 'm' -> length.plusMonths(count);
                case 's' -> length.plusDays(7L * count);
                default -> length.plusDays(count);
            };
        }
        return length;
    }

    private static Optional<String> words(Period length) {
        List<String> parts = new ArrayList<>();
        if (length.getYears() > 0) {
            parts.add(length.getYears() + (length.getYears() == 1 ? " an" : " ans"));
        }
        if (length.getMonths() > 0) {
            parts.add(length.getMonths() + " mois");
        }
        if (parts.isEmpty() && length.getDays() > 0) {
            parts.add(length.getDays() + (length.getDays() == 1 ? " jour" : " jours"));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static Optional<LocalDate> parsed(Supplier<LocalDate> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.FRENCH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
