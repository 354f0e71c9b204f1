package fr.acquis.forms;

import fr.acquis.forms.schema.Answer;
import fr.acquis.forms.schema.AnswerCheck;
import fr.acquis.forms.schema.FieldError;
import fr.acquis.forms.schema.FormSchema;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskPage;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.Worklist;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the form of a task and takes its answer. */
@Service
public class FormTasks implements TaskPage {

    private final Map<TaskKind, FormTask> rooms = new EnumMap<>(TaskKind.class);
    private final Map<TaskKind, FormSchema> forms = new EnumMap<>(TaskKind.class);
    private final Worklist worklist;

    FormTasks(List<FormTask> rooms, Worklist worklist) {
        this.worklist = worklist;
        for (FormTask room : rooms) {
            if (this.rooms.put(room.kind(), room) != null) {
                throw new IllegalStateException("two rooms answer the form of " + room.kind());
            }
            forms.put(room.kind(), FormSchema.shipped(room.kind().element()));
        }
    }

    @Override
    public Optional<String> path(Task task) {
        return rooms.containsKey(task.kind()) ? Optional.of("/tasks/" + task.id() + "/form") : Optional.empty();
    }

    /** The form of a task the signed-in person may see, filled with what is known. */
    @Transactional(readOnly = true)
    public OpenForm open(TaskId id) {
        Task task = worklist.visible(id);
        FormTask room = room(task);
        boolean asked = task.state() == TaskState.OPEN;
        return new OpenForm(
                task,
                forms.get(task.kind()),
                asked ? room.initial(task) : Map.of(),
                asked ? room.note(task).orElse(null) : null,
                asked);
    }

    /**
     * Takes an answer: checked against the form, then by the room.
     *
     * @return what is wrong with it, nothing when it was kept
     * @throws RefusedAnswer what the room says of a field; nothing was kept
     */
    @Transactional
    public List<FieldError> answer(TaskId id, Map<String, Object> given) {
        Task task = worklist.visible(id);
        FormTask room = room(task);
        if (task.state() != TaskState.OPEN) {
            throw new BusinessRefusal(Kind.CONFLICT, "worklist.refused.no-longer-open");
        }
        Answer answer = AnswerCheck.of(forms.get(task.kind()), room.initial(task), given);
        if (answer.holds()) {
            room.submit(task, answer.data());
        }
        return answer.errors();
    }

    private FormTask room(Task task) {
        FormTask room = rooms.get(task.kind());
        if (room == null) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "forms.refused.no-form");
        }
        return room;
    }

    /** @param asked false when the task is no longer open: there is nothing to fill in */
    public record OpenForm(
            Task task,
            FormSchema form,
            Map<String, Object> initial,
            @Nullable String note,
            boolean asked) {}
}
