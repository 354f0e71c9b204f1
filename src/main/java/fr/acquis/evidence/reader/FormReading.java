package fr.acquis.evidence.reader;

import fr.acquis.evidence.ReadingState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.tika.exception.EncryptedDocumentException;

/** What is written into the fields of a PDF. Values travel as one text: names, values and lines parted by control signs. */
public final class FormReading {

    private static final String BETWEEN = "\u001f";
    private static final String END = "\u001e";
    private static final int MOST_FIELDS = 5_000;
    private static final String OFF = "Off";

    private FormReading() {}

    /** {@link ReadingState#NO_TEXT} where there are no fields. */
    static ReadAnswer read(ReadRequest request) throws IOException, EncryptedDocumentException {
        try (PDDocument document = Loader.loadPDF(request.file().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null || form.getFields().isEmpty()) {
                return ReadAnswer.found(ReadingState.NO_TEXT, document.getNumberOfPages());
            }
            String text = text(form);
            return text.length() > request.characters()
                    ? ReadAnswer.found(ReadingState.TOO_HEAVY, document.getNumberOfPages())
                    : new ReadAnswer(ReadingState.READ, document.getNumberOfPages(), text, false);
        } catch (InvalidPasswordException locked) {
            throw new EncryptedDocumentException(locked);
        }
    }

    private static String text(PDAcroForm form) {
        StringBuilder text = new StringBuilder();
        int fields = 0;
        for (PDField field : form.getFieldTree()) {
            if (++fields > MOST_FIELDS) {
                break;
            }
            String value = field instanceof PDTerminalField ? field.getValueAsString() : null;
            if (value != null && !value.isBlank() && !value.equals(OFF)) {
                text.append(plain(field.getFullyQualifiedName()))
                        .append(BETWEEN)
                        .append(plain(value))
                        .append(END);
            }
        }
        return text.toString();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(sign -> sign == '\n' || sign == '\t' || !Character.isISOControl(sign))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The values again, on the other side. */
    public static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split(END)) {
            int at = line.indexOf(BETWEEN);
            if (at > 0) {
                values.put(line.substring(0, at), line.substring(at + 1));
            }
        }
        return values;
    }
}
