package fr.acquis.worklist.api;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.platform.api.ApiController;
import fr.acquis.platform.api.ApiRefusal;
import fr.acquis.platform.api.Cursor;
import fr.acquis.platform.api.Moments;
import fr.acquis.platform.api.PageOf;
import fr.acquis.worklist.Claim;
import fr.acquis.worklist.Sort;
import fr.acquis.worklist.Stage;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.View;
import fr.acquis.worklist.Worklist;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@ApiController
@Tag(name = "Tasks", description = "What people are asked to do, the first due first")
class TasksApi {

    private static final int LONGEST_WORDS = TaskFilter.LONGEST_WORDS;

    private final TaskList list;
    private final Worklist worklist;
    private final CurrentPerson current;
    private final MessageSource messages;

    TasksApi(TaskList list, Worklist worklist, CurrentPerson current, MessageSource messages) {
        this.list = list;
        this.worklist = worklist;
        this.current = current;
        this.messages = messages;
    }

    /**
     * @param holder the name of who took it; null when nobody
     * @param mine whether that is the caller
     */
    record TaskSummary(
            UUID id,
            TaskKind kind,
            String title,
            TaskState state,
            UUID journey,
            String caseNumber,
            String candidate,
            String certification,
            OffsetDateTime dueAt,
            @Nullable String holder,
            boolean mine) {}

    @GetMapping("/api/v1/tasks")
    @Operation(
            summary =
                    "Lists tasks; view is TEAM, MINE, UNASSIGNED, WATCHED, DONE or ALL, q beginnings of words of a name, a case number, a title or a tag; kind, stage, late, certification and sort as the list's page knows them")
    ResponseEntity<PageOf<TaskSummary>> list(
            @RequestParam(defaultValue = "TEAM") View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<TaskKind> kind,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable UUID certification,
            @RequestParam(defaultValue = "DUE") Sort sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        if (q.strip().length() > LONGEST_WORDS) {
            throw new ApiRefusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "api.search.too-long",
                    new Object[] {LONGEST_WORDS},
                    List.of(),
                    Map.of("parameter", "q"));
        }
        Cursor cursor = Cursor.read(after);
        TaskFilter filter = new TaskFilter(
                view,
                kind == null ? Set.of() : Set.copyOf(kind),
                stage,
                late,
                certification,
                null,
                null,
                null,
                null,
                null,
                null,
                q.strip(),
                false,
                sort);
        List<Row> rows =
                list.rows(current.get(), filter, cursor == null ? null : new TaskId(cursor.id()), PageOf.limit(limit));
        return PageOf.answer(rows, limit, row -> new Cursor(row.due(), row.id().value()), row -> summary(row, locale));
    }

    @GetMapping("/api/v1/tasks/{id}")
    @Operation(summary = "One task, whatever became of it")
    TaskSummary one(@PathVariable UUID id, Locale locale) {
        return summary(row(id), locale);
    }

    @PostMapping("/api/v1/tasks/{id}/claim")
    @Operation(summary = "Takes a task; one winner, the others learn who (409, member holder)")
    TaskSummary claim(@PathVariable UUID id, Locale locale) {
        TaskId task = row(id).id();
        return switch (worklist.claim(task)) {
            case Claim.Taken taken -> one(id, locale);
            case Claim.HeldBy other ->
                throw new ApiRefusal(
                        HttpStatus.CONFLICT,
                        "api.task.held",
                        new Object[] {other.holder()},
                        List.of(),
                        Map.of("holder", other.holder()));
            case Claim.NoLongerOpen gone -> throw ApiRefusal.conflict("api.task.closed");
        };
    }

    @PostMapping("/api/v1/tasks/{id}/release")
    @Operation(summary = "Gives a task one holds back to the team; because says why to whoever takes it next")
    TaskSummary release(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String because, Locale locale) {
        worklist.release(row(id).id(), because);
        return one(id, locale);
    }

    @PostMapping("/api/v1/tasks/{id}/acknowledge")
    @Operation(summary = "Marks a manager's alert as dealt with")
    TaskSummary acknowledge(@PathVariable UUID id, Locale locale) {
        Row row = row(id);
        if (!row.kind().isAlert()) {
            throw ApiRefusal.conflict("api.task.not-alert");
        }
        worklist.acknowledge(row.id());
        return one(id, locale);
    }

    /** A task of the caller's own list: a candidate's task is nobody else's to take. */
    private Row row(UUID id) {
        return list.find(current.get(), new TaskId(id))
                .orElseThrow(() -> ApiRefusal.notFound("worklist.refused.unknown"));
    }

    private TaskSummary summary(Row row, Locale locale) {
        return new TaskSummary(
                row.id().value(),
                row.kind(),
                messages.getMessage(row.kind().messageKey(), null, locale),
                row.state(),
                row.journey().value(),
                row.caseNumber(),
                row.candidate(),
                row.certification(),
                Moments.of(row.due()),
                row.holder(),
                row.mine());
    }
}
