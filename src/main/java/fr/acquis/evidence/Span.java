package fr.acquis.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included.
 *
 * @param last null while it goes on, or where the document does not say
 */
public record Span(LocalDate first, @Nullable LocalDate last) {

    public Span {
        if (last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    public boolean open() {
        return last == null;
    }

    /** @throws NullPointerException when it is open */
    public long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** As it is kept: {@code 2019-03-01/2021-06-30}, nothing behind the stroke when open. */
    public String text() {
        return first + "/" + (last == null ? "" : last);
    }

    /** Empty when the text is no period. */
    public static Optional<Span> of(String text) {
        String[] days = text.split("/", -1);
        try {
            return days.length == 2
                    ? Optional.of(
                            new Span(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1])))
                    : Optional.empty();
        } catch (RuntimeException noPeriod) {
            return Optional.empty();
        }
    }
}
