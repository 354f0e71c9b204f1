package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Bombs, broken and disguised files, floods and long files leave the service up and are answered in words. */
@AcquisTest
@Tag("heavy")
class FloodsTest {

    private static final int PEOPLE = 20;
    private static final int FILES_EACH = 25;
    private static final int TRIES = 5;
    private static final long LONG_FILE = 200_000_000;
    private static final int LONG_FILES = 3;

    /** Half of one long file: whoever held a whole one would be seen. */
    private static final int MOST_MEGABYTES = 100;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    Evidences evidences;

    @Autowired
    ActingAs as;

    private final JourneyId journey = JourneyId.create();

    @Test
    void a_bomb_costs_one_document_and_everything_else_is_said_in_one_word() throws IOException {
        byte[] bomb = bomb();
        assertThat(bomb.length).isBetween(200 << 10, 400 << 10);
        EvidenceId exploding = attach("bombe.docx", bomb);
        EvidenceId cut = attach("coupe.pdf", Documents.cut(Documents.pdf("Coupé", "Fin")));
        EvidenceId locked = attach("secret.pdf", Documents.lockedPdf("Bulletin"));
        String[] pages = new String[5_000];
        Arrays.setAll(pages, n -> "Page " + n);
        EvidenceId thick = attach("epais.pdf", Documents.pdf(pages));
        assertThatThrownBy(
                        () -> attach("double.pdf", Documents.joined(Documents.pdf("A"), Documents.zip("a.txt", "a"))))
                .isInstanceOfSatisfying(
                        RefusedFile.class, no -> assertThat(no.reason()).isEqualTo(Reason.MIXED_CONTENT));
        EvidenceId plain = attach("bulletin.pdf", Documents.pdf("Bulletin de paie"));

        assertThat(reading(exploding).state()).isIn(ReadingState.TOO_HEAVY, ReadingState.UNREADABLE);
        assertThat(reading(cut).state()).isEqualTo(ReadingState.TRUNCATED);
        assertThat(reading(locked).state()).isEqualTo(ReadingState.ENCRYPTED);
        assertThat(reading(thick).state()).isEqualTo(ReadingState.READ);
        assertThat(reading(thick).pages()).isEqualTo(5_000);
        assertThat(reading(plain).state()).isEqualTo(ReadingState.READ);
    }

    @Test
    void five_hundred_files_at_once_are_all_kept_once() throws Exception {
        List<SendingCandidate> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            people.add(SendingCandidate.at(port, application));
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (SendingCandidate person : people) {
                for (int n = 0; n < FILES_EACH; n++) {
                    byte[] file = MadeFile.pdf(20_000);
                    String name = n + ".pdf";
                    sent.add(all.submit(() -> patiently(person, name, file)));
                }
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
        for (SendingCandidate person : people) {
            assertThat(evidences.held(person.journey())).hasSize(FILES_EACH);
            assertThat(person.visitor().get(person.path()).status()).isEqualTo(200);
        }
    }

    /** As the script does: what is not answered is sent again; what arrived meanwhile is said to be there. */
    private static Void patiently(SendingCandidate person, String name, byte[] file) throws Exception {
        for (int n = 1; n <= TRIES; n++) {
            try {
                int status = person.send(name, file).status();
                if (status == 201 || status == 422) {
                    return null;
                }
            } catch (IOException notAnswered) {
                // Once more.
            }
        }
        throw new AssertionError(name + " was not taken");
    }

    @Test
    void files_of_two_hundred_megabytes_do_not_fill_the_heap() throws Exception {
        SendingCandidate person = SendingCandidate.at(port, application);
        person.sendLong("chauffe.pdf", LONG_FILE / 10);
        try (LiveHeap heap = new LiveHeap()) {
            for (int n = 0; n < LONG_FILES; n++) {
                person.sendLong("long-" + n + ".pdf", LONG_FILE);
            }
            long growth = heap.growth();
            System.out.println("live heap grew by " + growth + " MB");
            assertThat(growth).isLessThan(MOST_MEGABYTES);
        }
        assertThat(evidences.held(person.journey())).hasSize(LONG_FILES + 1);
    }

    private EvidenceId attach(String name, byte[] content) {
        SignedIn candidate = as.seeded(Role.AGENT);
        return as.call(
                candidate,
                () -> evidences.attach(
                        journey,
                        candidate.certifyingBody(),
                        candidate.id(),
                        EvidenceKind.OTHER,
                        name,
                        "",
                        new ByteArrayInputStream(content),
                        content.length));
    }

    private Reading reading(EvidenceId id) {
        SignedIn agent = as.seeded(Role.AGENT);
        return as.call(agent, () -> {
            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(6))
                    .until(() -> evidences
                            .find(id)
                            .orElseThrow()
                            .current()
                            .reading()
                            .state()
                            .done());
            return evidences.find(id).orElseThrow().current().reading();
        });
    }

    /** An honest document of Word whose text is 300 MB of one letter. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/word/document.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write("""
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
                    officeDocument" Target="word/document.xml"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("""
                    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
                    <w:body><w:p><w:r><w:t>""".getBytes(StandardCharsets.UTF_8));
            byte[] letters = new byte[1 << 20];
            Arrays.fill(letters, (byte) 'a');
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(letters);
            }
            zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
