package fr.acquis.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameter;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Rule;
import fr.acquis.jury.Finding.Code;
import fr.acquis.jury.Grid.BlockMark;
import fr.acquis.jury.Seat.College;
import fr.acquis.jury.Seat.Gender;
import fr.acquis.jury.Seat.SeatRole;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules of the panel, of the voices and of the outcome, without any service. */
@Tag("whole")
@Tag("fast")
class JuryRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final CertificationId CERTIFICATION = new CertificationId(UUID.randomUUID());

    @Test
    void a_panel_too_small_is_refused_with_the_rule_and_its_source() {
        List<Finding> findings = session(TODAY.plusDays(60), seat(true, College.NONE, Gender.WOMAN))
                .against(regulation(Map.of()), TODAY);
        assertThat(findings).extracting(Finding::code).containsExactly(Code.TOO_FEW_MEMBERS);
        assertThat(findings.getFirst().blocking()).isTrue();
        assertThat(findings.getFirst().arguments())
                .as("the source is that of the regime the certification is under, here outside the State's portal")
                .containsExactly(
                        "1",
                        "2",
                        "Code de l’éducation, articles R335-7 et suivants, applicables hors du portail ; accords de branche");
    }

    @Test
    void colleges_are_equal_only_where_the_reglement_is_paritaire() {
        JurySession unequal = session(
                TODAY.plusDays(60),
                seat(true, College.EMPLOYER, Gender.WOMAN),
                seat(true, College.EMPLOYER, Gender.MAN),
                seat(true, College.EMPLOYEE, Gender.MAN));
        assertThat(unequal.against(regulation(Map.of()), TODAY)).isEmpty();
        assertThat(unequal.against(regulation(Map.of(RegulationParameters.JURY_PARITAIRE, true)), TODAY))
                .extracting(Finding::code)
                .containsExactly(Code.COLLEGES_UNEQUAL);
    }

    @Test
    void a_day_told_late_is_a_warning_and_the_last_day_in_time_is_none() {
        Seat[] two = {seat(true, College.NONE, Gender.WOMAN), seat(true, College.NONE, Gender.MAN)};
        assertThat(session(TODAY.plusDays(45), two).against(regulation(Map.of()), TODAY))
                .isEmpty();
        assertThat(session(TODAY.plusDays(44), two).against(regulation(Map.of()), TODAY))
                .extracting(Finding::code)
                .containsExactly(Code.ANNOUNCED_LATE);
        assertThat(session(TODAY.plusDays(14), two).against(regulation(Map.of()), TODAY))
                .extracting(Finding::code, Finding::blocking)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Code.ANNOUNCED_LATE, false),
                        org.assertj.core.groups.Tuple.tuple(Code.SUMMONED_LATE, false));
    }

    @Test
    void one_president_one_qualified_and_a_balance_are_asked_of_every_panel() {
        List<Finding> findings = session(
                        TODAY.minusDays(1),
                        seat(false, College.NONE, Gender.MAN),
                        seat(false, College.NONE, Gender.MAN))
                .always(TODAY);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        Code.NO_HEARING,
                        Code.DAY_PASSED,
                        Code.NOBODY_QUALIFIED,
                        Code.NOT_ONE_PRESIDENT,
                        Code.NOT_BALANCED);
        assertThat(findings.getLast().blocking()).isFalse();
    }

    @Test
    void the_outcome_follows_from_the_blocs() {
        assertThat(Outcome.of(2, 2, true)).isEqualTo(Outcome.WHOLE_CERTIFICATION);
        assertThat(Outcome.of(2, 2, false)).isEqualTo(Outcome.ALL_TARGETED_BLOCKS);
        assertThat(Outcome.of(3, 1, false)).isEqualTo(Outcome.SOME_BLOCKS);
        assertThat(Outcome.of(3, 0, false)).isEqualTo(Outcome.NO_BLOCK);
    }

    @Test
    void the_decision_is_the_voices_and_a_tie_is_the_presidents() {
        Deliberations.check(new BlockDecision("BC01", true, 2, 2, ""), 4);
        Deliberations.check(new BlockDecision("BC01", false, 2, 2, "Manque de pratique"), 4);
        for (BlockDecision wrong : List.of(
                new BlockDecision("BC01", true, 1, 3, ""),
                new BlockDecision("BC01", false, 3, 1, "Non"),
                new BlockDecision("BC01", false, 1, 3, " "),
                new BlockDecision("BC01", true, 5, 0, ""),
                new BlockDecision("BC01", true, 0, 0, ""))) {
            assertThatThrownBy(() -> Deliberations.check(wrong, 4)).isInstanceOf(BusinessRefusal.class);
        }
    }

    @Test
    void a_mark_counts_against_the_threshold_unless_the_juror_says_yes_or_no() {
        assertThat(new BlockMark(70, null, "").shown(70)).isTrue();
        assertThat(new BlockMark(69, null, "").shown(70)).isFalse();
        assertThat(new BlockMark(20, true, "").shown(70)).isTrue();
        assertThat(new BlockMark(null, false, "").shown(70)).isFalse();
        assertThat(new BlockMark(null, null, "").given()).isFalse();
    }

    private static JurySession session(LocalDate day, Seat... seats) {
        return new JurySession(
                SessionId.create(),
                CertifyingBodyId.create(),
                CERTIFICATION,
                day.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant(),
                60,
                JuryMode.ENTRETIEN,
                "Paris",
                null,
                null,
                null,
                null,
                Stream.of(seats).toList(),
                List.of());
    }

    private static Seat seat(boolean qualified, College college, Gender gender) {
        return new Seat(SeatId.create(), 1, PersonId.create(), SeatRole.MEMBER, qualified, college, gender);
    }

    private static Regulation regulation(Map<RegulationParameter<Boolean>, Boolean> settled) {
        return new Regulation(
                CERTIFICATION,
                TODAY,
                settled.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Rule<>(
                                        one.getKey(),
                                        one.getValue(),
                                        "Accord",
                                        Confidence.MEDIUM,
                                        TODAY.minusYears(1)))));
    }
}
