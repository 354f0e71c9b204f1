package fr.acquis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic of the legal date, for every day of thirty years: ends of months, leap years, changes of hour. */
@Tag("fast")
@Tag("livret1")
class LegalClockPropertiesTest {

    private static final DecisionDelay FROM_FILE = rule(DecisionDelay.Start.COMPLETE_FILE);
    private static final DecisionDelay FROM_REQUEST = rule(DecisionDelay.Start.REQUEST);

    @Property
    void two_months_end_on_the_same_number_or_on_the_last_day_of_the_month(@ForAll("instants") Instant received) {
        LocalDate start = day(received);
        LocalDate last =
                new LegalClock(received, null, null, FROM_REQUEST).lastDay().orElseThrow();
        assertThat(last.withDayOfMonth(1)).isEqualTo(start.withDayOfMonth(1).plusMonths(2));
        assertThat(last.getDayOfMonth()).isEqualTo(Math.min(start.getDayOfMonth(), last.lengthOfMonth()));
    }

    @Property
    void silence_decides_at_midnight_in_paris_and_not_a_moment_before(@ForAll("instants") Instant received) {
        LegalClock clock = new LegalClock(received, null, null, FROM_REQUEST);
        Instant silence = clock.silenceAt().orElseThrow();
        ZonedDateTime there = silence.atZone(LegalClock.ZONE);
        assertThat(there.toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(there.toLocalDate()).isEqualTo(clock.lastDay().orElseThrow().plusDays(1));
        assertThat(clock.reached(silence)).isTrue();
        assertThat(clock.reached(silence.minusNanos(1))).isFalse();
        assertThat(clock.daysLeft(silence.minusNanos(1))).contains(0L);
    }

    @Property
    void the_hour_of_receipt_changes_nothing_within_a_day_of_paris(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 86_399) int early,
            @ForAll @IntRange(max = 86_399) int late) {
        assertThat(new LegalClock(at(day, early), null, null, FROM_REQUEST).lastDay())
                .isEqualTo(new LegalClock(at(day, late), null, null, FROM_REQUEST).lastDay());
    }

    @Property
    void a_later_receipt_never_gives_an_earlier_date(
            @ForAll("instants") Instant one, @ForAll @IntRange(max = 400) int days) {
        LocalDate earlier =
                new LegalClock(one, null, null, FROM_REQUEST).lastDay().orElseThrow();
        LocalDate later = new LegalClock(one.plus(Duration.ofDays(days)), null, null, FROM_REQUEST)
                .lastDay()
                .orElseThrow();
        assertThat(later).isAfterOrEqualTo(earlier);
    }

    @Property
    void pieces_asked_for_within_fifteen_days_suspend_the_date_and_their_arrival_starts_it_again(
            @ForAll("days") LocalDate received,
            @ForAll @IntRange(max = 40) int askedAfter,
            @ForAll @IntRange(max = 120) int answeredAfter) {
        Instant asked = at(received.plusDays(askedAfter), 43_200);
        LegalClock waiting = new LegalClock(at(received, 43_200), asked, null, FROM_FILE);
        LocalDate complete = received.plusDays(askedAfter + answeredAfter);
        LegalClock answered = new LegalClock(at(received, 43_200), asked, at(complete, 1), FROM_FILE);
        if (askedAfter <= 15) {
            assertThat(waiting.lastDay()).isEmpty();
            assertThat(waiting.warnAt()).isEmpty();
            assertThat(answered.lastDay()).contains(complete.plusMonths(2));
        } else {
            assertThat(waiting.lastDay()).contains(received.plusMonths(2));
            assertThat(answered.lastDay()).contains(received.plusMonths(2));
        }
    }

    @Property
    void a_second_request_for_pieces_changes_nothing(
            @ForAll("days") LocalDate received, @ForAll @IntRange(max = 40) int after) {
        LegalClock once = new LegalClock(at(received, 1), at(received.plusDays(after), 1), null, FROM_FILE);
        assertThat(once.asking(at(received.plusDays(after + 5L), 1))).isEqualTo(once);
    }

    /** Wherever the day falls: a month's end, a leap year, the nights the hour changes. */
    @Property
    void a_filing_on_the_portal_counts_from_its_day_in_paris(
            @ForAll("instants") Instant here, @ForAll("days") LocalDate filed) {
        LegalClock clock = new LegalClock(here, null, null, FROM_REQUEST).receivedOn(filed);
        assertThat(day(clock.receivedAt())).isEqualTo(filed);
        assertThat(day(clock.receivedAt().minusNanos(1))).isEqualTo(filed.minusDays(1));
        assertThat(clock.lastDay()).contains(filed.plusMonths(2));
        assertThat(day(clock.lastMoment().orElseThrow())).isEqualTo(filed.plusMonths(2));
        assertThat(clock.receivedOn(day(here)).lastDay())
                .isEqualTo(new LegalClock(here, null, null, FROM_REQUEST).lastDay());
    }

    /** The day of the filing may make a request for pieces late, or place it before the filing itself. */
    @Property
    void a_filing_recorded_after_pieces_were_asked_for_weighs_that_request_again(
            @ForAll("days") LocalDate asked,
            @ForAll @IntRange(min = -40, max = 40) int filedBefore,
            @ForAll @IntRange(max = 60) int answeredAfter) {
        LocalDate filed = asked.minusDays(filedBefore);
        LocalDate answered = asked.plusDays(answeredAfter);
        LegalClock waiting = new LegalClock(at(asked, 7200), at(asked, 43_200), null, FROM_FILE).receivedOn(filed);
        LegalClock complete =
                new LegalClock(at(asked, 7200), at(asked, 43_200), at(answered, 1), FROM_FILE).receivedOn(filed);
        if (filedBefore > 15) {
            assertThat(waiting.lastDay()).contains(filed.plusMonths(2));
            assertThat(complete.lastDay()).contains(filed.plusMonths(2));
        } else {
            assertThat(waiting.lastDay()).isEmpty();
            LocalDate whole = answered.isBefore(filed) ? filed : answered;
            assertThat(complete.lastDay()).contains(whole.plusMonths(2));
        }
    }

    @Property
    void the_manager_is_warned_fifteen_days_before_the_last_day(@ForAll("instants") Instant received) {
        LegalClock clock = new LegalClock(received, null, null, FROM_REQUEST);
        Instant warned = clock.warnAt().orElseThrow();
        assertThat(clock.daysLeft(warned)).contains(15L);
        assertThat(warned).isBefore(clock.silenceAt().orElseThrow());
    }

    @Property
    void the_engine_is_never_told_a_past_instant_nor_later_than_the_date(
            @ForAll("instants") Instant received, @ForAll @IntRange(max = 100) int days) {
        LegalClock clock = new LegalClock(received, null, null, FROM_REQUEST);
        Instant now = received.plus(Duration.ofDays(days));
        assertThat(clock.nextCheck(now)).isAfter(now);
        if (!clock.reached(now.plusSeconds(60))) {
            assertThat(clock.nextCheck(now)).isEqualTo(clock.silenceAt().orElseThrow());
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2020, 1, 1).toEpochDay(),
                        LocalDate.of(2050, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2050-12-31T23:59:59Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static DecisionDelay rule(DecisionDelay.Start start) {
        return new DecisionDelay(Period.ofMonths(2), Period.ofDays(15), start, Period.ofDays(15));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(LegalClock.ZONE).toLocalDate();
    }

    private static Instant at(LocalDate day, int second) {
        return LocalDateTime.of(day, LocalTime.ofSecondOfDay(second))
                .atZone(LegalClock.ZONE)
                .toInstant();
    }
}
