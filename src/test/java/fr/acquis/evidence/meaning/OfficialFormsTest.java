package fr.acquis.evidence.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.work.ReaderOnTrial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official forms of the State, as they are given out, and with something filled in. */
@Tag("evidence")
class OfficialFormsTest {

    @TempDir
    Path folder;

    @Test
    void the_feasibility_file_is_read_and_recognised() throws Exception {
        ReadAnswer answer = read(form("dossier-faisabilite-candidat-autonome.pdf"));
        assertThat(answer.state()).isEqualTo(ReadingState.READ);
        assertThat(answer.pages()).isEqualTo(42);
        assertThat(answer.text()).contains("RUBRIQUE 1", "Code RNCP");
        Classification found = new Classifier().classify(DocumentText.of(answer.text()));
        assertThat(found.kind()).isEqualTo(EvidenceKind.FEASIBILITY_FILE);
        assertThat(found.confidence()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void the_sworn_statement_is_read_and_recognised_with_what_is_filled_in() throws Exception {
        byte[] blank = form("attestation-sur-l-honneur-modele.pdf");
        ReadAnswer answer = read(blank);
        assertThat(new Classifier().classify(DocumentText.of(answer.text())).kind())
                .isEqualTo(EvidenceKind.SWORN_STATEMENT);
        assertThat(read(filled(blank, "Spécimen")).text()).contains("Spécimen");
        assertThat(answer.text()).doesNotContain("Spécimen");
    }

    private ReadAnswer read(byte[] document) throws IOException, InterruptedException {
        try (ReaderOnTrial reader = new ReaderOnTrial(folder)) {
            return reader.read(FileType.PDF, document);
        }
    }

    private static byte[] form(String name) throws IOException {
        try (InputStream file = OfficialFormsTest.class.getResourceAsStream("/official-forms/" + name)) {
            return file.readAllBytes();
        }
    }

    private static byte[] filled(byte[] blank, String word) throws IOException {
        try (PDDocument document = Loader.loadPDF(blank)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            form.setNeedAppearances(true);
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDTextField text) {
                    text.getCOSObject().setString("V", word);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
