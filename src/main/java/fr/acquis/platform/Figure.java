package fr.acquis.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One number of the trade as it stands now, for those who run the house.
 *
 * @param name dotted, beginning with {@code acquis.}
 * @param unit what it is counted in, the end of its name outside; null for a plain count
 * @param label the label that tells figures of one name apart; null when there is one only
 * @param of the label's value, a code: never a person, never a case
 */
public record Figure(
        String name,
        @Nullable String unit,
        @Nullable String label,
        @Nullable String of,
        double value) {

    public static Figure count(String name, long value) {
        return new Figure(name, null, null, null, value);
    }

    public static Figure count(String name, String label, String of, long value) {
        return new Figure(name, null, label, of, value);
    }

    /** How long something has waited; zero when nothing waits. */
    public static Figure age(String name, Duration waited) {
        return new Figure(name, "seconds", null, null, Math.max(0, waited.toMillis() / 1000.0));
    }

    public static Figure bytes(String name, long value) {
        return new Figure(name, "bytes", null, null, value);
    }

    public static Figure truth(String name, boolean value) {
        return new Figure(name, null, null, null, value ? 1 : 0);
    }
}
