package fr.acquis.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
@Tag("certification")
class SemicolonFileTest {

    @Test
    void columns_are_found_by_name_whatever_their_order_and_the_mark_before_them() {
        var lines = SemicolonFile.read("\uFEFFB;A\r\n2;1\r\n", "A", "B").lines();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("A")).isEqualTo("1");
            assertThat(line.get("B")).isEqualTo("2");
            assertThat(line.number()).isEqualTo(2);
        });
    }

    @Test
    void a_quoted_cell_may_hold_semicolons_quotes_and_ends_of_line() {
        var lines = SemicolonFile.read("A;B\n\"x;\"\"y\"\"\nz\";b", "A", "B").lines();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("A")).isEqualTo("x;\"y\"\nz");
            assertThat(line.get("B")).isEqualTo("b");
        });
    }

    @Test
    void a_short_line_has_empty_cells_and_an_empty_one_is_none() {
        var lines = SemicolonFile.read("A;B\nx\n\n", "A", "B").lines();
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.get("B")).isEmpty());
    }

    @Test
    void a_column_that_is_not_there_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemicolonFile.read("A;B\n", "C"))
                .withMessageContaining("C");
        assertThatIllegalArgumentException().isThrownBy(() -> SemicolonFile.read("", "A"));
    }
}
