package fr.acquis.certification.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
@Tag("catalogue")
class SemicolonFileTest {

    private static List<SemicolonFile.Line> read(String text, String... columns) throws IOException {
        SemicolonFile file = SemicolonFile.open(new StringReader(text), columns);
        List<SemicolonFile.Line> lines = new ArrayList<>();
        for (Optional<SemicolonFile.Line> line = file.next(); line.isPresent(); line = file.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    @Test
    void columns_are_found_by_name_whatever_their_order_and_the_mark_before_them() throws Exception {
        var lines = read("\uFEFFB;A\r\n2;1\r\n", "A", "B");
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("A")).isEqualTo("1");
            assertThat(line.get("B")).isEqualTo("2");
            assertThat(line.number()).isEqualTo(2);
        });
    }

    @Test
    void a_quoted_cell_may_hold_semicolons_quotes_and_ends_of_line() throws Exception {
        var lines = read("A;B\n\"x;\"\"y\"\"\nz\";b", "A", "B");
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.get("A")).isEqualTo("x;\"y\"\nz");
            assertThat(line.get("B")).isEqualTo("b");
        });
    }

    @Test
    void a_short_line_has_empty_cells_and_an_empty_one_is_none() throws Exception {
        var lines = read("A;B\nx\n\n", "A", "B");
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.get("B")).isEmpty());
    }

    @Test
    void a_column_that_is_not_there_is_named() throws Exception {
        assertThatExceptionOfType(SemicolonFile.MissingColumn.class)
                .isThrownBy(() -> read("A;B\n", "C"))
                .withMessageContaining("C");
        assertThatExceptionOfType(SemicolonFile.MissingColumn.class).isThrownBy(() -> read("", "A"));
    }

    @Test
    void a_line_is_counted_where_it_begins_whatever_the_cells_before_it_hold() throws Exception {
        var lines = read("A;B\n\"x\ny\nz\";1\n\n2;3\n", "A", "B");
        assertThat(lines).extracting(SemicolonFile.Line::number).containsExactly(2L, 6L);
    }

    @Test
    void a_quote_that_is_never_closed_does_not_swallow_the_file_silently() {
        assertThatExceptionOfType(SemicolonFile.UnreadableLine.class)
                .isThrownBy(() -> read("A;B\n1;2\n3;\"open\n4;5\n", "A"))
                .satisfies(unreadable -> assertThat(unreadable.line()).isEqualTo(3));
    }
}
