package fr.acquis.notification.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is laid out as text and as HTML.
 *
 * @param lines paragraphs in order
 * @param items what is listed under them; may be empty
 * @param facts names and values
 * @param dated what belongs into a calendar; null when no date matters
 */
public record MailContent(
        String subject,
        List<String> lines,
        List<String> items,
        List<Fact> facts,
        String action,
        String link,
        @Nullable Dated dated) {

    /** A name and its value. */
    public record Fact(String name, String value, boolean strong) {}

    /** A day for the reader's calendar. */
    public record Dated(LocalDate day, String title) {}

    static Draft draft(String subject) {
        return new Draft(subject);
    }

    /** Gathers what is said in its order. */
    static final class Draft {

        private final String subject;
        private final List<String> lines = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private Dated dated;

        private Draft(String subject) {
            this.subject = subject;
        }

        Draft line(String text) {
            lines.add(text);
            return this;
        }

        Draft items(List<String> texts) {
            items.addAll(texts);
            return this;
        }

        Draft date(String name, String value) {
            facts.add(new Fact(name, value, true));
            return this;
        }

        Draft fact(String name, String value) {
            facts.add(new Fact(name, value, false));
            return this;
        }

        Draft dated(LocalDate day, String title) {
            dated = new Dated(day, title);
            return this;
        }

        MailContent leadingTo(String action, String link) {
            return new MailContent(
                    subject, List.copyOf(lines), List.copyOf(items), List.copyOf(facts), action, link, dated);
        }
    }
}
