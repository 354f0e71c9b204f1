package fr.acquis.worklist.store;

import fr.acquis.worklist.Sort;
import fr.acquis.worklist.Stage;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter and a reader's rights as SQL. The rows asked for are cut into branches, each of which one index holds in the order
 * asked for: one per audience, and per queue or kind. A branch stops after a page, the page is merged from them; so its price
 * does not grow with the table. Words are looked at from the side that is smaller: few cases hold them, or many.
 */
final class TaskQuery {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A branch of the union: the index that holds it in order, and its condition. */
    private record Branch(@Nullable String index, String condition) {}

    private final TaskFilter filter;
    private final Access access;
    private final Searched searched;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> residual = new ArrayList<>();

    TaskQuery(TaskFilter filter, Access access, Searched searched, Instant now) {
        this.filter = filter;
        this.access = access;
        this.searched = searched;
        parameters.put("body", access.body());
        parameters.put("me", access.me());
        parameters.put("open", access.openNames());
        parameters.put("groups", access.groups());
        parameters.put("now", now);
        narrow();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Ids and their place in the order, at most so many, after a row of the same order. */
    String keys(int most, @Nullable Object afterValue, @Nullable UUID afterId) {
        parameters.put("most", most);
        String after = "";
        if (afterId != null) {
            parameters.put("afterValue", afterValue);
            parameters.put("afterId", afterId);
            after = descending()
                    ? " and t.%1$s <= :afterValue and (t.%1$s < :afterValue or t.id < :afterId)".formatted(column())
                    : " and t.%1$s >= :afterValue and (t.%1$s > :afterValue or t.id > :afterId)".formatted(column());
        }
        String order = descending() ? " desc" : "";
        String beyond = after;
        String union = branches().stream()
                .map(branch -> "(select t.id, t.%s as place from %s where %s%s%s order by t.%s%s, t.id%s limit :most)"
                        .formatted(
                                column(), source(branch), branch.condition(), rest(), beyond, column(), order, order))
                .collect(Collectors.joining("\nunion all\n"));
        return union + "\norder by place%s, id%s limit :most".formatted(order, order);
    }

    String column() {
        return filter.view() == View.DONE
                ? "answered_at"
                : switch (filter.sort()) {
                    case DUE -> "due_at";
                    case NAME -> "candidate_sort";
                    case AGE -> "created_at";
                };
    }

    private boolean descending() {
        return filter.view() == View.DONE;
    }

    private String rest() {
        return residual.isEmpty() ? "" : " and " + String.join(" and ", residual);
    }

    private String source(Branch branch) {
        if (searched.drives()) {
            return "(" + searched.cases(parameters)
                    + ") c straight_join worklist_task t force index (worklist_task_by_journey) on t.journey_id = c.journey_id";
        }
        if (filter.view() == View.WATCHED) {
            return "worklist_watch x straight_join worklist_task t force index (worklist_task_by_journey)"
                    + " on t.journey_id = x.journey_id and x.person_id = :me";
        }
        return "worklist_task t" + (branch.index() == null ? "" : " force index (" + branch.index() + ")");
    }

    /** What no branch says. */
    private void narrow() {
        if (filter.view() != View.DONE) {
            residual.add(
                    filter.later() ? "t.follow_up_at > :now" : "(t.follow_up_at is null or t.follow_up_at <= :now)");
        }
        if (filter.late()) {
            residual.add("t.due_at < :now");
        }
        add(filter.dueFrom(), "t.due_at >= :dueFrom", "dueFrom");
        add(filter.dueUntil() == null ? null : filter.dueUntil().plusDays(1), "t.due_at < :dueUntil", "dueUntil");
        if (filter.certification() != null) {
            residual.add("t.certification_id = :certification");
            parameters.put("certification", filter.certification());
        }
        if (filter.branch() != null) {
            residual.add("t.certification_id in (select b.id from v_certification_title b where b.branch = :branch)");
            parameters.put("branch", filter.branch());
        }
        if (filter.holder() != null) {
            residual.add("t.holder_id = :holder");
            parameters.put("holder", filter.holder());
        }
        if (filter.team() != null) {
            residual.add("t.queue_id = :team");
            parameters.put("team", filter.team());
        }
        Set<TaskKind> kinds = kinds();
        if (kinds != null) {
            residual.add(kinds.isEmpty() ? "1 = 0" : "t.kind in (:kinds)");
            parameters.put("kinds", kinds.stream().map(TaskKind::name).toList());
        }
        if (!searched.drives()) {
            residual.addAll(searched.conditions(parameters));
        }
    }

    private void add(@Nullable LocalDate day, String condition, String name) {
        if (day != null) {
            residual.add(condition);
            parameters.put(name, day.atStartOfDay(PARIS).toInstant());
        }
    }

    /** Null for all. */
    private @Nullable Set<TaskKind> kinds() {
        Stage stage = filter.stage();
        if (stage == null) {
            return filter.kinds().isEmpty() ? null : filter.kinds();
        }
        Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
        kinds.addAll(stage.kinds());
        if (!filter.kinds().isEmpty()) {
            kinds.retainAll(filter.kinds());
        }
        return kinds;
    }

    private List<Branch> branches() {
        return switch (filter.view()) {
            case MINE ->
                List.of(new Branch(
                        "worklist_task_by_holder", "t.holder_id = :me and t.state = 'OPEN' and " + access.condition()));
            case DONE ->
                List.of(new Branch(
                        "worklist_task_answered",
                        "t.holder_id = :me and t.answered_at is not null and " + access.condition()));
            case WATCHED ->
                List.of(new Branch(
                        null,
                        "t.state = 'OPEN' and "
                                + (access.everyone() ? "t.certifying_body_id = :body" : access.condition())));
            case ALL, TEAM, UNASSIGNED -> searched.drives() ? List.of(new Branch(null, everything())) : byAudience();
        };
    }

    /** All that the view holds, in one condition. */
    private String everything() {
        String condition = "t.state = 'OPEN' and " + access.condition();
        if (filter.view() == View.UNASSIGNED) {
            condition += " and t.unheld = 1";
        }
        if (ofQueues()) {
            parameters.put("queues", access.queues());
            condition += " and (t.queue_id in (:queues) or t.audience in ('ADVISER', 'JUROR') and t.holder_id = :me)";
        }
        return condition;
    }

    private boolean ofQueues() {
        return filter.view() != View.ALL && !access.queues().isEmpty();
    }

    private List<Branch> byAudience() {
        List<Branch> branches = new ArrayList<>();
        access.open().forEach(audience -> branches.addAll(of(audience.name(), false)));
        if (access.adviser()) {
            residual.add("(t.audience <> 'ADVISER' or t.holder_id = :me or " + access.theirs() + ")");
            branches.addAll(of("ADVISER", true));
        }
        if (filter.view() != View.UNASSIGNED) {
            List<String> own = new ArrayList<>();
            if (access.adviser()) {
                own.add("'ADVISER'");
            }
            if (access.juror()) {
                own.add("'JUROR'");
            }
            if (!own.isEmpty()) {
                branches.add(new Branch(
                        "worklist_task_by_holder",
                        "t.holder_id = :me and t.state = 'OPEN' and t.audience in (" + String.join(", ", own) + ")"));
            }
        }
        return branches.isEmpty() ? List.of(new Branch(null, "1 = 0")) : branches;
    }

    private List<Branch> of(String audience, boolean unheldOnly) {
        boolean unheld = unheldOnly || filter.view() == View.UNASSIGNED;
        String rows = "t.certifying_body_id = :body and t.audience = '%s' and t.state = 'OPEN'%s%s"
                .formatted(audience, unheld ? " and t.unheld = 1" : "", queueCondition());
        if (filter.holder() != null) {
            return List.of(new Branch("worklist_task_by_holder", rows));
        }
        if (filter.certification() != null && filter.sort() != Sort.AGE) {
            return List.of(new Branch(
                    filter.sort() == Sort.NAME
                            ? "worklist_task_by_certification_and_name"
                            : "worklist_task_by_certification",
                    rows));
        }
        return switch (filter.sort()) {
            case NAME -> List.of(new Branch("worklist_task_by_name", rows));
            case AGE -> List.of(new Branch("worklist_task_by_age", rows));
            case DUE -> byDate(audience, rows, unheld);
        };
    }

    private String queueCondition() {
        if (!ofQueues()) {
            return "";
        }
        parameters.put("queues", access.queues());
        return " and t.queue_id in (:queues)";
    }

    /** In order of date a branch is one kind, one queue held or not, or the whole body. */
    private List<Branch> byDate(String audience, String rows, boolean unheld) {
        Set<TaskKind> kinds = kinds();
        if (kinds != null) {
            return kinds.stream()
                    .map(kind -> new Branch("worklist_task_by_kind", rows + " and t.kind = '" + kind.name() + "'"))
                    .toList();
        }
        if (filter.view() == View.ALL && filter.team() == null) {
            return List.of(new Branch("worklist_task_by_audience", rows));
        }
        List<Branch> branches = new ArrayList<>();
        List<UUID> queues = filter.team() != null ? List.of(filter.team()) : access.queues();
        if (queues.isEmpty()) {
            return List.of(new Branch(unheld ? "worklist_task_by_free" : "worklist_task_by_audience", rows));
        }
        for (int queue = 0; queue < queues.size(); queue++) {
            parameters.put("queue" + queue, queues.get(queue));
            for (int held = unheld ? 1 : 0; held <= 1; held++) {
                branches.add(new Branch(
                        "worklist_task_by_queue",
                        "t.queue_id = :queue%d and t.audience = '%s' and t.state = 'OPEN' and t.unheld = %d and t.certifying_body_id = :body"
                                .formatted(queue, audience, held)));
            }
        }
        return branches;
    }
}
