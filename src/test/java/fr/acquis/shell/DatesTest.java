package fr.acquis.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

@Tag("fast")
class DatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Half past midnight in Paris, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private final Dates dates = new Dates(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void french() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_day_is_written_as_in_french_and_never_broken() {
        assertThat(dates.day(LocalDate.of(2026, 11, 23))).isEqualTo("23\u00a0novembre\u00a02026");
        assertThat(dates.weekday(LocalDate.of(2026, 11, 23))).isEqualTo("lundi 23\u00a0novembre\u00a02026");
    }

    @Test
    void the_first_of_a_month_is_an_ordinal_in_french_only() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        assertThat(dates.day(first)).isEqualTo("1er\u00a0janvier\u00a02027");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(dates.day(first)).isEqualTo("1\u00a0January\u00a02027");
    }

    @Test
    void a_moment_is_told_in_paris_time() {
        assertThat(dates.moment(NOW)).isEqualTo("24\u00a0novembre\u00a02026 à\u00a000:30");
        assertThat(dates.day(NOW)).isEqualTo(TODAY);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(dates.moment(NOW)).isEqualTo("24\u00a0November\u00a02026 at\u00a000:30");
    }

    @Test
    void a_deadline_counts_from_today_in_paris() {
        assertThat(dates.deadline(TODAY).messageKey()).isEqualTo("shell.deadline.today");
        assertThat(dates.deadline(TODAY.minusDays(1)).messageKey()).isEqualTo("shell.deadline.late");
    }

    @Test
    void a_near_deadline_is_a_distance_and_a_far_one_a_date() {
        assertThat(Deadline.of(TODAY.minusDays(3), TODAY)).satisfies(late -> {
            assertThat(late.tone()).isEqualTo(Tone.BAD);
            assertThat(late.days()).isEqualTo(3);
        });
        assertThat(Deadline.of(TODAY.plusDays(1), TODAY).messageKey()).isEqualTo("shell.deadline.tomorrow");
        assertThat(Deadline.of(TODAY.plusDays(3), TODAY).tone()).isEqualTo(Tone.WARN);
        assertThat(Deadline.of(TODAY.plusDays(4), TODAY).tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(Deadline.of(TODAY.plusDays(14), TODAY).messageKey()).isEqualTo("shell.deadline.near");
        assertThat(Deadline.of(TODAY.plusDays(15), TODAY).messageKey()).isEqualTo("shell.deadline.far");
    }

    @Test
    void a_repeated_property_has_one_id_per_row_and_one_label() {
        FieldNames names = new FieldNames();
        assertThat(names.id("periods[0].start")).isEqualTo("periods0.start");
        assertThat(names.key("periods[0].start")).isEqualTo("periods.start");
        assertThat(names.key("name")).isEqualTo("name");
    }
}
