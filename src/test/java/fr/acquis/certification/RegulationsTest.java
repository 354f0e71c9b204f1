package fr.acquis.certification;

import static fr.acquis.certification.RegulationParameters.DECISION_DELAY;
import static fr.acquis.certification.RegulationParameters.MINIMUM_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.acquis.audit.Audit;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@AcquisTest
@Tag("certification")
@Tag("catalogue")
class RegulationsTest {

    @Autowired
    Regulations regulations;

    @Autowired
    Certifications certifications;

    @Autowired
    Audit audit;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    LocalDate today;

    @BeforeEach
    void today() {
        today = LocalDate.now(clock);
    }

    @Test
    void before_a_reglement_takes_effect_the_defaults_hold_with_their_source() {
        Regulation regulation = regulations.on(certification("RNCP99903").id(), LocalDate.of(2025, 6, 30));
        assertThat(regulation.rules()).noneMatch(Rule::own);
        assertThat(regulation.minimumHours()).isEmpty();
        assertThat(regulation.rule(DECISION_DELAY).source()).contains("L6412-2");
    }

    @Test
    void on_its_day_of_effect_the_reglement_holds_with_its_own_source() {
        Regulation regulation = regulations.on(certification("RNCP99903").id(), LocalDate.of(2025, 7, 1));
        assertThat(regulation.minimumHours()).hasValue(1607);
        assertThat(regulation.clockStart()).isEqualTo(ClockStart.COMPLETE_FILE);
        assertThat(regulation.value(RegulationParameters.CPNE_ROLE)).isEqualTo(CpneRole.DECIDE);
        assertThat(regulation.rule(MINIMUM_HOURS)).satisfies(rule -> {
            assertThat(rule.own()).isTrue();
            assertThat(rule.validFrom()).isEqualTo(LocalDate.of(2025, 7, 1));
            assertThat(rule.source()).contains("article 3");
        });
        assertThat(regulation.decisionDelay()).isEqualTo(Period.ofMonths(2));
    }

    @Test
    void each_parameter_has_its_own_day_of_effect() {
        CertificationId id = certification("RNCP99901").id();
        assertThat(regulations.on(id, LocalDate.of(2025, 12, 31)).escalationBefore())
                .isEqualTo(Period.ofDays(15));
        assertThat(regulations.on(id, LocalDate.of(2026, 1, 1)).escalationBefore())
                .isEqualTo(Period.ofDays(20));
        assertThat(regulations.on(id, today).requiredPieces())
                .extracting(RequiredPiece::code)
                .containsExactly("IDENTITY", "EXPERIENCE", "SWORN_STATEMENT", "DIPLOMA", "OTHER");
    }

    @Test
    @Transactional
    void a_change_holds_from_its_day_and_leaves_the_days_before_as_they_were() {
        CertificationId id = certification("RNCP99901").id();
        LocalDate from = today.plusDays(10);
        Period before = regulations.on(id, today).decisionDelay();
        regulations.settle(id, DECISION_DELAY, Period.ofDays(45), from, "Avenant n° 2", Confidence.MEDIUM);
        assertThat(regulations.on(id, today).decisionDelay()).isEqualTo(before);
        assertThat(regulations.on(id, from.minusDays(1)).decisionDelay()).isEqualTo(before);
        assertThat(regulations.on(id, from).decisionDelay()).isEqualTo(Period.ofDays(45));
        assertThat(audit.of(id.value()).getLast().facts())
                .containsEntry("parameter", "decision-delay")
                .containsEntry("from", from.toString())
                .containsEntry("value", "P45D");
    }

    @Test
    @Transactional
    void a_rule_does_not_change_for_a_day_that_has_come() {
        CertificationId id = certification("RNCP99901").id();
        for (LocalDate day : List.of(today, today.minusDays(1), today.minusYears(3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            regulations.settle(id, DECISION_DELAY, Period.ofDays(1), day, "Avenant", Confidence.LOW));
        }
        assertThatIllegalStateException().isThrownBy(() -> regulations.adopt(id, List.of()));
    }

    @Test
    @Transactional
    void a_rule_without_a_source_or_with_a_senseless_value_is_not_written() {
        CertificationId id = certification("RNCP99901").id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regulations.settle(
                        id, DECISION_DELAY, Period.ofDays(30), today.plusDays(1), " ", Confidence.LOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> regulations.settle(
                        id, DECISION_DELAY, Period.ZERO, today.plusDays(1), "Avenant", Confidence.LOW));
    }

    @Test
    @Transactional
    void only_managers_of_the_owning_body_settle() {
        Certification certification = certification("RNCP99901");
        CertifyingBodyId owner = certification.certifyingBody();
        for (Role role : Role.values()) {
            boolean may = role == Role.MANAGER || role == Role.ADMIN;
            SignedInAs.during(SignedInAs.somebody(role, owner), () -> {
                if (may) {
                    settle(certification);
                } else {
                    assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> settle(certification));
                }
            });
        }
        SignedInAs.during(
                SignedInAs.somebody(Role.MANAGER, CertifyingBodyId.create()),
                () -> assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> settle(certification)));
    }

    @Test
    @Transactional
    void every_parameter_survives_the_database() {
        CertificationId id = certifications.register(new NewCertification(
                null, "Un certificateur", Registration.AUCUN, null, "Essai", null, "Essai", null, null, true));
        List<Rule<?>> all = RegulationParameters.ALL.stream()
                .<Rule<?>>map(parameter -> dated(parameter, today))
                .toList();
        regulations.adopt(id, all);
        assertThat(regulations.on(id, today).rules()).isEqualTo(all);
        assertThat(database.sql("select count(*) from regulation_parameter where certification_id = :id")
                        .param("id", id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(RegulationParameters.ALL.size());
    }

    private static <T> Rule<T> dated(RegulationParameter<T> parameter, LocalDate day) {
        return new Rule<>(parameter, parameter.byDefault(), "Règlement, article 1", Confidence.LOW, day);
    }

    private void settle(Certification certification) {
        regulations.settle(
                certification.id(),
                DECISION_DELAY,
                Period.ofDays(40),
                today.plusDays(30),
                "Avenant",
                Confidence.MEDIUM);
    }

    private Certification certification(String number) {
        return certifications.findByNumber(number).orElseThrow();
    }
}
