package fr.acquis.experience;

import fr.acquis.evidence.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Days as spans: put together, taken away, counted. All spans are closed. */
public final class Calendar {

    private Calendar() {}

    /** The same days in as few spans as there can be, in order; spans that touch are one. */
    public static List<Span> merged(Collection<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::first)).toList()) {
            Span before = merged.isEmpty() ? null : merged.getLast();
            if (before == null || span.first().isAfter(before.last().plusDays(1))) {
                merged.add(span);
            } else if (span.last().isAfter(before.last())) {
                merged.set(merged.size() - 1, new Span(before.first(), span.last()));
            }
        }
        return List.copyOf(merged);
    }

    /** What lies between merged spans. */
    public static List<Span> gaps(List<Span> merged) {
        List<Span> gaps = new ArrayList<>();
        for (int n = 1; n < merged.size(); n++) {
            gaps.add(new Span(
                    merged.get(n - 1).last().plusDays(1), merged.get(n).first().minusDays(1)));
        }
        return List.copyOf(gaps);
    }

    /** The days of a span that are in none of the others. */
    public static List<Span> without(Span span, Collection<Span> others) {
        List<Span> free = new ArrayList<>();
        LocalDate from = span.first();
        for (Span taken : merged(others)) {
            if (taken.last().isBefore(from) || taken.first().isAfter(span.last())) {
                continue;
            }
            if (taken.first().isAfter(from)) {
                free.add(new Span(from, taken.first().minusDays(1)));
            }
            from = taken.last().plusDays(1);
        }
        if (!from.isAfter(span.last())) {
            free.add(new Span(from, span.last()));
        }
        return List.copyOf(free);
    }

    /** How many days two spans share. */
    public static long shared(Span one, Span other) {
        LocalDate from = one.first().isAfter(other.first()) ? one.first() : other.first();
        LocalDate to = one.last().isBefore(other.last()) ? one.last() : other.last();
        return to.isBefore(from) ? 0 : ChronoUnit.DAYS.between(from, to) + 1;
    }

    public static long days(Collection<Span> spans) {
        return spans.stream().mapToLong(Span::days).sum();
    }
}
