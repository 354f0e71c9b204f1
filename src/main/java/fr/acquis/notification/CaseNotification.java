package fr.acquis.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What is told about a case at any moment of it. */
public sealed interface CaseNotification extends Notification.OnCase {

    /** To the candidate: the case waits for something of theirs. */
    record Reminded(CaseReference about, LocalDate due, String page) implements CaseNotification {

        @Override
        public String key() {
            return "reminded";
        }
    }

    /** To the candidate: a document is asked for; its name only. */
    record DocumentAsked(CaseReference about, String document, String page) implements CaseNotification {

        @Override
        public String key() {
            return "document-asked";
        }
    }

    /**
     * To whoever reads there: something was written about the case and waits to be read; its words are on the page only.
     *
     * @param note whether it is an internal note
     */
    record MessageWaiting(CaseReference about, boolean note, String page) implements CaseNotification {

        @Override
        public String key() {
            return note ? "note-waiting" : "message-waiting";
        }
    }

    /** To who answered by mail: it stands in the thread. On the page only, their own words need no mail. */
    record AnswerArrived(CaseReference about, String page) implements CaseNotification {

        @Override
        public String key() {
            return "answer-arrived";
        }
    }

    /**
     * To who answered by mail: it was not taken, or not all of it, and what to do. Nothing of what they wrote is repeated.
     *
     * @param files those that were not taken, each with why, in their words; empty when it is not about files
     */
    record AnswerNotTaken(CaseReference about, Why why, List<String> files, String page) implements CaseNotification {

        public AnswerNotTaken {
            files = List.copyOf(files);
        }

        public enum Why {
            EXPIRED,
            NO_ACCESS,
            TOO_LARGE,
            TOO_LONG,
            EMPTY,
            TOO_MANY,
            /** It had files only, and none of them could be taken. */
            NO_FILE,
            /** The message was taken, some of its files were not. */
            FILES
        }

        @Override
        public String key() {
            return "answer-not-taken";
        }
    }

    /** To whoever follows the case: something happened to it. */
    record Followed(CaseReference about, Moment moment, String page) implements CaseNotification {

        @Override
        public String key() {
            return "followed";
        }
    }

    /** To the candidate: the stop is recorded, the blocs stay. */
    record Stopped(CaseReference about, LocalDate stoppedOn, String page) implements CaseNotification {

        @Override
        public String key() {
            return "stopped";
        }
    }

    /** To the candidate: the abandon is recorded. */
    record Abandoned(CaseReference about, LocalDate abandonedOn, String page) implements CaseNotification {

        @Override
        public String key() {
            return "abandoned";
        }
    }

    /** To the candidate: the certifying body closed the case; why is read on the page. */
    record Closed(CaseReference about, LocalDate closedOn, String page) implements CaseNotification {

        @Override
        public String key() {
            return "closed";
        }
    }

    /**
     * To everybody concerned: the case is another team's of the certifying body from now on, or somebody asks for that.
     *
     * @param part who the reader is to the case
     * @param team whose it is, or is asked to be; the certifying body's name where that is no team
     */
    record CaseHandedOver(CaseReference about, Part part, String team, String page) implements CaseNotification {

        public enum Part {
            CANDIDATE,
            ADVISER,
            JUROR,
            RECEIVING,
            RELEASED,
            ASKED,
            ASKER,
            DECLINED
        }

        @Override
        public String key() {
            return "handed-over-" + part.name().toLowerCase(Locale.ROOT);
        }
    }
}
