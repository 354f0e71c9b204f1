package fr.acquis.worklist.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a case waits for, for everybody who sees it; names of others stand in nobody's answer. */
@ApiController
@Tag(name = "Tasks")
class CaseTasksApi {

    private final Worklist worklist;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final MessageSource messages;

    CaseTasksApi(Worklist worklist, Journeys journeys, CurrentPerson current, MessageSource messages) {
        this.worklist = worklist;
        this.journeys = journeys;
        this.current = current;
        this.messages = messages;
    }

    /** @param mine whether it is the caller's: asked of them as the candidate, or held by them */
    record CaseTask(UUID id, TaskKind kind, String title, Role askedOf, OffsetDateTime dueAt, boolean mine) {}

    @GetMapping("/api/v1/journeys/{id}/tasks")
    @Operation(summary = "What a case waits for now, of whom and by when")
    PageOf<CaseTask> list(@PathVariable UUID id, Locale locale) {
        Journey journey = journeys.get(new JourneyId(id));
        return new PageOf<>(
                worklist.known(journey).stream()
                        .filter(task -> !task.kind().isAlert())
                        .map(task -> view(task, locale))
                        .toList(),
                null);
    }

    private CaseTask view(Task task, Locale locale) {
        SignedIn me = current.get();
        return new CaseTask(
                task.id().value(),
                task.kind(),
                messages.getMessage(task.kind().messageKey(), null, locale),
                task.audience(),
                Moments.of(task.due()),
                task.audience() == Role.CANDIDATE
                        ? task.candidate().equals(me.id())
                        : me.id().equals(task.holder()));
    }
}
