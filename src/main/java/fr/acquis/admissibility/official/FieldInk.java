package fr.acquis.admissibility.official;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.springframework.core.io.ClassPathResource;

/**
 * Text drawn into a field with a font that travels in the file: the forms name fonts they do not carry, and theirs know
 * Western letters only. The size shrinks to what can still be read.
 */
final class FieldInk {

    private static final float[] SIZES = {10, 9, 8, 7};
    private static final float LEADING = 1.25f;
    private static final float MARGIN = 3;
    private static final String GOES_ON = "… (suite en annexe)";

    private final PDDocument document;
    private final PDType0Font font;

    FieldInk(PDDocument document) throws IOException {
        this.document = document;
        try (InputStream file = new ClassPathResource("fonts/Inter-Regular.ttf").getInputStream()) {
            this.font = PDType0Font.load(document, file, false);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** @return whether all of it can be seen */
    boolean write(PDTextField field, String value) throws IOException {
        field.getCOSObject().setItem(COSName.V, new COSString(value));
        boolean whole = true;
        for (PDAnnotationWidget widget : field.getWidgets()) {
            whole &= draw(widget, value);
        }
        return whole;
    }

    private boolean draw(PDAnnotationWidget widget, String value) throws IOException {
        PDRectangle box = new PDRectangle(
                widget.getRectangle().getWidth(), widget.getRectangle().getHeight());
        float width = box.getWidth() - 2 * MARGIN;
        float height = box.getHeight() - 2 * MARGIN;
        for (float size : SIZES) {
            List<String> lines = wrapped(value, size, width);
            if (lines.size() * size * LEADING <= height + size * (LEADING - 1)) {
                draw(widget, box, lines, size);
                return true;
            }
        }
        float smallest = SIZES[SIZES.length - 1];
        draw(widget, box, cut(value, smallest, width, height), smallest);
        return false;
    }

    private List<String> cut(String value, float size, float width, float height) throws IOException {
        List<String> lines = wrapped(value, size, width);
        int room = Math.max(1, (int) (height / (size * LEADING)));
        if (room == 1) {
            return lines.subList(0, 1);
        }
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(lines.size(), room - 1)));
        shown.add(GOES_ON);
        return shown;
    }

    private void draw(PDAnnotationWidget widget, PDRectangle box, List<String> lines, float size) throws IOException {
        PDAppearanceStream stream = new PDAppearanceStream(document);
        stream.setBBox(box);
        stream.setResources(new PDResources());
        try (PDAppearanceContentStream pen = new PDAppearanceContentStream(stream)) {
            pen.beginMarkedContent(COSName.TX);
            pen.saveGraphicsState();
            pen.beginText();
            pen.setFont(font, size);
            pen.setNonStrokingColor(0f);
            float first = lines.size() == 1 && box.getHeight() < 60
                    ? (box.getHeight() - size * 0.72f) / 2
                    : box.getHeight() - MARGIN - size * 0.95f;
            pen.newLineAtOffset(MARGIN, first);
            for (String line : lines) {
                pen.showText(line);
                pen.newLineAtOffset(0, -size * LEADING);
            }
            pen.endText();
            pen.restoreGraphicsState();
            pen.endMarkedContent();
        }
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(stream);
        widget.setAppearance(looks);
    }

    /** Lines that fit the width, words kept whole where they can be. */
    List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : drawable(paragraph).split(" ", -1)) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(longer, size) <= width) {
                    line.setLength(0);
                    line.append(longer);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(broken(word, size, width, lines));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** A word longer than a line, in pieces; the last piece is returned. */
    private String broken(String word, float size, float width, List<String> lines) throws IOException {
        StringBuilder piece = new StringBuilder();
        for (int sign : word.codePoints().toArray()) {
            String one = Character.toString(sign);
            if (!piece.isEmpty() && width(piece + one, size) > width) {
                lines.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(one);
        }
        return piece.toString();
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** A sign the font has no drawing for shows as a question mark; the value of the field keeps it. */
    String drawable(String text) {
        StringBuilder drawn = new StringBuilder();
        text.replace('\t', ' ')
                .codePoints()
                .filter(sign -> !Character.isISOControl(sign))
                .forEach(sign -> drawn.append(known(sign) ? Character.toString(sign) : "?"));
        return drawn.toString();
    }

    private boolean known(int sign) {
        try {
            font.getStringWidth(Character.toString(sign));
            return true;
        } catch (IllegalArgumentException | IOException unknown) {
            return false;
        }
    }
}
