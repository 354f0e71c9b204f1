package fr.acquis.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a way to go.
 *
 * @param detail what it is about, or who holds it
 * @param note a date or a rule, in small
 */
public record Step(
        State state,
        String title,
        @Nullable String detail,
        @Nullable String note) {

    /** Where the stage stands for the reader. */
    public enum State {
        DONE("check"),
        /** The reader's own next action. */
        NOW(null),
        /** Somebody else holds it. */
        WAITING("hourglass"),
        /** Something must be settled first. */
        BLOCKED("x"),
        LATER(null);

        private final @Nullable String icon;

        State(@Nullable String icon) {
            this.icon = icon;
        }

        /** Null where the stage's number stands. */
        public @Nullable String icon() {
            return icon;
        }

        public String css() {
            return "step-" + name().toLowerCase(Locale.ROOT);
        }

        public String messageKey() {
            return "shell.step." + name();
        }
    }
}
