package fr.acquis.support.work;

import fr.acquis.forms.FormTask;
import fr.acquis.shell.Dates;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.Support;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form an adviser fills in after a session. */
@Component
class HoldSessionForm implements FormTask {

    private final SupportSessions sessions;
    private final Supports supports;
    private final PlannedSessions planned;

    HoldSessionForm(SupportSessions sessions, Supports supports, PlannedSessions planned) {
        this.sessions = sessions;
        this.supports = supports;
        this.planned = planned;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.HOLD_SUPPORT_SESSION;
    }

    /** What is planned is filled in; the one after it too, when there is one. */
    @Override
    public Map<String, Object> initial(Task task) {
        Map<String, Object> initial = new LinkedHashMap<>();
        List<PlannedSession> ahead = planned.of(task.journey());
        if (!ahead.isEmpty()) {
            initial.put("heldAt", local(ahead.getFirst().startsAt()));
        }
        if (ahead.size() > 1) {
            initial.put("continuation", "ANOTHER_SESSION");
            initial.put("nextSessionAt", local(ahead.get(1).startsAt()));
        }
        return initial;
    }

    @Override
    public Optional<String> note(Task task) {
        return supports.of(task.journey()).map(Support::messageToAdviser);
    }

    @Override
    public void submit(Task task, Map<String, Object> data) {
        sessions.hold(
                task.journey(),
                new Report(
                        instant(data.get("heldAt")),
                        (BigDecimal) data.get("hours"),
                        Attendance.valueOf((String) data.get("attendance")),
                        (String) data.get("notes"),
                        (String) data.get("ownNotes"),
                        (String) data.get("nextStep"),
                        (String) data.get("overrunReason")),
                "ANOTHER_SESSION".equals(data.get("continuation")) ? instant(data.get("nextSessionAt")) : null);
    }

    private static @Nullable Instant instant(@Nullable Object text) {
        return text == null ? null : OffsetDateTime.parse((String) text).toInstant();
    }

    /** As the form writes a moment, to the minute. */
    private static String local(Instant at) {
        return at.atZone(Dates.PARIS)
                .truncatedTo(ChronoUnit.MINUTES)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx", Locale.ROOT));
    }
}
