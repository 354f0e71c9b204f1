package fr.acquis.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The delay after which silence is a decision of acceptance, computed from facts only. A delay in months ends at the close
 * of the day that bears the same number as the day of receipt, or of the month's last day; it is counted in Europe/Paris and
 * is not moved by a Sunday or a holiday.
 *
 * @param receivedAt when the request was received; where the legal filing is on the State's portal, the beginning of that day once
 *     it is recorded with its proof
 * @param completionRequestedAt when all missing pieces were asked for, the first time only
 * @param completedAt when the candidate answered that request
 */
public record LegalClock(
        Instant receivedAt,
        @Nullable Instant completionRequestedAt,
        @Nullable Instant completedAt,
        DecisionDelay rule) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** Last day to decide, counted from the request. */
    public LocalDate dueFromRequest() {
        return day(receivedAt).plus(rule.delay());
    }

    /** Last day to decide, counted from the complete file; empty while pieces are awaited. */
    public Optional<LocalDate> dueFromCompleteFile() {
        if (completionRequestedAt == null) {
            return Optional.of(dueFromRequest());
        }
        return completeAt().map(complete -> day(complete).plus(rule.delay()));
    }

    /** When the file was complete: pieces sent before the request was received complete it that day. */
    public Optional<Instant> completeAt() {
        return Optional.ofNullable(completedAt).map(sent -> sent.isBefore(receivedAt) ? receivedAt : sent);
    }

    /** Whether the request for completion was sent in time to count. */
    public boolean completionCounts() {
        return completionRequestedAt != null
                && !day(completionRequestedAt).isAfter(day(receivedAt).plus(rule.completionWithin()));
    }

    /** What this case's date counts from, under its own règlement. */
    public DecisionDelay.Start basis() {
        return rule.start() == DecisionDelay.Start.COMPLETE_FILE && completionCounts()
                ? DecisionDelay.Start.COMPLETE_FILE
                : DecisionDelay.Start.REQUEST;
    }

    /** Last day to decide that binds; empty while the delay waits for the candidate's pieces. */
    public Optional<LocalDate> lastDay() {
        return basis() == DecisionDelay.Start.COMPLETE_FILE ? dueFromCompleteFile() : Optional.of(dueFromRequest());
    }

    /** The instant from which silence is a decision: the start of the day after the last one. */
    public Optional<Instant> silenceAt() {
        return lastDay().map(last -> last.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** The last instant of the last day: what a list of tasks shows as its date. */
    public Optional<Instant> lastMoment() {
        return silenceAt().map(silence -> silence.minusSeconds(1));
    }

    /** From when the manager is warned that silence is near; empty while the delay waits for pieces. */
    public Optional<Instant> warnAt() {
        return lastDay()
                .map(last -> last.minus(rule.warnBefore()).atStartOfDay(ZONE).toInstant());
    }

    /** When the engine should ask again: at the date of silence, or tomorrow while there is none. */
    public Instant nextCheck(Instant now) {
        Instant soonest = now.plus(1, ChronoUnit.MINUTES);
        return silenceAt()
                .map(silence -> silence.isBefore(soonest) ? soonest : silence)
                .orElseGet(() -> day(now).plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    public boolean reached(Instant now) {
        return silenceAt().filter(silence -> !now.isBefore(silence)).isPresent();
    }

    /** Days left to decide, today not counted; negative once passed; empty while there is no date. */
    public Optional<Long> daysLeft(Instant now) {
        return lastDay().map(last -> ChronoUnit.DAYS.between(day(now), last));
    }

    /** As it would be with another day of receipt: the day of the legal filing, counted from its beginning in Paris. */
    public LegalClock receivedOn(LocalDate day) {
        return new LegalClock(day.atStartOfDay(ZONE).toInstant(), completionRequestedAt, completedAt, rule);
    }

    /** As it would be if all missing pieces were asked for at that instant; a second request changes nothing. */
    public LegalClock asking(Instant at) {
        return completionRequestedAt == null ? new LegalClock(receivedAt, at, completedAt, rule) : this;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
