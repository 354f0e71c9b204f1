package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Confidence;
import fr.acquis.certification.LocalFigures;
import fr.acquis.certification.Regime;
import fr.acquis.certification.Regulation;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Rule;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one may know before beginning: how long it took others here, and by which regime it goes. */
@AcquisTest
@Tag("livret1")
class BeforeEffortTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Autowired
    ActingAs as;

    @Autowired
    LocalFigures figures;

    @Autowired
    JdbcClient database;

    @Test
    void a_median_is_told_from_five_cases_on_and_of_the_last_two_years_only() {
        SignedIn candidate = as.newCandidate();
        CertificationId certification = new CertificationId(UUID.randomUUID());
        for (int days : List.of(10, 20, 30, 40)) {
            decided(candidate, certification, TODAY.minusDays(100), days);
        }
        decided(candidate, certification, TODAY.minusYears(5), 1);
        assertThat(figures.of(certification, TODAY).decision().days()).isNull();

        decided(candidate, certification, TODAY.minusDays(100), 50);
        assertThat(figures.of(certification, TODAY).decision().days()).isEqualTo(30);
        assertThat(figures.of(certification, TODAY).certificate().days()).isNull();
        assertThat(figures.of(new CertificationId(UUID.randomUUID()), TODAY)
                        .decision()
                        .days())
                .isNull();
    }

    @Test
    void each_default_cites_the_text_of_its_own_regime() {
        CertificationId id = new CertificationId(UUID.randomUUID());
        Regulation former = new Regulation(id, TODAY, Map.of());
        Regulation portal = new Regulation(
                id,
                TODAY,
                Map.of(
                        RegulationParameters.REGIME,
                        new Rule<>(RegulationParameters.REGIME, Regime.FRANCE_VAE, "Arrêté", Confidence.HIGH, TODAY)));
        assertThat(former.rule(RegulationParameters.APPLICATIONS_PER_YEAR).source())
                .contains("R335-7");
        assertThat(portal.rule(RegulationParameters.APPLICATIONS_PER_YEAR).source())
                .contains("R6412-3")
                .doesNotContain("R335-7");
        assertThat(former.rule(RegulationParameters.JURY_DELAY).value())
                .isEqualTo(portal.rule(RegulationParameters.JURY_DELAY).value());
    }

    private void decided(SignedIn candidate, CertificationId certification, LocalDate filed, int days) {
        Instant at = filed.atStartOfDay(ZoneOffset.UTC).toInstant();
        database.sql("""
                        insert into journey (id, case_number, certifying_body_id, candidate_id, certification_id, created_at,
                                             submitted_at, decided_at, ended_at, ending, version)
                        values (:id, :number, :body, :candidate, :certification, :at, :at, :decided, :decided, 'REFUSED', 0)
                        """)
                .param("id", UUID.randomUUID())
                .param("number", "F-" + UUID.randomUUID().toString().substring(0, 12))
                .param("body", as.seeded(Role.AGENT).certifyingBody().value())
                .param("candidate", candidate.id().value())
                .param("certification", certification.value())
                .param("at", at)
                .param("decided", at.plusSeconds(days * 86_400L))
                .update();
    }
}
