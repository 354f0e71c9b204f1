package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.store.Arrivals;
import fr.acquis.evidence.store.Arrivals.Arrival;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.work.StoreSweep;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@AcquisTest
@Tag("evidence")
class EvidencesTest {

    @Autowired
    Evidences evidences;

    @Autowired
    Arrivals arrivals;

    @Autowired
    EvidenceRows rows;

    @Autowired
    EvidenceSettings settings;

    @Autowired
    ObjectStore store;

    @Autowired
    StoreSweep sweep;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final JourneyId journey = JourneyId.create();
    private final CertifyingBodyId body = CertifyingBodyId.create();
    private final PersonId candidate = PersonId.create();

    @BeforeEach
    void the_candidate_is_signed_in() {
        signIn(candidate, Role.CANDIDATE, null);
    }

    @AfterEach
    void nobody_is_signed_in() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_file_comes_back_as_it_was_given() throws IOException {
        byte[] pdf = Documents.pdf("Certificat de travail");
        EvidenceId id = attach(EvidenceKind.WORK_CERTIFICATE, "../../Certificat é.pdf", "application/pdf", pdf);
        Evidence piece = evidences.find(id).orElseThrow();
        assertThat(piece.current().sha256()).isEqualTo(Sha256.of(pdf));
        assertThat(piece.current().size()).isEqualTo(pdf.length);
        assertThat(piece.current().fileName()).isEqualTo("Certificat é.pdf");
        assertThat(piece.current().scan()).isEqualTo(ScanState.NOT_SCANNED);
        try (EvidenceContent content = evidences.open(id)) {
            assertThat(content.stream().readAllBytes()).isEqualTo(pdf);
        }
        assertThat(actions()).containsExactly("attach-evidence");
    }

    @Test
    void what_cannot_be_taken_in_is_refused_with_its_reason_and_leaves_nothing() {
        byte[] pdf = Documents.pdf("Bulletin");
        refused(Reason.EMPTY, "vide.pdf", "application/pdf", new byte[0]);
        refused(Reason.TYPE_NOT_ALLOWED, "virus.exe", "", Documents.exe());
        refused(Reason.TYPE_NOT_ALLOWED, "tout.zip", "application/zip", Documents.zip("a.txt", "a"));
        refused(Reason.CONTENT_DIFFERS_FROM_NAME, "facture.pdf", "application/pdf", Documents.exe());
        refused(Reason.CONTENT_DIFFERS_FROM_NAME, "photo.jpg", "image/jpeg", pdf);
        refused(Reason.CONTENT_DIFFERS_FROM_NAME, "bulletin.pdf", "image/png", pdf);
        refused(Reason.CONTENT_DIFFERS_FROM_NAME, "lettre.docx", "", Documents.zip("a.txt", "a"));
        refused(Reason.MIXED_CONTENT, "double.pdf", "", Documents.joined(pdf, Documents.zip("a.txt", "a")));
        refused(Reason.DAMAGED, "lettre.docx", "", Documents.cut(Documents.docx("Lettre")));
        refused(
                Reason.MACROS,
                "lettre.docx",
                "",
                Documents.zip("[Content_Types].xml", "ms-word.document.macroEnabled.main+xml"));
        assertThat(evidences.list(journey)).isEmpty();
        assertThat(audit.of(journey.value())).isEmpty();
        assertThat(store.list("journeys/" + journey).hasNext()).isFalse();
    }

    @Test
    void fewer_bytes_than_announced_are_refused() {
        assertThatThrownBy(() -> evidences.attach(
                        journey,
                        body,
                        candidate,
                        EvidenceKind.OTHER,
                        "a.pdf",
                        "",
                        new ByteArrayInputStream(Documents.pdf("a")),
                        999_999))
                .isInstanceOfSatisfying(
                        RefusedFile.class, no -> assertThat(no.reason()).isEqualTo(Reason.INCOMPLETE));
    }

    @Test
    void the_same_content_is_taken_once_until_it_is_withdrawn() {
        byte[] pdf = Documents.pdf("Une fois");
        EvidenceId first = attach(EvidenceKind.OTHER, "un.pdf", "", pdf);
        refused(Reason.DUPLICATE, "deux.pdf", "", pdf);
        evidences.withdraw(first, "Erreur de fichier");
        attach(EvidenceKind.OTHER, "deux.pdf", "", pdf);
        assertThat(evidences.list(journey)).hasSize(2);
    }

    /** As two requests meet that both looked before either had written. */
    @Test
    void the_second_of_the_same_moment_is_refused_and_takes_no_room() {
        Arrival first = arrival("un.pdf", "a");
        arrivals.enter(first);
        assertThatThrownBy(() -> arrivals.enter(arrival("deux.pdf", "a")))
                .isInstanceOfSatisfying(RefusedFile.class, no -> {
                    assertThat(no.reason()).isEqualTo(Reason.DUPLICATE);
                    assertThat(no.arguments()).containsExactly("un.pdf");
                });
        assertThat(evidences.held(journey)).hasSize(1);
        assertThat(rows.room(journey).files()).isEqualTo(1);
        assertThat(rows.room(journey).bytes()).isEqualTo(1_000);
        database.sql("update evidence_load set files = :most where journey_id = :journey")
                .param("most", settings.journeyFiles())
                .param("journey", journey.value())
                .update();
        assertThatThrownBy(() -> arrivals.enter(arrival("trois.pdf", "b")))
                .isInstanceOfSatisfying(
                        RefusedFile.class, no -> assertThat(no.reason()).isEqualTo(Reason.QUOTA_EXCEEDED));
        evidences.withdraw(first.id(), "Sans objet");
        assertThat(actions()).containsExactly("attach-evidence", "withdraw-evidence");
    }

    /** Of a kind that is never read: its object is not there. */
    private Arrival arrival(String name, String content) {
        EvidenceId id = EvidenceId.create();
        return new Arrival(
                id,
                journey,
                body,
                candidate,
                candidate,
                EvidenceKind.IDENTITY_DOCUMENT,
                "journeys/%s/evidence/%s/1".formatted(journey, id),
                name,
                FileType.PDF,
                1_000,
                Sha256.of(content),
                false,
                null,
                false);
    }

    @Test
    void a_withdrawn_piece_keeps_hash_and_reason_and_nothing_else() {
        byte[] pdf = Documents.pdf("Madame Exemple");
        EvidenceId id = attach(EvidenceKind.OTHER, "Madame Exemple.pdf", "", pdf);
        evidences.withdraw(id, "Le nom d’une personne aidée y figure");
        evidences.withdraw(id, "Une seconde fois");
        Evidence piece = evidences.find(id).orElseThrow();
        assertThat(piece.withdrawal().reason()).isEqualTo("Le nom d’une personne aidée y figure");
        assertThat(piece.current().sha256()).isEqualTo(Sha256.of(pdf));
        assertThat(piece.current().fileName()).isEmpty();
        assertThat(store.list("journeys/" + journey).hasNext()).isFalse();
        assertThatThrownBy(() -> evidences.open(id)).isInstanceOf(UnknownEvidence.class);
        assertThat(actions()).containsExactly("attach-evidence", "withdraw-evidence");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void staff_of_the_body_that_instructs_sees_a_piece_and_nobody_else_does(Role role) {
        EvidenceId id = attach(EvidenceKind.PAYSLIP, "b.pdf", "", Documents.pdf("Bulletin"));
        signIn(PersonId.create(), role, role == Role.CANDIDATE ? null : body);
        boolean sees = role == Role.AGENT || role == Role.MANAGER;
        assertThat(evidences.list(journey)).hasSize(sees ? 1 : 0);
        assertThat(evidences.find(id).isPresent()).isEqualTo(sees);
        signIn(PersonId.create(), role, CertifyingBodyId.create());
        assertThat(evidences.find(id)).isEmpty();
    }

    @Test
    void an_agent_opening_a_content_is_in_the_audit_log() throws IOException {
        EvidenceId id = attach(EvidenceKind.PAYSLIP, "b.pdf", "", Documents.pdf("Bulletin"));
        PersonId agent = PersonId.create();
        signIn(agent, Role.AGENT, body);
        evidences.open(id).close();
        AuditEntry last = audit.of(journey.value()).getLast();
        assertThat(last.action()).isEqualTo("read-evidence");
        assertThat(last.actor()).isEqualTo(agent.value());
        assertThat(last.facts()).containsEntry("evidence", id.toString());
    }

    @Test
    void an_identity_document_is_never_read_and_is_erased_once_checked() {
        EvidenceId id = attach(EvidenceKind.IDENTITY_DOCUMENT, "cni.jpg", "image/jpeg", Documents.picture("jpeg"));
        assertThat(reading(id)).isEqualTo(ReadingState.NOT_READ);
        assertThatThrownBy(() -> evidences.markIdentityChecked(id)).isInstanceOf(UnknownEvidence.class);
        PersonId agent = PersonId.create();
        signIn(agent, Role.AGENT, body);
        evidences.markIdentityChecked(id);
        Evidence piece = evidences.find(id).orElseThrow();
        assertThat(piece.identityCheck().by()).isEqualTo(agent);
        assertThat(piece.opens()).isFalse();
        assertThat(store.list("journeys/" + journey).hasNext()).isFalse();
    }

    @Test
    void text_is_read_page_by_page_and_sensitive_numbers_are_not_kept() {
        EvidenceId pdf = attach(
                EvidenceKind.PAYSLIP, "b.pdf", "", Documents.pdf("Aide a domicile", "NIR 2 85 05 78 006 084 36"));
        EvidenceId docx = attach(EvidenceKind.OTHER, "l.docx", "", Documents.docx("Attestation de benevolat"));
        assertThat(awaitReading(pdf)).isEqualTo(ReadingState.READ);
        assertThat(evidences.find(pdf).orElseThrow().current().reading().pages())
                .isEqualTo(2);
        assertThat(text(pdf)).contains("Aide a domicile\n\f").doesNotContain("006");
        assertThat(awaitReading(docx)).isEqualTo(ReadingState.READ);
        assertThat(text(docx)).contains("Attestation de benevolat");
    }

    @Test
    void what_cannot_be_read_is_said_in_one_word() {
        EvidenceId photo = attach(EvidenceKind.PHOTO, "p.jpg", "image/jpeg", Documents.picture("jpeg"));
        EvidenceId cutPhoto = attach(EvidenceKind.PHOTO, "c.jpg", "", Documents.cut(Documents.picture("jpeg")));
        EvidenceId locked = attach(EvidenceKind.OTHER, "secret.pdf", "", Documents.lockedPdf("Bulletin"));
        EvidenceId cut = attach(EvidenceKind.OTHER, "coupe.pdf", "", Documents.cut(Documents.pdf("Coupé", "Fin")));
        EvidenceId blank = attach(EvidenceKind.OTHER, "blanc.pdf", "", Documents.pdf("", ""));
        assertThat(awaitReading(photo)).isEqualTo(ReadingState.NO_TEXT);
        assertThat(awaitReading(cutPhoto)).isEqualTo(ReadingState.TRUNCATED);
        assertThat(awaitReading(locked)).isEqualTo(ReadingState.ENCRYPTED);
        assertThat(awaitReading(cut)).isEqualTo(ReadingState.TRUNCATED);
        assertThat(awaitReading(blank)).isEqualTo(ReadingState.EMPTY);
    }

    @Test
    void an_old_object_without_a_row_is_swept_and_a_row_without_its_object_is_reported() {
        EvidenceId kept = attach(EvidenceKind.OTHER, "a.pdf", "", Documents.pdf("Gardée"));
        EvidenceId lost = attach(EvidenceKind.OTHER, "b.pdf", "", Documents.pdf("Perdue"));
        EvidenceId orphan = attach(EvidenceKind.OTHER, "c.pdf", "", Documents.pdf("Orpheline"));
        awaitReading(kept);
        awaitReading(lost);
        awaitReading(orphan);
        for (String table : List.of("evidence_text", "evidence_version")) {
            database.sql("delete from " + table + " where evidence_id = :id")
                    .param("id", orphan.value())
                    .update();
        }
        store.delete(key(lost));
        database.sql("update evidence_version set stored_at = stored_at - interval 2 hour")
                .update();
        sweep.sweep(clock.instant().plus(Duration.ofHours(2)));
        assertThat(store.size(key(orphan))).isEmpty();
        assertThat(store.size(key(kept))).isPresent();
        assertThat(sweep.sweep().wrong()).contains(key(lost) + " has a row and no object");
        evidences.withdraw(lost, "Objet perdu");
    }

    private String key(EvidenceId id) {
        return "journeys/%s/evidence/%s/1".formatted(journey, id);
    }

    private List<String> actions() {
        return audit.of(journey.value()).stream().map(AuditEntry::action).toList();
    }

    private ReadingState reading(EvidenceId id) {
        return evidences.find(id).orElseThrow().current().reading().state();
    }

    private ReadingState awaitReading(EvidenceId id) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reading(id).done());
        return reading(id);
    }

    private String text(EvidenceId id) {
        return database.sql("select body from evidence_text where evidence_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private EvidenceId attach(EvidenceKind kind, String name, String declared, byte[] content) {
        return evidences.attach(
                journey, body, candidate, kind, name, declared, new ByteArrayInputStream(content), content.length);
    }

    private void refused(Reason reason, String name, String declared, byte[] content) {
        assertThatThrownBy(() -> attach(EvidenceKind.OTHER, name, declared, content))
                .as(name)
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        no -> assertThat(no.reason()).as(name).isEqualTo(reason));
    }

    private static void signIn(PersonId person, Role role, CertifyingBodyId body) {
        SignedIn signedIn = new SignedIn(person, "Quelqu’un", Set.of(role), body, null);
        SignedInPrincipal principal = () -> signedIn;
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(principal, null));
    }
}
