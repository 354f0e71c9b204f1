package fr.acquis.evidence.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.FactKind;
import fr.acquis.evidence.Facts;
import fr.acquis.evidence.LineAnswer;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.evidence.Span;
import fr.acquis.evidence.StatedLine;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Specimen.Form;
import fr.acquis.evidence.corpus.Truth;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.experience.Experience;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document's way: stored, scanned, read, recognised, proposed; answered by the candidate, then by the certifying body. */
@AcquisTest
@Tag("evidence")
class PipelineTest {

    @Autowired
    Evidences evidences;

    @Autowired
    Facts facts;

    @Autowired
    Experience experience;

    @Autowired
    ActingAs as;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    ScanQueue scans;

    @Autowired
    ReadingSignal reading;

    @Autowired
    ObjectStore store;

    @Autowired
    EvidenceSettings settings;

    private final JourneyId journey = JourneyId.create();
    private SignedIn candidate;
    private SignedIn agent;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
    }

    @Test
    void a_payslip_is_recognised_with_its_clues_and_says_who_when_and_how_long() {
        Specimen payslip = specimen("payslip-a", Form.PDF);
        EvidenceId id = attach(EvidenceKind.OTHER, payslip);
        Evidence read = awaitRead(id);
        assertThat(read.current().found().kind()).isEqualTo(EvidenceKind.PAYSLIP);
        assertThat(read.current().found().clues())
                .anySatisfy(clue -> assertThat(clue.words()).isEqualToIgnoringCase("bulletin de paie"));
        assertThat(read.kindInQuestion()).isTrue();
        StatedLine line = lines(id).getFirst();
        Truth truth = payslip.truth().getFirst();
        assertThat(line.period()).contains(new Span(truth.start(), truth.end()));
        assertThat(line.value(FactKind.SIRET)).contains(truth.siret());
        assertThat(line.waits()).isTrue();
        assertThat(line.facts()).allSatisfy(fact -> {
            assertThat(fact.page()).isEqualTo(1);
            assertThat(fact.snippet()).isNotNull();
        });
        assertThat(database.sql("select body from evidence_text where evidence_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .satisfies(text -> assertThat(payslip.secrets()).noneMatch(text::contains));
    }

    @Test
    void the_candidate_confirms_and_the_certifying_body_has_the_last_word() {
        EvidenceId id = attach(EvidenceKind.PAYSLIP, specimen("payslip-b", Form.DOCX));
        awaitRead(id);
        as.run(candidate, () -> facts.confirm(id, 1));
        assertThat(lines(id).getFirst().holds()).isTrue();
        assertThat(lines(id).getFirst().checked()).isFalse();
        assertThat(as.call(candidate, () -> experience.of(journey)).checked().hours())
                .isZero();
        LineAnswer right = new LineAnswer(
                Map.of(
                        FactKind.EMPLOYER,
                        "Ateliers Modèle",
                        FactKind.PERIOD,
                        "2020-01-01/2020-01-31",
                        FactKind.HOURS,
                        "100 TOTAL"),
                1);
        as.run(agent, () -> facts.correct(id, 1, right));
        assertThat(lines(id).getFirst().value(FactKind.ROLE)).isEmpty();
        assertThatThrownBy(() -> as.run(candidate, () -> facts.reject(id, 1))).isInstanceOf(BusinessRefusal.class);
        assertThat(as.call(candidate, () -> experience.of(journey)).checked().hours())
                .isEqualByComparingTo("100");
        assertThat(audit.of(journey.value()))
                .extracting(AuditEntry::action)
                .containsExactly("attach-evidence", "confirm-facts", "correct-facts");
        assertThat(audit.of(journey.value()).toString()).doesNotContain("Ateliers");
    }

    @Test
    void a_line_the_machine_did_not_read_is_added_and_one_without_sense_is_refused() {
        EvidenceId id = attach(EvidenceKind.OTHER, specimen("other-a", Form.PDF));
        awaitRead(id);
        assertThat(lines(id)).isEmpty();
        as.run(candidate, () -> facts.add(id, new LineAnswer(Map.of(FactKind.PERIOD, "2021-02-01/"), 2)));
        assertThat(lines(id).getFirst().holds()).isTrue();
        assertThat(lines(id).getFirst().page()).contains(2);
        assertThatThrownBy(() -> as.run(candidate, () -> facts.add(id, new LineAnswer(Map.of(), 1))))
                .isInstanceOf(BusinessRefusal.class);
        SignedIn stranger = as.newCandidate();
        assertThatThrownBy(() -> as.run(stranger, () -> facts.confirm(id, 1))).isInstanceOf(UnknownEvidence.class);
    }

    @Test
    void an_identity_document_under_another_name_is_set_apart_and_its_text_forgotten() {
        EvidenceId id = attach(EvidenceKind.PAYSLIP, specimen("identity-a", Form.PDF));
        Evidence apart = awaitRead(id);
        assertThat(apart.kind()).isEqualTo(EvidenceKind.IDENTITY_DOCUMENT);
        assertThat(apart.current().reading().state()).isEqualTo(ReadingState.NOT_READ);
        assertThat(texts(id)).isZero();
        assertThatThrownBy(() -> evidences.openHeld(id)).isInstanceOf(UnknownEvidence.class);
        as.run(candidate, () -> evidences.nameKind(id, EvidenceKind.OTHER));
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> texts(id) == 1);
        assertThat(piece(id).kind()).isEqualTo(EvidenceKind.OTHER);
        as.run(candidate, () -> evidences.nameKind(id, EvidenceKind.IDENTITY_DOCUMENT));
        assertThat(texts(id)).isZero();
        assertThat(piece(id).current().found()).isNull();
    }

    @Test
    void a_photographed_sheet_is_recognised_page_by_page(@TempDir Path folder) {
        assumeTrue(ReaderOnTrial.recognises(folder), "Tesseract with French is not installed here");
        // One worn sheet, always the same: how many of them are read right is measured elsewhere.
        Specimen sheet = Specimen.of(layout("certificate-b"), Form.SCANNED_PDF, 20260401);
        EvidenceId id = attach(EvidenceKind.WORK_CERTIFICATE, sheet);
        Evidence read = awaitRead(id);
        assertThat(read.current().reading().state()).isEqualTo(ReadingState.READ);
        assertThat(read.current().pagesRecognised()).isEqualTo(1);
        assertThat(read.current().found().kind()).isEqualTo(EvidenceKind.WORK_CERTIFICATE);
        Truth truth = sheet.truth().getFirst();
        assertThat(lines(id).getFirst().period()).contains(new Span(truth.start(), truth.end()));
    }

    @Test
    void a_document_in_another_name_is_a_question() {
        EvidenceId id = attach(EvidenceKind.WORK_CERTIFICATE, named("certificate-b", "Exemple", false));
        awaitRead(id);
        assertThat(lines(id).getFirst().fact(FactKind.NAME)).isPresent();
        as.run(candidate, () -> facts.answerName(id, true));
        assertThat(lines(id)
                        .getFirst()
                        .fact(FactKind.NAME)
                        .orElseThrow()
                        .state()
                        .holds())
                .isTrue();
        EvidenceId theirs = attach(EvidenceKind.WORK_CERTIFICATE, named("certificate-b", "Exemple", true));
        awaitRead(theirs);
        assertThat(lines(theirs).getFirst().fact(FactKind.NAME)).isEmpty();
    }

    @Test
    void a_file_waits_for_the_antivirus_and_one_with_a_virus_cannot_be_opened() throws IOException {
        EvidenceId clean = attach(EvidenceKind.OTHER, specimen("other-a", Form.PDF));
        EvidenceId virus = attach(EvidenceKind.OTHER, "virus.pdf", carrying(ListeningClamd.VIRUS));
        awaitRead(clean);
        awaitRead(virus);
        for (EvidenceId id : List.of(clean, virus)) {
            database.sql(
                            "update evidence_version set scan = 'PENDING', scan_from = utc_timestamp(6) where evidence_id = :id")
                    .param("id", id.value())
                    .update();
        }
        try (ListeningClamd clamd = new ListeningClamd()) {
            ScanLoop loop = new ScanLoop(scans, new ScanSignal(), reading, store, with(clamd.settings()));
            loop.start();
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> piece(clean).current().scan() != ScanState.PENDING
                            && piece(virus).current().scan() != ScanState.PENDING);
            loop.stop();
        }
        assertThat(piece(clean).current().scan()).isEqualTo(ScanState.CLEAN);
        assertThat(piece(virus).current().scan()).isEqualTo(ScanState.INFECTED);
        assertThat(piece(virus).opens()).isFalse();
        assertThatThrownBy(() -> as.call(candidate, () -> evidences.open(virus)))
                .isInstanceOf(UnknownEvidence.class);
        assertThat(audit.of(journey.value())).extracting(AuditEntry::action).contains("find-virus");
    }

    private EvidenceSettings with(EvidenceSettings.Antivirus antivirus) {
        return new EvidenceSettings(
                settings.maxSize(),
                settings.maxUnpacked(),
                settings.maxPixels(),
                settings.journeyQuota(),
                settings.journeyFiles(),
                settings.spool(),
                settings.reader(),
                settings.recognition(),
                antivirus);
    }

    private static byte[] carrying(String text) {
        byte[] pdf = specimen("other-b", Form.PDF).bytes();
        byte[] mark = ("%" + text + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(pdf, pdf.length + mark.length);
        System.arraycopy(mark, 0, both, pdf.length, mark.length);
        return both;
    }

    private int texts(EvidenceId id) {
        return database.sql("select count(*) from evidence_text where evidence_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private List<StatedLine> lines(EvidenceId id) {
        return as.call(candidate, () -> facts.of(id));
    }

    private Evidence piece(EvidenceId id) {
        return as.call(candidate, () -> evidences.find(id)).orElseThrow();
    }

    private Evidence awaitRead(EvidenceId id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .until(() -> piece(id).current().reading().state().done());
        return piece(id);
    }

    private static Specimen specimen(String layout, Form form) {
        return Specimen.of(layout(layout), form, System.nanoTime());
    }

    /** A specimen whose holder has, or has not, this family name. */
    private static Specimen named(String layout, String family, boolean theirs) {
        for (long seed = System.nanoTime(); ; seed++) {
            Specimen one = Specimen.of(layout(layout), Form.PDF, seed);
            if (one.holder().endsWith(" " + family) == theirs
                    && (theirs
                            || !Pattern.compile("(?i)\\b" + family + "\\b")
                                    .matcher(one.everybody())
                                    .find())) {
                return one;
            }
        }
    }

    private static Layout layout(String name) {
        return Layout.tuning().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EvidenceId attach(EvidenceKind kind, Specimen specimen) {
        return attach(kind, specimen.fileName(), specimen.bytes());
    }

    private EvidenceId attach(EvidenceKind kind, String name, byte[] content) {
        return as.call(
                candidate,
                () -> evidences.attach(
                        journey,
                        agent.certifyingBody(),
                        candidate.id(),
                        kind,
                        name,
                        "",
                        new ByteArrayInputStream(content),
                        content.length));
    }
}
