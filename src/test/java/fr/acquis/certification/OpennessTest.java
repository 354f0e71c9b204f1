package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

@Tag("fast")
@Tag("certification")
@Tag("catalogue")
class OpennessTest {

    private static final LocalDate MIDDLE = LocalDate.of(2026, 11, 23);

    @Property
    void a_certification_of_the_rncp_is_open_exactly_on_the_days_of_its_registration(
            @ForAll("days") LocalDate from, @ForAll("days") LocalDate until, @ForAll("days") LocalDate day) {
        Openness openness = Openness.of(certification(Registration.RNCP, from, until), true, null, day);
        assertThat(openness.open()).isEqualTo(!day.isBefore(from) && !day.isAfter(until));
    }

    @Property
    void without_known_dates_the_rncp_is_open_and_the_end_is_said_to_be_unknown(@ForAll("days") LocalDate day) {
        assertThat(Openness.of(certification(Registration.RNCP, null, null), true, null, day))
                .isEqualTo(new Openness.Open(null));
    }

    @Property
    void what_is_not_at_the_rncp_is_never_open_and_says_where_it_is(
            @ForAll Registration registration, @ForAll boolean openByRegulation, @ForAll("days") LocalDate day) {
        Openness openness =
                Openness.of(certification(registration, MIDDLE, MIDDLE.plusYears(1)), openByRegulation, null, day);
        switch (registration) {
            case RS -> assertThat(openness).isEqualTo(new Openness.Closed(Openness.Reason.RS_ONLY));
            case TRANSMIS -> assertThat(openness).isEqualTo(new Openness.Closed(Openness.Reason.TRANSMITTED_ONLY));
            case AUCUN -> assertThat(openness).isEqualTo(new Openness.Closed(Openness.Reason.NOT_REGISTERED));
            case RNCP -> assertThat(openness.open() && !openByRegulation).isFalse();
        }
    }

    @Property
    void a_reglement_can_close_what_the_register_opens_and_never_the_other_way(
            @ForAll("days") LocalDate from, @ForAll("days") LocalDate until, @ForAll("days") LocalDate day) {
        Certification certification = certification(Registration.RNCP, from, until);
        assertThat(Openness.of(certification, false, null, day))
                .isEqualTo(new Openness.Closed(Openness.Reason.CLOSED_BY_REGULATION));
    }

    @net.jqwik.api.Example
    void the_last_day_of_the_registration_is_open_and_the_next_is_not() {
        Certification certification = certification(Registration.RNCP, MIDDLE.minusYears(5), MIDDLE);
        assertThat(Openness.of(certification, true, null, MIDDLE)).isEqualTo(new Openness.Open(MIDDLE));
        assertThat(Openness.of(certification, true, null, MIDDLE.plusDays(1)))
                .isEqualTo(new Openness.Closed(Openness.Reason.REGISTRATION_ENDED));
        assertThat(Openness.of(certification, true, null, MIDDLE.minusYears(5).minusDays(1)))
                .isEqualTo(new Openness.Closed(Openness.Reason.NOT_YET_REGISTERED));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-60, 60).map(MIDDLE::plusDays);
    }

    private static Certification certification(Registration registration, LocalDate from, LocalDate until) {
        return new Certification(
                CertificationId.create(),
                null,
                "Un certificateur",
                registration,
                "RNCP99999",
                "CQP",
                Level.NIV4,
                "Branche",
                from,
                until,
                null,
                true);
    }
}
