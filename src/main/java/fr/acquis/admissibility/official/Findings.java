package fr.acquis.admissibility.official;

import fr.acquis.admissibility.Livret1;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a filled form says, held against what livret 1 says already; and what of it could not be read, each with why. */
public record Findings(List<Found> found, List<Unread> unread) {

    public List<Found> in(State state) {
        return found.stream().filter(one -> one.state() == state).toList();
    }

    /**
     * One answer that can be taken over.
     *
     * @param key stable for this file
     * @param held what stands in livret 1; null where nothing does
     * @param reckoned not written as such: a first day of a month, an end from a duration
     * @param change takes it over
     */
    public record Found(
            String key,
            Label label,
            State state,
            Said read,
            @Nullable Said held,
            boolean reckoned,
            UnaryOperator<Livret1> change) {}

    public record Unread(Label label, String value, Reason reason) {}

    public enum State {
        /** Nothing stands there yet. */
        NEW,
        SAME,
        /** Something else stands there: replaced only when the person says so. */
        DIFFERENT
    }

    public enum Reason {
        NOT_A_DATE,
        NO_DURATION,
        CONTRADICTORY,
        TOO_MANY_GOALS,
        NOT_AN_ANSWER,
        UNKNOWN_BLOCK,
        OTHER_CERTIFICATION,
        SIGNED_HERE,
        ATTACHED_HERE,
        TOO_MANY,
        NO_PLACE
    }

    /** What is asked, by its message key. */
    public record Label(String key, List<Object> arguments) {

        static Label of(String key, Object... arguments) {
            return new Label(key, List.of(arguments));
        }
    }

    /** As it is shown: text of the person, or words of ours by their keys. */
    public record Said(@Nullable String text, List<String> keys) {

        static Said text(String text) {
            return new Said(text, List.of());
        }

        static Said words(List<String> keys) {
            return new Said(null, keys);
        }
    }
}
