package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.admissibility.Livret1OnPaper.Outcome;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.State;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a filled official form into livret 1 and back, through the process that reads files. */
@AcquisTest
@Tag("livret1")
class Livret1OnPaperTest {

    private static final String FORM = "dossier-faisabilite-candidat-autonome";

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Livret1s livrets;

    @Autowired
    Livret1OnPaper papers;

    private SignedIn candidate;
    private JourneyId id;

    @BeforeEach
    void a_draft() {
        candidate = as.newCandidate();
        id = cases.draft(candidate, FiledCase.NUMBER);
    }

    @Test
    void a_filled_form_fills_an_empty_livret_and_waits_for_the_candidates_word() {
        Livret1 livret = cases.livret1(id, Set.of());
        byte[] filled = filled(livret);

        assertThat(read(filled)).isEqualTo(Outcome.READ);
        assertThat(livrets.held(id)).isEqualTo(Livret1.BLANK);

        int taken = as.call(candidate, () -> papers.take(id, keys(State.NEW)));
        assertThat(taken).isPositive();
        Livret1 back = livrets.held(id);
        assertThat(back.identity()).isEqualTo(livret.identity());
        assertThat(back.contact()).isEqualTo(livret.contact());
        assertThat(back.experiences().experiences()).hasSize(1);
        assertThat(back.activities()).isEqualTo(livret.activities());
        // The word of honour is given here, not by a file.
        assertThat(back.statement().truthful()).isFalse();
        assertThat(as.call(candidate, () -> papers.waiting(id))).isEmpty();
    }

    @Test
    void what_was_written_here_stands_unless_the_candidate_takes_the_files_word() {
        Livret1 livret = cases.livret1(id, Set.of());
        byte[] filled = filled(livret);
        Livret1.Contact moved = new Livret1.Contact(
                "9 quai de l’Exemple", null, "69001", "Lyon", "France", "06 12 34 56 78", "c@acquis.example");
        as.run(candidate, () -> livrets.write(id, held -> held.with(moved)));

        read(filled);
        assertThat(keys(State.DIFFERENT))
                .containsExactlyInAnyOrder("contact.address", "contact.postalCode", "contact.city");
        as.run(candidate, () -> papers.take(id, Set.of("contact.city")));

        assertThat(livrets.held(id).contact().city()).isEqualTo("Paris");
        assertThat(livrets.held(id).contact().address()).isEqualTo("9 quai de l’Exemple");
        assertThat(livrets.held(id).identity().birthName()).isNull();
    }

    @Test
    void a_file_that_cannot_be_read_is_said_to_be_what_it_is() throws IOException {
        assertThat(read(blank(false, null))).isEqualTo(Outcome.SCANNED);
        assertThat(read(blank(true, null))).isEqualTo(Outcome.FLATTENED);
        assertThat(read(blank(true, "secret"))).isEqualTo(Outcome.ENCRYPTED);
        assertThat(read(foreign())).isEqualTo(Outcome.FOREIGN);
        assertThat(read("%PDF-1.7\nrien".getBytes())).isEqualTo(Outcome.BROKEN);
        assertThatThrownBy(() -> read("bonjour".getBytes())).isInstanceOf(RefusedFile.class);
        assertThat(as.call(candidate, () -> papers.waiting(id))).isEmpty();
    }

    @Test
    void only_its_candidate_begins_from_a_file_and_what_was_read_is_gone_once_filed() {
        byte[] filled = filled(cases.livret1(id, Set.of()));
        SignedIn other = as.newCandidate();
        assertThatThrownBy(() -> as.run(
                        other,
                        () -> papers.read(
                                id, "f.pdf", "application/pdf", new ByteArrayInputStream(filled), filled.length)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(as.seeded(Role.AGENT), () -> papers.take(id, Set.of())))
                .isInstanceOf(BusinessRefusal.class);
        read(filled);
        as.run(candidate, () -> papers.forget(id));
        assertThat(as.call(candidate, () -> papers.waiting(id))).isEmpty();
    }

    private Set<String> keys(State state) {
        return as.call(candidate, () -> papers.waiting(id)).orElseThrow().findings().in(state).stream()
                .map(Found::key)
                .collect(Collectors.toSet());
    }

    private byte[] filled(Livret1 livret) {
        return as.call(candidate, () -> {
            Livret1 before = livrets.held(id);
            livrets.write(id, held -> livret);
            byte[] content = papers.fill(id, FORM).orElseThrow().content();
            livrets.write(id, held -> before);
            return content;
        });
    }

    private Outcome read(byte[] content) {
        return as.call(
                candidate,
                () -> papers.read(
                        id, "rempli.pdf", "application/pdf", new ByteArrayInputStream(content), content.length));
    }

    /** A page without fields, of text or of a drawing. */
    private static byte[] blank(boolean text, String password) throws IOException {
        byte[] page = FiledCase.pdf();
        try (PDDocument document = Loader.loadPDF(page);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (PDPageContentStream pen = new PDPageContentStream(document, document.getPage(0))) {
                if (text) {
                    pen.beginText();
                    pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    pen.newLineAtOffset(50, 700);
                    pen.showText("Nom de naissance : Exemple");
                    pen.endText();
                } else {
                    pen.addRect(50, 50, 200, 200);
                    pen.fill();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] foreign() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("Revenu fiscal");
            field.getCOSObject().setString(COSName.V, "12");
            form.getFields().add(field);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
