package fr.acquis.worklist;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a task is done: the page of the room that knows it, or the case. */
@Component
public class TaskPages {

    private final ObjectProvider<TaskPage> rooms;

    TaskPages(ObjectProvider<TaskPage> rooms) {
        this.rooms = rooms;
    }

    public String path(Task task) {
        return rooms.orderedStream()
                .flatMap(room -> room.path(task).stream())
                .findFirst()
                .orElseGet(() -> "/journeys/" + task.journey());
    }
}
