package fr.acquis.support.work;

import fr.acquis.forms.FormTask;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.PersonId;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.SupportSessions.Proposed;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form that names an adviser: the least loaded is proposed. */
@Component
class AssignAdviserForm implements FormTask {

    private final SupportSessions sessions;
    private final Journeys journeys;
    private final MessageSource messages;

    AssignAdviserForm(SupportSessions sessions, Journeys journeys, MessageSource messages) {
        this.sessions = sessions;
        this.journeys = journeys;
        this.messages = messages;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ASSIGN_ADVISER;
    }

    @Override
    public Map<String, Object> initial(Task task) {
        Journey journey = journeys.find(task.journey()).orElseThrow();
        List<Proposed> proposed = sessions.proposed(journey);
        Map<String, Object> initial = new LinkedHashMap<>();
        initial.put(
                "advisers",
                proposed.stream()
                        .map(one -> Map.of(
                                "label", label(one), "value", one.adviser().id().toString()))
                        .toList());
        if (!proposed.isEmpty()) {
            initial.put("adviserId", proposed.getFirst().adviser().id().toString());
        }
        return initial;
    }

    private String label(Proposed one) {
        return messages.getMessage(
                "support.adviser.load",
                new Object[] {one.adviser().displayName(), one.load()},
                LocaleContextHolder.getLocale());
    }

    @Override
    public void submit(Task task, Map<String, Object> data) {
        sessions.assign(
                task.journey(),
                new PersonId(UUID.fromString((String) data.get("adviserId"))),
                OffsetDateTime.parse((String) data.get("firstSessionAt")).toInstant(),
                Place.valueOf((String) data.get("place")),
                (String) data.get("messageToAdviser"));
    }
}
