package fr.acquis.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class SheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33612345678", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_that_looks_like_a_formula_is_made_harmless(String text) {
        assertThat(Sheet.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void numbers_stay_numbers_and_quotes_are_doubled() {
        assertThat(Sheet.cell(-3)).isEqualTo("\"-3\"");
        assertThat(Sheet.cell("dit « \"oui\" » ; non")).isEqualTo("\"dit « \"\"oui\"\" » ; non\"");
        assertThat(Sheet.cell(null)).isEqualTo("\"\"");
    }
}
