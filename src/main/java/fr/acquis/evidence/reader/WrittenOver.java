package fr.acquis.evidence.reader;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;

/** What stands on a page without being part of its text: values of fields, notes. Each is one place, covered whole or not. */
final class WrittenOver {

    private WrittenOver() {}

    static void add(PDDocument document, PDPage page, AffineTransform drawn, PlacedText text) throws IOException {
        List<PDAnnotation> annotations = page.getAnnotations();
        if (annotations.isEmpty()) {
            return;
        }
        Map<COSDictionary, PDField> fields = fields(document);
        for (PDAnnotation annotation : annotations) {
            PDRectangle place = annotation.getRectangle();
            if (place == null || annotation.isHidden()) {
                continue;
            }
            PDField field = annotation instanceof PDAnnotationWidget ? fields.get(annotation.getCOSObject()) : null;
            if (field != null) {
                // The name of a field is the label that tells what its number is.
                text.add(label(field), null);
                text.part(' ');
                text.add(value(field), box(page, place, drawn));
            } else if (annotation.getContents() != null) {
                text.add(annotation.getContents(), box(page, place, drawn));
            }
            text.part('\n');
        }
    }

    private static Map<COSDictionary, PDField> fields(PDDocument document) {
        Map<COSDictionary, PDField> fields = new IdentityHashMap<>();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDTerminalField) {
                    field.getWidgets().forEach(widget -> fields.put(widget.getCOSObject(), field));
                }
            }
        }
        return fields;
    }

    private static String label(PDField field) {
        return String.valueOf(field.getPartialName()).replace('_', ' ') + " :";
    }

    private static String value(PDField field) {
        String value = field.getValueAsString();
        return value == null || value.equals("Off") ? "" : value;
    }

    private static Rectangle2D box(PDPage page, PDRectangle place, AffineTransform drawn) {
        PDRectangle crop = page.getCropBox();
        return drawn.createTransformedShape(new Rectangle2D.Float(
                        place.getLowerLeftX() - crop.getLowerLeftX(),
                        place.getLowerLeftY() - crop.getLowerLeftY(),
                        place.getWidth(),
                        place.getHeight()))
                .getBounds2D();
    }
}
