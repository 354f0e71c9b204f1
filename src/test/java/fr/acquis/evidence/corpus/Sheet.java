package fr.acquis.evidence.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** The lines of a layout set on paper, or in a word processor. */
final class Sheet {

    private static final float MARGIN = 45;
    private static final float SIZE = 10;
    private static final float LEADING = 16;
    private static final String MARK = "SPÉCIMEN - document inventé";

    private final List<String> lines;

    Sheet(List<String> lines) {
        this.lines = lines;
    }

    byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            Pen pen = new Pen(document);
            for (String line : lines) {
                pen.set(line);
            }
            pen.close();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One sheet after the other in one file. */
    static byte[] bound(List<byte[]> sheets) {
        try (PDDocument all = new PDDocument()) {
            PDFMergerUtility binder = new PDFMergerUtility();
            for (byte[] one : sheets) {
                try (PDDocument sheet = Loader.loadPDF(one)) {
                    binder.appendDocument(all, sheet);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            all.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    byte[] docx() {
        try (XWPFDocument document = new XWPFDocument()) {
            List<String> rows = new ArrayList<>();
            for (String line : lines) {
                if (line.startsWith("|")) {
                    rows.add(line);
                    continue;
                }
                table(document, rows);
                paragraph(document, line);
            }
            table(document, rows);
            paragraph(document, MARK);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void paragraph(XWPFDocument document, String line) {
        if (line.equals("---")) {
            return;
        }
        XWPFParagraph paragraph = document.createParagraph();
        if (line.startsWith("= ")) {
            paragraph.setAlignment(ParagraphAlignment.CENTER);
        }
        paragraph.createRun().setText(bare(line));
    }

    private static void table(XWPFDocument document, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int width = rows.stream().mapToInt(row -> cells(row).size()).max().orElseThrow();
        XWPFTable table = document.createTable(rows.size(), width);
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = cells(rows.get(row));
            for (int column = 0; column < cells.size(); column++) {
                table.getRow(row).getCell(column).setText(bare(cells.get(column)));
            }
        }
        rows.clear();
    }

    private static String bare(String line) {
        return line.startsWith("= ") || line.startsWith("> ") ? line.substring(2) : line;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** Sets line under line. */
    private static final class Pen {

        private final PDPageContentStream content;
        private final PDFont plain;
        private final PDFont bold;
        private final float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        private float y = PDRectangle.A4.getHeight() - MARGIN;

        Pen(PDDocument document) throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            plain = font(document, "/fonts/Inter-Regular.ttf");
            bold = font(document, "/fonts/Inter-SemiBold.ttf");
            content = new PDPageContentStream(document, page);
        }

        private static PDFont font(PDDocument document, String resource) throws IOException {
            try (InputStream file = Sheet.class.getResourceAsStream(resource)) {
                return PDType0Font.load(document, file);
            }
        }

        void set(String line) throws IOException {
            if (line.equals("---")) {
                content.moveTo(MARGIN, y + 4);
                content.lineTo(MARGIN + width, y + 4);
                content.stroke();
                y -= LEADING / 2;
            } else if (line.startsWith("|")) {
                row(cells(line));
            } else if (line.startsWith("= ")) {
                String title = line.substring(2);
                float size = 14;
                write(bold, size, MARGIN + (width - wide(bold, size, title)) / 2, title);
                y -= LEADING * 1.5f;
            } else if (line.startsWith("> ")) {
                String text = line.substring(2);
                write(plain, SIZE, MARGIN + width - wide(plain, SIZE, text), text);
                y -= LEADING;
            } else {
                for (String part : wrapped(line, width)) {
                    write(plain, SIZE, MARGIN, part);
                    y -= LEADING;
                }
            }
        }

        private void row(List<String> cells) throws IOException {
            float column = width / cells.size();
            float size = cells.size() > 3 ? 8 : SIZE;
            int deepest = 1;
            float top = y;
            for (int n = 0; n < cells.size(); n++) {
                String cell = cells.get(n);
                boolean title = cell.startsWith("= ");
                PDFont font = title ? bold : plain;
                List<String> parts = wrapped(bare(cell), (column - 6) * SIZE / size);
                for (int line = 0; line < parts.size(); line++) {
                    y = top - line * LEADING * 0.8f;
                    write(font, size, MARGIN + n * column, parts.get(line));
                }
                deepest = Math.max(deepest, parts.size());
            }
            y = top - LEADING - (deepest - 1) * LEADING * 0.8f;
        }

        private List<String> wrapped(String text, float most) throws IOException {
            List<String> parts = new ArrayList<>();
            StringBuilder part = new StringBuilder();
            for (String word : text.split(" ")) {
                String longer = part.isEmpty() ? word : part + " " + word;
                if (!part.isEmpty() && wide(plain, SIZE, longer) > most) {
                    parts.add(part.toString());
                    part.setLength(0);
                    part.append(word);
                } else {
                    part.setLength(0);
                    part.append(longer);
                }
            }
            parts.add(part.toString());
            return parts;
        }

        private void write(PDFont font, float size, float x, String text) throws IOException {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }

        private static float wide(PDFont font, float size, String text) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }

        void close() throws IOException {
            y = MARGIN;
            write(plain, 8, MARGIN, MARK);
            content.close();
        }
    }
}
