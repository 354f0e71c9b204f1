package fr.acquis.worklist;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list holds. Everything but the words may stand in an address.
 *
 * @param kinds none for all; those of the stage, where one is asked for, are meant besides
 * @param late due before now
 * @param dueFrom first day, Paris time
 * @param dueUntil last day
 * @param words beginnings of names, numbers, titles or notes, all of them wanted
 * @param later the rows hidden until their follow-up date, and only these
 */
public record TaskFilter(
        View view,
        Set<TaskKind> kinds,
        @Nullable Stage stage,
        boolean late,
        @Nullable UUID certification,
        @Nullable String branch,
        @Nullable UUID holder,
        @Nullable UUID team,
        @Nullable UUID tag,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueUntil,
        String words,
        boolean later,
        Sort sort) {

    /** Longer searches find nothing more. */
    public static final int LONGEST_WORDS = 100;

    public static TaskFilter of(View view) {
        return new TaskFilter(
                view, Set.of(), null, false, null, null, null, null, null, null, null, "", false, Sort.DUE);
    }

    public TaskFilter on(View other) {
        return new TaskFilter(
                other,
                kinds,
                stage,
                late,
                certification,
                branch,
                holder,
                team,
                tag,
                dueFrom,
                dueUntil,
                words,
                later,
                sort);
    }

    public TaskFilter saying(String searched) {
        return new TaskFilter(
                view,
                kinds,
                stage,
                late,
                certification,
                branch,
                holder,
                team,
                tag,
                dueFrom,
                dueUntil,
                searched,
                later,
                sort);
    }

    public TaskFilter only(Set<TaskKind> asked) {
        return new TaskFilter(
                view,
                asked,
                stage,
                late,
                certification,
                branch,
                holder,
                team,
                tag,
                dueFrom,
                dueUntil,
                words,
                later,
                sort);
    }

    public TaskFilter sorted(Sort by) {
        return new TaskFilter(
                view,
                kinds,
                stage,
                late,
                certification,
                branch,
                holder,
                team,
                tag,
                dueFrom,
                dueUntil,
                words,
                later,
                by);
    }

    public TaskFilter aiming(@Nullable UUID certificationId) {
        return new TaskFilter(
                view,
                kinds,
                stage,
                late,
                certificationId,
                branch,
                holder,
                team,
                tag,
                dueFrom,
                dueUntil,
                words,
                later,
                sort);
    }

    /** Whether anything but the view and the order is asked. */
    public boolean narrows() {
        return !equals(of(view).sorted(sort));
    }
}
