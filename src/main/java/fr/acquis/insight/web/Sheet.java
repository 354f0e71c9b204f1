package fr.acquis.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as a spreadsheet in French opens it: UTF-8 with its mark, semicolons, every value quoted. A text that a
 * spreadsheet would take for a formula is made harmless by an apostrophe.
 */
final class Sheet implements AutoCloseable {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    private Sheet(Writer out) {
        this.out = out;
    }

    static Sheet to(HttpServletResponse answer, String name) throws IOException {
        answer.setContentType("text/csv;charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        answer.setHeader("Cache-Control", "no-store");
        Sheet sheet =
                new Sheet(new BufferedWriter(new OutputStreamWriter(answer.getOutputStream(), StandardCharsets.UTF_8)));
        sheet.out.write(MARK);
        return sheet;
    }

    void line(List<?> values) throws IOException {
        out.write(values.stream().map(Sheet::cell).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
