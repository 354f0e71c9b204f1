package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
@Tag("certification")
@Tag("catalogue")
class RegulationParametersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void every_default_is_written_and_read_back_as_it_was() {
        assertThat(RegulationParameters.ALL).allSatisfy(RegulationParametersTest::survives);
    }

    private static <T> void survives(RegulationParameter<T> parameter) {
        assertThat(parameter.read(parameter.write(parameter.byDefault()))).isEqualTo(parameter.byDefault());
        assertThat(parameter.source()).isNotBlank();
    }

    @Test
    void every_parameter_is_listed_once_and_found_by_its_name() throws IllegalAccessException {
        for (var field : RegulationParameters.class.getFields()) {
            if (field.getType() == RegulationParameter.class) {
                var parameter = (RegulationParameter<?>) field.get(null);
                assertThat(RegulationParameters.ALL).containsOnlyOnce(parameter);
                assertThat(RegulationParameters.named(parameter.name())).contains(parameter);
            }
        }
        assertThat(RegulationParameters.named("nothing-of-the-kind")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "decision-delay, P0D",
        "decision-delay, P-2M",
        "decision-delay, two months",
        "decision-delay, P2000Y",
        "minimum-hours, 0",
        "minimum-hours, -5",
        "minimum-hours, 1607.5",
        "vae-open, yes",
        "regime, ANYTHING",
        "block-threshold-percent, 101",
        "applications-per-year, 0",
        "required-pieces, '{'",
        "required-pieces, '{\"pieces\":[{\"code\":\"low\",\"label\":\"x\",\"need\":\"REQUIRED\"}]}'",
    })
    void what_makes_no_sense_is_refused(String name, String value) {
        RegulationParameter<?> parameter = RegulationParameters.named(name).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter.read(value))
                .withMessageContaining(name);
    }

    @Test
    void a_piece_is_asked_for_once() {
        RequiredPiece piece = new RequiredPiece("IDENTITY", "Identité", RequiredPiece.Need.REQUIRED);
        assertThatIllegalArgumentException().isThrownBy(() -> new RequiredPieces(List.of(piece, piece)));
    }

    @Test
    void what_the_reglement_does_not_settle_has_its_default_and_says_so() {
        Rule<Period> ninety =
                new Rule<>(RegulationParameters.DECISION_DELAY, Period.ofDays(45), "article 5", Confidence.MEDIUM, DAY);
        Regulation regulation =
                new Regulation(CertificationId.create(), DAY, Map.of(RegulationParameters.DECISION_DELAY, ninety));
        assertThat(regulation.decisionDelay()).isEqualTo(Period.ofDays(45));
        assertThat(regulation.rule(RegulationParameters.DECISION_DELAY)).isEqualTo(ninety);
        assertThat(regulation.rule(RegulationParameters.ESCALATION_BEFORE).own())
                .isFalse();
        assertThat(regulation.escalationBefore()).isEqualTo(Period.ofDays(15));
        assertThat(regulation.minimumHours()).isEmpty();
        assertThat(regulation.rules()).hasSameSizeAs(RegulationParameters.ALL);
    }
}
