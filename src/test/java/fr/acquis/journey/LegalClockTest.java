package fr.acquis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
@Tag("journey")
class LegalClockTest {

    private static final DecisionDelay FROM_REQUEST =
            new DecisionDelay(Period.ofMonths(2), Period.ofDays(15), DecisionDelay.Start.REQUEST, Period.ofDays(15));
    private static final DecisionDelay FROM_FILE = new DecisionDelay(
            Period.ofMonths(2), Period.ofDays(15), DecisionDelay.Start.COMPLETE_FILE, Period.ofDays(15));

    @Test
    void silence_decides_at_the_start_of_the_day_after_two_months() {
        LegalClock clock = new LegalClock(paris("2026-11-23T23:59"), null, null, FROM_REQUEST);
        assertThat(clock.lastDay()).contains(LocalDate.parse("2027-01-23"));
        assertThat(clock.silenceAt()).contains(paris("2027-01-24T00:00"));
        assertThat(clock.reached(paris("2027-01-23T23:59"))).isFalse();
        assertThat(clock.reached(paris("2027-01-24T00:00"))).isTrue();
    }

    @Test
    void a_month_too_short_ends_on_its_last_day() {
        LegalClock clock = new LegalClock(paris("2026-12-31T08:00"), null, null, FROM_REQUEST);
        assertThat(clock.lastDay()).contains(LocalDate.parse("2027-02-28"));
    }

    @Test
    void the_day_is_the_one_of_paris_over_a_change_of_hour() {
        LegalClock clock = new LegalClock(Instant.parse("2027-02-13T23:30:00Z"), null, null, FROM_REQUEST);
        assertThat(clock.lastDay()).contains(LocalDate.parse("2027-04-14"));
        assertThat(clock.silenceAt()).contains(Instant.parse("2027-04-14T22:00:00Z"));
    }

    @Test
    void a_request_for_completion_in_time_suspends_the_delay_where_the_rule_counts_from_the_file() {
        LegalClock waiting = new LegalClock(paris("2026-11-01T09:00"), paris("2026-11-16T18:00"), null, FROM_FILE);
        assertThat(waiting.lastDay()).isEmpty();
        assertThat(waiting.reached(paris("2030-01-01T00:00"))).isFalse();
        LegalClock complete = new LegalClock(
                paris("2026-11-01T09:00"), paris("2026-11-16T18:00"), paris("2026-12-10T10:00"), FROM_FILE);
        assertThat(complete.lastDay()).contains(LocalDate.parse("2027-02-10"));
    }

    @Test
    void a_late_request_for_completion_does_not_move_the_date() {
        LegalClock late = new LegalClock(paris("2026-11-01T09:00"), paris("2026-11-17T00:01"), null, FROM_FILE);
        assertThat(late.completionCounts()).isFalse();
        assertThat(late.lastDay()).contains(LocalDate.parse("2027-01-01"));
    }

    @Test
    void a_request_for_completion_moves_nothing_where_the_rule_counts_from_the_request() {
        LegalClock clock = new LegalClock(
                paris("2026-11-01T09:00"), paris("2026-11-05T09:00"), paris("2026-12-30T09:00"), FROM_REQUEST);
        assertThat(clock.lastDay()).contains(LocalDate.parse("2027-01-01"));
    }

    @Test
    void the_engine_is_never_told_an_instant_that_is_past() {
        LegalClock clock = new LegalClock(paris("2026-01-01T09:00"), null, null, FROM_REQUEST);
        Instant now = paris("2026-12-01T09:00");
        assertThat(clock.nextCheck(now)).isAfter(now);
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(LegalClock.ZONE).toInstant();
    }
}
