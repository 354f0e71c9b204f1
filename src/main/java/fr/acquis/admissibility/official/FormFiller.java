package fr.acquis.admissibility.official;

import fr.acquis.admissibility.official.AnnexPages.Beyond;
import fr.acquis.admissibility.official.AnnexPages.Continued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.springframework.stereotype.Component;

/**
 * Writes into the blank form. A field keeps its whole text as its value; what its box cannot show in a size one can read goes
 * on in an annex, and so do lines the form has no field for. The fields stay fields: the person may go on by hand.
 */
@Component
public class FormFiller {

    /** @return the filled form */
    public byte[] fill(OfficialForm form, Map<String, String> answers) {
        try (InputStream blank = OfficialForms.blank(form);
                PDDocument document = Loader.loadPDF(blank.readAllBytes())) {
            PDAcroForm fields = document.getDocumentCatalog().getAcroForm();
            FieldInk ink = new FieldInk(document);
            List<Beyond> beyond = new ArrayList<>();
            List<Continued> continued = new ArrayList<>();
            Map<String, String> values = form.values(answers);
            for (OfficialForm.Line line : form.fields()) {
                String value = values.get(line.field());
                if (value == null) {
                    continue;
                }
                switch (fields.getField(line.field())) {
                    case PDCheckBox box -> box.check();
                    case PDTextField text -> {
                        if (!ink.write(text, value)) {
                            continued.add(new Continued(label(text), value));
                        }
                    }
                    case PDField other ->
                        throw new IllegalStateException("no answer fits the field " + other.getFullyQualifiedName());
                    case null -> beyond.add(new Beyond(line.field(), label(fields, line.field()), value));
                }
            }
            new AnnexPages(document, fields, ink).add(beyond, continued);
            fields.getCOSObject().setBoolean(COSName.NEED_APPEARANCES, false);
            ByteArrayOutputStream filled = new ByteArrayOutputStream();
            document.save(filled);
            return filled.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("the blank form " + form.file() + " cannot be filled", broken);
        }
    }

    /** « Date de début *_9 » is asked as « Date de début_2 » is. */
    private static String label(PDAcroForm form, String name) {
        String number = name.replaceFirst("^.*_(\\d+)$", "$1");
        PDField like = form.getField(name.replaceFirst("_\\d+$", ""));
        return (like instanceof PDTextField text ? label(text) : name) + " (" + number + ")";
    }

    private static String label(PDTextField field) {
        String told = field.getAlternateFieldName();
        String name = field.getFullyQualifiedName();
        String label = told == null || told.isBlank() ? name : told.replaceAll("[*:\\s]+$", "");
        String number = name.replaceFirst("^.*_(\\d+)$", "$1");
        return number.equals(name) ? label : label + " (" + number + ")";
    }
}
