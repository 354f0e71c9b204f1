package fr.acquis.support.work;

import fr.acquis.forms.FormTask;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.shell.Dates;
import fr.acquis.support.Support;
import fr.acquis.support.SupportSession;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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
    private final CurrentPerson current;

    HoldSessionForm(SupportSessions sessions, Supports supports, CurrentPerson current) {
        this.sessions = sessions;
        this.supports = supports;
        this.current = current;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.HOLD_SUPPORT_SESSION;
    }

    @Override
    public Map<String, Object> initial(Task task) {
        return supports.of(task.journey())
                .map(Support::nextSessionAt)
                .map(at -> Map.<String, Object>of("heldAt", local(at)))
                .orElseGet(Map::of);
    }

    @Override
    public Optional<String> note(Task task) {
        return supports.of(task.journey()).map(Support::messageToAdviser);
    }

    @Override
    public void submit(Task task, Map<String, Object> data) {
        sessions.hold(
                task.journey(),
                new SupportSession(
                        0,
                        current.get().id(),
                        instant(data.get("heldAt")),
                        (BigDecimal) data.get("hours"),
                        Attendance.valueOf((String) data.get("attendance")),
                        (String) data.get("notes"),
                        (String) data.get("nextStep")),
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
