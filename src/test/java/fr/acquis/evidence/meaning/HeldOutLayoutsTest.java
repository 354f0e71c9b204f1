package fr.acquis.evidence.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.acquis.evidence.Classification;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Specimen.Form;
import fr.acquis.evidence.reader.ReadAnswer;
import fr.acquis.evidence.work.ReaderOnTrial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How well documents of layouts the rules were not written for are understood. Prints who is taken for whom. */
@Tag("evidence")
class HeldOutLayoutsTest {

    private static final int A_FEW = 3;

    @TempDir
    Path folder;

    private final Classifier classifier = new Classifier();
    private final Classifier thorough = new Classifier(Clue.all().stream()
            .map(clue -> new Clue(
                    clue.kind(),
                    clue.weight(),
                    clue.head(),
                    new Wording(clue.words().pattern(), List.of())))
            .toList());

    @Test
    void files_with_text_are_understood() throws Exception {
        Scores heldOut = scores(Layout.allHeldOut(), List.of(Form.PDF, Form.DOCX), 2);
        heldOut.print("Layouts held out, files with text");
        scores(Layout.tuning(), List.of(Form.PDF), 1).print("Layouts of the tuning, files with text");
        assertThat(heldOut.percent("kind")).isGreaterThanOrEqualTo(90);
        assertThat(heldOut.percent("period")).isGreaterThanOrEqualTo(85);
    }

    @Test
    void pictures_of_documents_are_understood() throws Exception {
        List<Layout> all = Layout.allHeldOut();
        photographed(IntStream.range(0, all.size())
                .filter(n -> n % A_FEW == 0)
                .mapToObj(all::get)
                .toList());
    }

    /** Tesseract takes more than a second for each: the whole table is made with the long tests. */
    @Test
    @Tag("heavy")
    void pictures_of_documents_of_all_layouts_are_understood() throws Exception {
        photographed(Layout.allHeldOut());
    }

    private void photographed(List<Layout> layouts) throws Exception {
        assumeTrue(ReaderOnTrial.recognises(folder), "Tesseract with French is not installed here");
        Scores heldOut = scores(layouts, List.of(Form.PICTURE), 1);
        heldOut.print("Layouts held out, photographed");
        assertThat(heldOut.percent("kind")).isGreaterThanOrEqualTo(90);
        assertThat(heldOut.percent("period")).isGreaterThanOrEqualTo(85);
    }

    private Scores scores(List<Layout> layouts, List<Form> forms, int each) throws Exception {
        Scores scores = new Scores();
        try (ReaderOnTrial reader = new ReaderOnTrial(folder)) {
            for (Layout layout : layouts) {
                for (Form form : forms) {
                    for (int seed = 1; seed <= each; seed++) {
                        score(
                                reader,
                                Specimen.of(layout, form, seed + layout.name().hashCode()),
                                scores);
                    }
                }
            }
        }
        return scores;
    }

    private void score(ReaderOnTrial reader, Specimen specimen, Scores scores) throws Exception {
        ReadAnswer answer = reader.read(specimen.form().type(), specimen.bytes());
        assertThat(answer.state()).as(specimen.layout()).isEqualTo(ReadingState.READ);
        assertThat(specimen.secrets()).as(specimen.layout()).noneMatch(answer.text()::contains);
        DocumentText text = DocumentText.of(answer.text());
        Classification found = classifier.classify(text);
        assertThat(found).as(specimen.layout()).isEqualTo(thorough.classify(text));
        text.pages().forEach(HeldOutLayoutsTest::wordsMissNothing);
        scores.add(specimen, found, FactFinder.find(found.kind(), text));
    }

    /** Where the words of a pattern do not stand, it does not match. */
    private static void wordsMissNothing(DocumentText.Page page) {
        Stream.of(
                        HoursReading.PAID,
                        PartiesReading.EMPLOYER_LABELS,
                        PartiesReading.EMPLOYER_PHRASES,
                        PartiesReading.ROLE_LABELS,
                        PartiesReading.ROLE_PHRASES)
                .flatMap(List::stream)
                .filter(wording -> !wording.mayStand(page.flow()))
                .forEach(wording -> assertThat(
                                wording.pattern().matcher(page.flow()).find())
                        .as(wording.pattern().pattern())
                        .isFalse());
    }
}
