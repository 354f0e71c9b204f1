package fr.acquis.livret2.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.certification.SkillBlockCode;
import fr.acquis.certification.SkillId;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.HandedIn;
import fr.acquis.evidence.work.ReaderOnTrial;
import fr.acquis.identity.SignedIn;
import fr.acquis.livret2.AssembledFile.Inclusion;
import fr.acquis.livret2.AssembledFile.Place;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.Proof;
import fr.acquis.livret2.Question;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The assembled file of pieces that hide numbers wherever a document can hold one, searched in every way we know. */
@AcquisTest
@Tag("livret2")
class MaskedFileTest {

    private static final Duration SOON = Duration.ofMinutes(5);

    @Autowired
    FileAssembly assembly;

    @Autowired
    Evidences evidences;

    @Autowired
    ActingAs as;

    @Autowired
    ApplicationContext context;

    @TempDir
    Path folder;

    private SignedIn candidate;
    private JourneyId journey;

    @Test
    void no_number_of_a_piece_is_left_in_the_file_in_any_layer() throws Exception {
        candidate = as.newCandidate();
        journey = new HandedIn(context).begun(candidate);
        byte[] hiding = HidingPieces.pdf();
        try (PDDocument before = Loader.loadPDF(hiding)) {
            assertThat(String.join(" ", new NumberSearch(before, folder).everywhere()))
                    .contains("text:", "Contents:", "packed", "the catalog has Metadata", "an annotation of a piece");
        }
        EvidenceId payslip = attached("bulletin 2850578006084.pdf", "application/pdf", hiding);
        EvidenceId photograph = attached("photo.jpg", "image/jpeg", HidingPieces.photograph());
        EvidenceId landscape = attached("chantier.jpg", "image/jpeg", HidingPieces.landscape());
        List<EvidenceId> all = List.of(payslip, photograph, landscape);
        await().atMost(SOON).until(() -> evidences.held(journey).stream().noneMatch(Evidence::underWay));

        Assembled file = assembly.assemble(dossier(all), done -> {});
        try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
            NumberSearch search = new NumberSearch(document, folder);
            boolean recognises = ReaderOnTrial.recognises(folder);
            assertThat(search.everywhere()).isEmpty();
            if (recognises) {
                assertThat(search.onPictures()).isEmpty();
            }
            Place first = file.places().getFirst();
            assertThat(file.places()).extracting(Place::inclusion).containsOnly(Inclusion.PAGES);
            assertThat(first.pages()).isEqualTo(HidingPieces.PAGES);
            assertThat(search.text(first.page())).contains("numéros masqués", "Camille Specimen", "Emploi");
            // What shares its resources with the payslip and shows no number stays what it was: letters, not a picture.
            int open = first.page() + HidingPieces.CLEAN_PAGE - 1;
            assertThat(search.text(open)).contains("Compte rendu").doesNotContain("masqués", "reproduite");
            assertThat(search.drawsAWholePicture(open)).isFalse();
            assertThat(search.drawsAWholePicture(first.page())).isTrue();
            assertThat(search.text(1)).contains("Numéros masqués");
            assertThat(search.text(file.places().get(1).page()))
                    .contains(recognises ? "numéros masqués" : "n’est pas reproduite");
            if (recognises) {
                assertThat(search.text(file.places().get(2).page())).doesNotContain("masqués", "reproduite");
            }
        } finally {
            Files.deleteIfExists(file.path());
        }
    }

    private Dossier dossier(List<EvidenceId> all) {
        Map<EvidenceId, Evidence> pieces =
                evidences.held(journey).stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
        List<Proof> proofs = new ArrayList<>();
        for (EvidenceId id : all) {
            Evidence piece = pieces.get(id);
            proofs.add(new Proof(id, piece.kind(), piece.current().sha256(), "1", "Voir " + HidingPieces.IBAN));
        }
        Content content = new Content(List.of(new Content.Bloc(
                new SkillBlockCode("BC01"),
                "Accompagner",
                List.of(new Content.Entry(
                        SkillId.create(),
                        "C1",
                        "Accompagner les gestes du quotidien",
                        List.of(),
                        Map.of(Question.SITUATION, "Mon numéro est " + HidingPieces.NIR + "."),
                        proofs)))));
        Deposit deposit = new Deposit(
                journey,
                1,
                1,
                Instant.parse("2026-11-28T10:00:00Z"),
                candidate.id(),
                content,
                Sha256.of("content"),
                0,
                new Deposit.Progress(0, proofs.size()),
                null,
                null);
        return new Dossier("Camille Specimen", "VAE-2026-00042", "CQP", "Certificateur", deposit, pieces);
    }

    private EvidenceId attached(String name, String type, byte[] content) throws IOException {
        return new HandedIn(context).attached(journey, candidate, EvidenceKind.OTHER, name, type, content);
    }
}
