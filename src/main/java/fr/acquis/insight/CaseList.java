package fr.acquis.insight;

import org.jspecify.annotations.Nullable;

/** The list behind a number: what a number counts, its list shows. */
public sealed interface CaseList {

    /** Filed, not over. */
    record InProgress() implements CaseList {}

    /** A date of the law is over. */
    record LateByLaw(@Nullable Law law) implements CaseList {}

    /** A date of the law is over within fifteen days. */
    record DueSoon(@Nullable Law law) implements CaseList {}

    /** Stopped until a person looks. */
    record Blocked() implements CaseList {}

    /** On a step of one process. */
    record OfStage(Stage stage) implements CaseList {}

    /** On one step. */
    record OnStep(String process, String element, Shade shade) implements CaseList {}

    /** Which of a step's cases. */
    enum Shade {
        ALL,
        LATE,
        MACHINE,
        BLOCKED
    }
}
