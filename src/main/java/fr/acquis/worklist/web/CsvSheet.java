package fr.acquis.worklist.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Semicolons and a byte-order mark, as French spreadsheets open them by a double click. */
final class CsvSheet implements Exports.Sheet {

    private final Writer writer;

    CsvSheet(OutputStream out) throws IOException {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
    }

    @Override
    public void line(List<String> cells) throws IOException {
        writer.write(cells.stream().map(CsvSheet::cell).collect(Collectors.joining(";")));
        writer.write("\r\n");
    }

    /** A text a spreadsheet would run as a formula gets an apostrophe before it: it stays a text. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
