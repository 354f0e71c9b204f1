package fr.acquis.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How pressing a task is, with its reasons: a person may then agree or not. */
public record Priority(Level level, List<Reason> reasons) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int URGENT_DAYS = 3;
    private static final int LEGAL_DAYS = 14;
    private static final Duration FORGOTTEN = Duration.ofDays(5);

    public enum Level {
        HIGH,
        RAISED,
        USUAL;

        public String messageKey() {
            return "worklist.level." + name();
        }
    }

    /** A message key with its number of days; the name of who gave it back where it is about that. */
    public record Reason(String messageKey, Object value) {}

    public static Priority of(Task task, @Nullable Instant followUp, @Nullable String returnedBy, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        Level level = Level.USUAL;
        long days = ChronoUnit.DAYS.between(day(now), day(task.due()));
        boolean legal = task.kind().isLegal();
        String which = legal ? "worklist.why.legal-" : "worklist.why.house-";
        if (days < 0) {
            level = Level.HIGH;
            reasons.add(new Reason(which + "late", -days));
        } else if (days <= URGENT_DAYS) {
            level = legal ? Level.HIGH : Level.RAISED;
            reasons.add(new Reason(which + "near", days));
        } else if (legal && days <= LEGAL_DAYS) {
            level = Level.RAISED;
            reasons.add(new Reason(which + "near", days));
        }
        if (task.kind() == TaskKind.COMMAND_PARKED) {
            level = Level.HIGH;
            reasons.add(new Reason("worklist.why.blocked", 0));
        }
        Duration waiting = Duration.between(task.createdAt(), now);
        if (task.holder() == null && waiting.compareTo(FORGOTTEN) >= 0) {
            level = raised(level);
            reasons.add(new Reason("worklist.why.unheld", waiting.toDays()));
        }
        if (followUp != null && !followUp.isAfter(now)) {
            level = raised(level);
            reasons.add(new Reason("worklist.why.follow-up", 0));
        }
        if (returnedBy != null && task.holder() == null) {
            reasons.add(new Reason("worklist.why.returned", returnedBy));
        }
        return new Priority(level, List.copyOf(reasons));
    }

    private static Level raised(Level level) {
        return level == Level.USUAL ? Level.RAISED : level;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }
}
