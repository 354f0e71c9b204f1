package fr.acquis.admissibility.official;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.official.Findings.Found;
import fr.acquis.admissibility.official.Findings.Reason;
import fr.acquis.admissibility.official.Findings.State;
import fr.acquis.admissibility.official.OfficialForm.Line;
import fr.acquis.certification.Standard;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every field of every official form: named in its mapping, filled, read back. */
@Tag("livret1")
class OfficialFormsTest {

    private static final String FEASIBILITY = "dossier-faisabilite-candidat-autonome";
    private static final String STATEMENT = "attestation-sur-l-honneur";

    private final OfficialForms forms = new OfficialForms(JsonMapper.builder().build());
    private final FormFiller filler = new FormFiller();

    OfficialFormsTest() throws IOException {}

    @Test
    void each_mapping_names_each_field_of_its_form_once_and_no_other_but_those_of_the_annex() throws IOException {
        assertThat(forms.all()).extracting(OfficialForm::name).contains(FEASIBILITY, STATEMENT);
        for (OfficialForm form : forms.all()) {
            Set<String> fields = fields(form);
            List<String> named = form.fields().stream().map(Line::field).toList();
            List<String> left =
                    form.left().stream().map(OfficialForm.Left::field).toList();
            assertThat(named).as(form.name()).doesNotHaveDuplicates().noneMatch(left::contains);
            Set<String> unnamed = new HashSet<>(fields);
            unnamed.removeAll(named);
            unnamed.removeAll(left);
            assertThat(unnamed).as("fields of %s nobody names", form.name()).isEmpty();
            Set<String> beyond = new HashSet<>(named);
            beyond.removeAll(fields);
            assertThat(beyond)
                    .as("names %s has no field for", form.name())
                    .allMatch(name -> name.matches("(Date de début|Durée|Description .*)_(9|1\\d|20)"));
        }
    }

    @Test
    void the_blank_files_are_those_the_mappings_were_made_for() throws IOException {
        for (OfficialForm form : forms.all()) {
            try (InputStream blank = OfficialForms.blank(form)) {
                assertThat(Sha256.of(blank.readAllBytes()).toString())
                        .as(form.name())
                        .isEqualTo(form.sha256());
            }
        }
    }

    /** Of boxes that exclude each other a different one each time, until each was ticked. */
    @Test
    void each_field_comes_back_from_the_file_as_it_was_written_into_it() throws IOException {
        for (OfficialForm form : forms.all()) {
            Map<String, List<Line>> byPath = new LinkedHashMap<>();
            form.fields().forEach(line -> byPath.merge(line.path(), List.of(line), OfficialFormsTest::joined));
            int turns = byPath.values().stream().mapToInt(List::size).max().orElse(1);
            Set<String> written = new HashSet<>();
            for (int turn = 0; turn < turns; turn++) {
                Map<String, String> answers = new HashMap<>();
                for (Map.Entry<String, List<Line>> path : byPath.entrySet()) {
                    Line line = path.getValue().get(turn % path.getValue().size());
                    answers.put(path.getKey(), line.is() != null ? line.is() : "Été à Nîmes, œuvre " + line.path());
                }
                Map<String, String> read = WholeLivret1.values(filler.fill(form, answers));
                OfficialForm.Answers back = form.answers(read);
                assertThat(back.said()).as(form.name()).isEqualTo(answers);
                assertThat(back.contradictory()).isEmpty();
                written.addAll(read.keySet());
            }
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(
                            form.fields().stream().map(Line::field).toList());
        }
    }

    private static List<Line> joined(List<Line> some, List<Line> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Test
    void a_whole_livret_comes_back_from_the_form_as_it_was_long_texts_and_rare_letters_included() throws IOException {
        Livret1 livret = WholeLivret1.livret(
                "Texte très long : estimer, visiter, négocier. ".repeat(140).strip());
        Map<String, String> values = WholeLivret1.values(fill(FEASIBILITY, livret));
        Findings findings = read(FEASIBILITY, values, Livret1.BLANK, WholeLivret1.standard());
        assertThat(findings.in(State.DIFFERENT)).isEmpty();
        assertThat(findings.unread())
                .extracting(Findings.Unread::reason)
                .containsOnly(Reason.SIGNED_HERE, Reason.ATTACHED_HERE);
        Livret1 back = taken(Livret1.BLANK, findings);
        // Consents stand on the sworn statement, a form of its own.
        Livret1 sworn = taken(
                back, read(STATEMENT, WholeLivret1.values(fill(STATEMENT, livret)), back, WholeLivret1.standard()));
        assertThat(sworn).isEqualTo(livret);
        assertThat(read(FEASIBILITY, values, livret, WholeLivret1.standard()).found())
                .allMatch(found -> found.state() == State.SAME);
    }

    @Test
    void to_decide_later_about_accompaniment_is_said_in_words_and_read_back() throws IOException {
        Livret1 livret =
                Livret1.BLANK.with(new Livret1.Statement(false, false, false, Livret1.Accompaniment.LATER, "Bonjour."));
        Findings findings =
                read(FEASIBILITY, WholeLivret1.values(fill(FEASIBILITY, livret)), Livret1.BLANK, Standard.UNKNOWN);
        assertThat(taken(Livret1.BLANK, findings).statement()).isEqualTo(livret.statement());
    }

    @Test
    void what_a_person_wrote_by_hand_is_read_and_what_cannot_be_is_said() {
        Map<String, String> values = new HashMap<>();
        values.put("Date de naissance", "quatorze mars");
        values.put("2", "On");
        values.put("5", "On");
        values.put("Trouver plus facilement un emploi", "On");
        values.put("Se réorienter", "On");
        values.put("Obtenir un meilleur salaire", "On");
        values.put("Date de début", "mars 2018");
        values.put("Durée", "3 ans");
        values.put("Date de début_2", "01/09/2021");
        values.put("Durée_2", "un certain temps");
        values.put("ACTIVITÉ  OUINON PARTIELLEMENTBloc de compétences BC1", "oui");
        values.put("ACTIVITÉ  OUINON PARTIELLEMENTBloc de compétences BC1_2", "Non");
        values.put("ACTIVITÉ  OUINON PARTIELLEMENTBloc de compétences BC2", "peut-être");
        values.put("Commentaires", "Des estimations.");
        values.put("Un champ ajouté", "Bonjour");

        Findings findings = read(FEASIBILITY, values, Livret1.BLANK, WholeLivret1.standard());

        assertThat(findings.unread())
                .extracting(Findings.Unread::reason)
                .containsExactlyInAnyOrder(
                        Reason.CONTRADICTORY,
                        Reason.NOT_A_DATE,
                        Reason.TOO_MANY_GOALS,
                        Reason.NO_DURATION,
                        Reason.NOT_AN_ANSWER,
                        Reason.NO_PLACE);
        Livret1 taken = taken(Livret1.BLANK, findings);
        assertThat(taken.experiences().experiences().getFirst().start()).isEqualTo(LocalDate.of(2018, 3, 1));
        assertThat(taken.experiences().experiences().getFirst().end()).isEqualTo(LocalDate.of(2021, 2, 28));
        assertThat(taken.activities().of("RNCP99901BC01"))
                .isEqualTo(new Livret1.BlockActivity("RNCP99901BC01", Livret1.Practised.PARTLY, "Des estimations."));
        assertThat(findings.found()).filteredOn(Found::reckoned).hasSize(2);
    }

    @Test
    void the_blocs_of_another_certification_stay_in_the_file() {
        Findings findings = read(
                FEASIBILITY,
                Map.of(
                        "Code RNCP Répertoire national des certifications professionnelles", "RNCP 37268",
                        "Nom de naissance", "Exemple",
                        "BC1", "On",
                        "Commentaires", "Autre chose."),
                Livret1.BLANK,
                WholeLivret1.standard());
        assertThat(findings.found()).extracting(Found::key).containsExactly("identity.birthName");
        assertThat(findings.unread()).extracting(Findings.Unread::reason).containsExactly(Reason.OTHER_CERTIFICATION);
    }

    /** Looked at as pictures: target/official/*.pdf. */
    @Test
    void what_a_box_cannot_show_goes_on_in_an_annex() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "official"));
        byte[] filled = fill(
                FEASIBILITY,
                WholeLivret1.livret("Texte très long : estimer. ".repeat(240).strip()));
        Files.write(folder.resolve(FEASIBILITY + ".pdf"), filled);
        Files.write(folder.resolve(STATEMENT + ".pdf"), fill(STATEMENT, WholeLivret1.livret("court")));
        try (PDDocument document = Loader.loadPDF(filled)) {
            String annex = new PDFTextStripper() {
                {
                    setStartPage(43);
                }
            }.getText(document);
            assertThat(document.getNumberOfPages()).isGreaterThan(42);
            assertThat(annex).contains("Annexe au formulaire", "Date de début (9)", "Suite", "Commentaires (3)");
        }
    }

    @Test
    void whoever_opens_a_filled_form_sees_its_letters_because_their_font_travels_in_it() throws IOException {
        for (OfficialForm form : forms.all()) {
            try (PDDocument document = Loader.loadPDF(fill(form.name(), WholeLivret1.livret("court")))) {
                for (PDField field :
                        document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
                    if (field instanceof PDTextField text && !text.getValue().isEmpty()) {
                        PDResources drawn = text.getWidgets()
                                .getFirst()
                                .getNormalAppearanceStream()
                                .getResources();
                        for (COSName font : drawn.getFontNames()) {
                            assertThat(drawn.getFont(font).isEmbedded())
                                    .as(text.getFullyQualifiedName())
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    private byte[] fill(String form, Livret1 livret) {
        OfficialForm blank = forms.named(form).orElseThrow();
        Livret1Answers.About about = new Livret1Answers.About(
                WholeLivret1.certification(),
                WholeLivret1.standard(),
                WholeLivret1.TODAY,
                "Déposé et attesté en ligne par Zoé Exemple",
                Set.of("IDENTITY", "DIPLOMA"),
                WholeLivret1.TODAY);
        return filler.fill(blank, Livret1Answers.of(livret, about, blank));
    }

    private Findings read(String form, Map<String, String> values, Livret1 held, Standard standard) {
        assertThat(values).isNotEmpty();
        return FormAnswers.read(
                forms.named(form).orElseThrow(),
                values,
                held,
                WholeLivret1.certification(),
                standard,
                WholeLivret1.TODAY);
    }

    private static Livret1 taken(Livret1 held, Findings findings) {
        Livret1 livret = held;
        for (Found found : findings.found()) {
            livret = found.change().apply(livret);
        }
        return livret;
    }

    private static Set<String> fields(OfficialForm form) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream blank = OfficialForms.blank(form);
                PDDocument document = Loader.loadPDF(blank.readAllBytes())) {
            for (PDField field : document.getDocumentCatalog().getAcroForm().getFieldTree()) {
                if (field instanceof PDTerminalField) {
                    names.add(field.getFullyQualifiedName());
                }
            }
        }
        return names;
    }
}
