package fr.acquis.livret2.assembly;

import fr.acquis.evidence.PageSheet.Word;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A4 pages of text, one after the other: wraps words, begins a page when one is full, keeps a heading with what follows. */
final class Sheets implements Closeable {

    static final float LEFT = 62;
    static final float RIGHT = PDRectangle.A4.getWidth() - 56;
    static final float WIDTH = RIGHT - LEFT;
    static final Color INK = new Color(0x14, 0x21, 0x3d);
    static final Color QUIET = new Color(0x44, 0x50, 0x6b);
    static final Color BRAND = new Color(0x1d, 0x4e, 0x89);
    static final Color BAD = new Color(0xa1, 0x1d, 0x2a);

    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 62;
    private static final float LEADING = 1.42f;

    private final PDDocument document;
    private final PDType0Font regular;
    private final PDType0Font strong;
    private PDPage page;
    private PDPageContentStream pen;
    private float y;

    Sheets(PDDocument document) throws IOException {
        this.document = document;
        this.regular = font(document, "fonts/Inter-Regular.ttf");
        this.strong = font(document, "fonts/Inter-SemiBold.ttf");
    }

    private static PDType0Font font(PDDocument document, String resource) throws IOException {
        try (InputStream file = new ClassPathResource(resource).getInputStream()) {
            return PDType0Font.load(document, file, true);
        }
    }

    PDPage newPage() throws IOException {
        close();
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pen = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        y = TOP;
        return page;
    }

    PDPage page() {
        return page;
    }

    /** Where the next line stands, from the bottom of the page. */
    float y() {
        return y;
    }

    void space(float points) {
        y -= points;
    }

    /** Begins a page unless so much room is left. */
    void need(float points) throws IOException {
        if (y - points < BOTTOM) {
            newPage();
        }
    }

    void heading(String text, float size) throws IOException {
        need(size * LEADING * 4);
        write(text, strong, size, BRAND, 0);
        space(size * 0.3f);
    }

    void label(String text) throws IOException {
        need(10 * LEADING * 3);
        write(text, strong, 10, INK, 0);
    }

    void text(String text) throws IOException {
        write(text, regular, 10, INK, 0);
    }

    void quiet(String text, float indent) throws IOException {
        write(text, regular, 8.5f, QUIET, indent);
    }

    void bad(String text) throws IOException {
        write(text, strong, 10, BAD, 0);
    }

    /** One line and its place at the right, filled in when it is known; what is too long is cut short. */
    Spot entry(String text, float indent, boolean bold) throws IOException {
        need(10 * LEADING);
        PDFont font = bold ? strong : regular;
        float room = WIDTH - indent - 40;
        String line = printable(text, font);
        while (width(font, 10, line) > room && line.length() > 4) {
            line = line.substring(0, line.length() - 2).stripTrailing() + "…";
        }
        y -= 10 * LEADING;
        show(line, font, 10, bold ? BRAND : INK, LEFT + indent, y);
        return new Spot(page, y);
    }

    private void write(String text, PDFont font, float size, Color colour, float indent) throws IOException {
        for (String paragraph : text.split("\n", -1)) {
            for (String line : wrapped(printable(paragraph, font), font, size, WIDTH - indent)) {
                need(size * LEADING);
                y -= size * LEADING;
                show(line, font, size, colour, LEFT + indent, y);
            }
        }
    }

    private void show(String line, PDFont font, float size, Color colour, float x, float at) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        pen.beginText();
        pen.setFont(font, size);
        pen.setNonStrokingColor(colour);
        pen.newLineAtOffset(x, at);
        pen.showText(line);
        pen.endText();
    }

    /** Writes a line on a page that is finished, its right end at the given place when it stands right. */
    void stamp(PDPage on, String text, float size, float x, float at, boolean right) throws IOException {
        String line = printable(text, regular);
        try (PDPageContentStream late = new PDPageContentStream(document, on, AppendMode.APPEND, true, true)) {
            late.beginText();
            late.setFont(regular, size);
            late.setNonStrokingColor(QUIET);
            late.newLineAtOffset(right ? x - width(regular, size, line) : x, at);
            late.showText(line);
            late.endText();
        }
    }

    /** Lays the words of a drawing where they stand on it, unseen: to be searched, copied and read aloud. */
    void beneath(PiecePage drawn) throws IOException {
        if (drawn.words() == null || drawn.words().words().isEmpty()) {
            return;
        }
        AffineTransform dots = drawn.dots();
        try (PDPageContentStream late =
                new PDPageContentStream(document, drawn.page(), AppendMode.APPEND, true, true)) {
            late.beginText();
            late.setRenderingMode(RenderingMode.NEITHER);
            for (Word word : drawn.words().words()) {
                String text = printable(word.text(), regular);
                float size = (float) (word.height() * -dots.getScaleY());
                if (!text.isBlank() && word.width() > 0 && size > 0) {
                    Point2D foot = dots.transform(new Point2D.Float(word.x(), word.y() + word.height() * 0.85f), null);
                    float stretch = (float) (word.width() * dots.getScaleX() / width(regular, size, text));
                    late.setFont(regular, size);
                    late.setTextMatrix(new Matrix(stretch, 0, 0, 1, (float) foot.getX(), (float) foot.getY()));
                    late.showText(text);
                }
            }
            late.endText();
        }
    }

    static List<String> wrapped(String text, PDFont font, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            while (width(font, size, rest) > room) {
                int fits = fitting(rest, font, size, room);
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            String longer = line.isEmpty() ? rest : line + " " + rest;
            if (width(font, size, longer) > room) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(rest);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int fitting(String word, PDFont font, float size, float room) throws IOException {
        int fits = 1;
        while (fits < word.length() && width(font, size, word.substring(0, fits + 1)) <= room) {
            fits++;
        }
        return Character.isHighSurrogate(word.charAt(fits - 1)) && fits > 1 ? fits - 1 : fits;
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** A sign our font does not have stands as an empty box: said to be there, not left out. */
    private static String printable(String text, PDFont font) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (sign == '\t') {
                printable.append("    ");
            } else if (!Character.isISOControl(sign) && Character.getType(sign) != Character.FORMAT) {
                printable.append(has(font, sign) ? Character.toString(sign) : "□");
            }
        });
        return printable.toString();
    }

    private static boolean has(PDFont font, int sign) {
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException absent) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (pen != null) {
            pen.close();
            pen = null;
        }
    }

    /** A place on a page that is written when all pages are known. */
    record Spot(@Nullable PDPage page, float y) {}
}
