package fr.acquis.admissibility.official;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Pages after the form: fields for what it has no room for, and texts that go on. */
final class AnnexPages {

    private static final float LEFT = 50;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float BOTTOM = 60;
    private static final float SIZE = 9;
    private static final float LEADING = 13;
    private static final float TALLEST = 560;

    private final PDDocument document;
    private final PDAcroForm form;
    private final FieldInk ink;
    private PDPage page;
    private float y;

    AnnexPages(PDDocument document, PDAcroForm form, FieldInk ink) {
        this.document = document;
        this.form = form;
        this.ink = ink;
    }

    /** A field of the form that has no box in it. */
    record Beyond(String name, String label, String text) {

        /** The ninth experience before the tenth, its three fields together. */
        int number() {
            String number = name.replaceFirst("^.*_(\\d+)$", "$1");
            return number.equals(name) ? 0 : Integer.parseInt(number);
        }
    }

    record Continued(String label, String text) {}

    void add(List<Beyond> beyond, List<Continued> continued) throws IOException {
        for (Beyond field :
                beyond.stream().sorted(Comparator.comparingInt(Beyond::number)).toList()) {
            field(field.name(), field.label(), field.text());
        }
        for (Continued text : continued) {
            text(text);
        }
    }

    private void field(String name, String label, String value) throws IOException {
        int lines = ink.wrapped(value, 10, WIDTH - LEADING).size();
        float height = Math.min(TALLEST, lines * LEADING + LEADING);
        need(height + 2 * LEADING);
        line(label, 10);
        y -= height;
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setAlternateFieldName(label);
        field.setMultiline(true);
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(LEFT, y, WIDTH, height));
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        frame(height);
        if (!ink.write(field, value)) {
            text(new Continued(label, value));
        }
        y -= LEADING;
    }

    private void text(Continued continued) throws IOException {
        need(6 * LEADING);
        line("Suite\u00a0: " + continued.label(), 10);
        for (String line : ink.wrapped(continued.text(), SIZE, WIDTH)) {
            need(LEADING);
            line(line, SIZE);
        }
        y -= LEADING;
    }

    private void need(float room) throws IOException {
        if (page != null && y - room >= BOTTOM) {
            return;
        }
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = TOP;
        line("Annexe au formulaire", 12);
        y -= LEADING / 2;
    }

    private void line(String text, float size) throws IOException {
        y -= LEADING;
        try (PDPageContentStream pen = pen()) {
            pen.beginText();
            pen.setFont(ink.font(), size);
            pen.newLineAtOffset(LEFT, y);
            pen.showText(ink.drawable(text));
            pen.endText();
        }
        y -= size > SIZE ? 4 : 0;
    }

    private void frame(float height) throws IOException {
        try (PDPageContentStream pen = pen()) {
            pen.setLineWidth(0.5f);
            pen.addRect(LEFT, y, WIDTH, height);
            pen.stroke();
        }
    }

    private PDPageContentStream pen() throws IOException {
        return new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true);
    }
}
