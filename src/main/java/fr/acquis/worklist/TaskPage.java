package fr.acquis.worklist;

import java.util.Optional;

/** Answered by the room that has a page of its own for a task; any other task opens on the page of its case. */
public interface TaskPage {

    /** Empty when this room has no page for it. */
    Optional<String> path(Task task);
}
