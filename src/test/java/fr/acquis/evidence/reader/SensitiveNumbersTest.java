package fr.acquis.evidence.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("evidence")
@Tag("fast")
class SensitiveNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 85 05 78 006 084 36",
                "285057800608436",
                "2850578006084",
                "1 69 02 2A 123 456 12",
                "2 85 05 78 006 084 / 36",
                "FR76 3000 6000 0112 3456 7890 189",
                "FR7630006000011234567890189",
                "FR76 3000 6000 0112 3456 7890\n189"
            })
    void a_number_that_identifies_or_pays_a_person_is_masked_whole(String number) {
        assertThat(SensitiveNumbers.mask("N° : " + number + " fin")).isEqualTo("N° : █████ fin");
    }

    @Test
    void a_tax_rate_is_masked_and_other_rates_stay() {
        assertThat(SensitiveNumbers.mask(
                        "Impôt sur le revenu prélevé à la source - Taux personnalisé 4,30 %\nCSG 9,20 %"))
                .isEqualTo("Impôt sur le revenu prélevé à la source - Taux personnalisé █████ %\nCSG 9,20 %");
    }

    @Test
    void nothing_that_gives_the_tax_rate_away_stays_on_its_line() {
        assertThat(SensitiveNumbers.mask("Prélèvement à la source\t1 850,00\t4,30\t79,55\nNet payé\t1 770,45"))
                .isEqualTo("Prélèvement à la source\t█████\t█████\t█████\nNet payé\t1 770,45");
    }

    @Test
    void a_number_misread_from_a_picture_is_masked_by_its_name() {
        assertThat(SensitiveNumbers.mask("N° de sécurité sociale : 2 85 O5 99 999 O84 36"))
                .isEqualTo("N° de sécurité sociale : █████");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SIRET 443 061 841 00047", "01 45 67 89 10", "RNCP37268BC01", "du 01/02/2020 au 31/03/2021"})
    void what_identifies_an_employer_or_dates_a_job_stays(String text) {
        assertThat(SensitiveNumbers.mask(text)).isEqualTo(text);
    }
}
