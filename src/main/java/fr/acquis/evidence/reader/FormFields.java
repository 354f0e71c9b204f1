package fr.acquis.evidence.reader;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.xml.sax.SAXException;

/** What was filled in a form that is still a form; a printed page does not hold it. */
final class FormFields {

    private static final String UNTICKED = "Off";

    private FormFields() {}

    static void write(PDDocument document, PageText text) throws IOException, SAXException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            String value = field instanceof PDTerminalField ? field.getValueAsString() : null;
            if (value != null && !value.isBlank() && !value.equals(UNTICKED) && !value.equals("[]")) {
                text.write("\n" + field.getFullyQualifiedName() + " :\t" + value.strip());
            }
        }
    }
}
