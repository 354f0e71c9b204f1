package fr.acquis.experience;

import fr.acquis.evidence.Span;
import fr.acquis.evidence.WorkedHours.Unit;
import fr.acquis.experience.Counted.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the hours of one job from all documents about it. The closest word wins: stated hours before a rhythm, a short period
 * before a long one. A year's sum therefore adds only what its months have not.
 */
final class JobCount {

    private static final Comparator<Worked> CLOSEST_FIRST = Comparator.<Worked>comparingInt(JobCount::distance)
            .thenComparingLong(work -> work.period().days())
            .thenComparing(work -> work.period().first())
            .thenComparing(work -> work.source().checked() ? 0 : 1)
            .thenComparing(work -> work.hours() == null ? "" : work.hours().text())
            .thenComparing(work -> work.source().evidence().toString())
            .thenComparingInt(work -> work.source().line());

    /** Hours put on days, so that what overlaps can be told. */
    private record Placed(Span days, BigDecimal hours) {}

    private final List<Placed> placed = new ArrayList<>();
    private final List<Counted> lines = new ArrayList<>();

    private JobCount() {}

    static List<Counted> of(List<Worked> job) {
        JobCount count = new JobCount();
        job.stream().sorted(CLOSEST_FIRST).forEach(count::add);
        count.lines.sort(Comparator.<Counted, LocalDate>comparing(
                        line -> line.worked().period().first())
                .thenComparing(line -> line.worked().period().last()));
        return List.copyOf(count.lines);
    }

    private static int distance(Worked work) {
        if (work.hours() == null) {
            return 2;
        }
        return work.hours().unit() == Unit.TOTAL ? 0 : 1;
    }

    private void add(Worked work) {
        List<Span> free = Calendar.without(
                work.period(), placed.stream().map(Placed::days).toList());
        BigDecimal already = already(work.period());
        if (work.hours() == null) {
            line(work, Rule.NO_HOURS, free, already, BigDecimal.ZERO);
        } else if (free.isEmpty()) {
            line(work, Rule.COVERED, free, already, BigDecimal.ZERO);
        } else {
            count(work, free, already);
        }
    }

    private void count(Worked work, List<Span> free, BigDecimal already) {
        BigDecimal amount = work.hours().amount();
        long days = Calendar.days(free);
        switch (work.hours().unit()) {
            case TOTAL -> {
                BigDecimal rest = amount.subtract(already).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
                line(work, already.signum() > 0 ? Rule.REST : Rule.STATED, free, already, rest);
            }
            case PER_WEEK -> line(work, Rule.RHYTHM, free, already, FullYear.worked(amount, days));
            case PER_MONTH -> line(work, Rule.RHYTHM, free, already, FullYear.worked(FullYear.weekly(amount), days));
        }
    }

    /** What was put on days of this period before; a document that reaches beyond it counts by its share of days. */
    private BigDecimal already(Span period) {
        return placed.stream()
                .map(one -> one.hours()
                        .multiply(BigDecimal.valueOf(Calendar.shared(one.days(), period)))
                        .divide(BigDecimal.valueOf(one.days().days()), 6, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private void line(Worked work, Rule rule, List<Span> free, BigDecimal already, BigDecimal hours) {
        long days = Calendar.days(free);
        if (rule != Rule.NO_HOURS) {
            free.forEach(span -> placed.add(new Placed(
                    span,
                    hours.multiply(BigDecimal.valueOf(span.days()))
                            .divide(BigDecimal.valueOf(days), 6, RoundingMode.HALF_UP))));
        }
        lines.add(new Counted(work, rule, free, already, hours, days == 0 ? 0 : FullYear.share(hours, days)));
    }
}
