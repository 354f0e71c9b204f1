package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.audit.Audit;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.PageView.Show;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.work.PageSweep;
import fr.acquis.evidence.work.ReaderOnTrial;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Pages of pieces as each reader sees them: drawn with numbers covered, to nobody else, with their trace and their notes. */
@AcquisTest
@Tag("evidence")
class ViewerTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    Evidences evidences;

    @Autowired
    PieceViewer viewer;

    @Autowired
    PageNotes notes;

    @Autowired
    PageRows pages;

    @Autowired
    PageSweep sweep;

    @Autowired
    ActingAs as;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc browser;

    @TempDir
    Path folder;

    private HandedIn rooms;
    private SignedIn candidate;
    private SignedIn agent;
    private JourneyId journey;

    @BeforeEach
    void aCase() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        rooms = new HandedIn(context);
        journey = rooms.begun(candidate);
    }

    @Test
    void numbers_that_identify_or_pay_are_black_on_the_drawing_itself_and_in_its_text() throws Exception {
        EvidenceId pdf = attached("bulletin.pdf", "application/pdf", ColouredPages.pdf());
        for (int page = 1; page <= 3; page++) {
            PageView view = drawn(agent, pdf, page);
            BufferedImage drawing = picture(pdf, page);
            assertThat(drawing.getWidth()).isEqualTo(view.sheet().width());
            assertThat(ColouredPages.red(drawing)).as("page %d", page).isLessThan(20);
            assertThat(ColouredPages.blue(drawing)).isGreaterThan(500);
            assertThat(view.text()).contains("Camille Specimen").doesNotContain("006 084", "3000 6000");
            assertThat(view.sheet().words()).anyMatch(word -> word.text().contains("█") && word.width() > 0);
        }
        // The page that the document itself turns is shown as it is read.
        assertThat(drawn(agent, pdf, 2).sheet().width())
                .isGreaterThan(drawn(agent, pdf, 2).sheet().height());

        EvidenceId photograph = attached("photo.jpg", "image/jpeg", ColouredPages.photograph());
        PageView view = drawn(candidate, photograph, 1);
        assertThat(view.sheet().width()).isGreaterThan(view.sheet().height());
        assertThat(ColouredPages.blue(picture(photograph, 1))).isGreaterThan(500);
        if (ReaderOnTrial.recognises(folder)) {
            assertThat(ColouredPages.red(picture(photograph, 1))).isLessThan(20);
            assertThat(view.text()).contains("Specimen").doesNotContain("006 084");
        } else {
            assertThat(view.sheet().checked()).isFalse();
        }
    }

    @Test
    void a_page_that_was_read_is_written_down_told_to_the_owner_and_forgotten_with_its_piece() throws Exception {
        EvidenceId pdf = attached("plan.pdf", "application/pdf", Documents.pdf("Plan de travail un", "Plan deux"));
        drawn(agent, pdf, 2);
        drawn(agent, pdf, 2);
        as.run(agent, () -> viewer.turn(pdf, 2));
        assertThat(drawn(agent, pdf, 2).turned()).isEqualTo(1);
        assertThat(drawn(candidate, pdf, 2).turned()).isZero();
        assertThat(audit.of(journey.value()))
                .filteredOn(entry -> entry.action().equals("read-evidence-page"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("page", "2"));
        assertThat(as.call(candidate, () -> viewer.readings(pdf)))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.person()).isEqualTo(agent.id());
                    assertThat(reading.pages()).containsExactly(2);
                });
        String told = page(candidate, "/evidence/{id}/pages/2", pdf);
        assertThat(told).contains("certificateur", "Page 2 sur 2", "Plan deux").doesNotContain(agent.displayName());
        assertThat(page(candidate, "/evidence/{id}/pages/7", pdf)).contains("Page 2 sur 2");
        assertThat(status(candidate, get("/evidence/{id}/pages/0", pdf.value())))
                .isEqualTo(404);
        MockHttpServletResponse picture = answer(candidate, get("/evidence/{id}/pages/2/picture", pdf.value()));
        assertThat(picture.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(picture.getHeader("Cache-Control")).contains("no-store");

        sweep.shed(0);
        assertThat(pages.keys(pdf)).isEmpty();
        drawn(agent, pdf, 1);
        as.run(candidate, () -> evidences.withdraw(pdf, "Erreur"));
        assertThat(pages.find(pdf, 1, 1)).isEmpty();
        assertThatThrownBy(() -> as.call(agent, () -> viewer.look(pdf, 1))).isInstanceOf(UnknownEvidence.class);
    }

    @Test
    void an_office_file_is_text_and_an_identity_document_is_never_drawn() throws Exception {
        EvidenceId docx = attached(
                "projet.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Documents.docx("Mon projet. Sécurité sociale : " + ColouredPages.NIR));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(look(agent, docx, 1).show()).isIn(Show.TEXT, Show.DRAWN));
        assertThat(look(agent, docx, 1).text()).contains("Mon projet").doesNotContain("006 084");
        EvidenceId identity =
                attached(EvidenceKind.IDENTITY_DOCUMENT, "carte.pdf", "application/pdf", Documents.pdf("Carte"));
        assertThat(look(agent, identity, 1).show()).isEqualTo(Show.NONE);
        assertThat(status(agent, get("/evidence/{id}/pages/1/picture", identity.value())))
                .isEqualTo(404);
        assertThat(pages.find(identity, 1, 1)).isEmpty();
    }

    @Test
    void a_juror_sees_what_was_handed_in_and_reads_the_others_notes_once_marks_are_closed() throws Exception {
        EvidenceId handed = attached("plan.pdf", "application/pdf", Documents.pdf("Plan remis au jury"));
        EvidenceId kept = attached("brouillon.pdf", "application/pdf", Documents.pdf("Pas remis"));
        SignedIn juror = as.another(Role.JUROR);
        SignedIn other = as.another(Role.JUROR);
        SignedIn adviser = as.another(Role.ADVISER);
        for (SignedIn nobody : List.of(juror, adviser, as.newCandidate())) {
            assertThat(status(nobody, get("/evidence/{id}/pages/1", handed.value())))
                    .isEqualTo(404);
        }
        rooms.work(journey, Role.JUROR, List.of(juror, other));
        rooms.work(journey, Role.ADVISER, List.of(adviser));
        assertThat(status(juror, get("/evidence/{id}/pages/1", handed.value()))).isEqualTo(404);
        rooms.deposited(journey, candidate, handed);
        drawn(juror, handed, 1);
        assertThat(page(juror, "/evidence/{id}/pages/1", handed))
                .contains("Plan remis")
                .doesNotContain("/content");
        for (String path : List.of("", "/picture", "/thumbnail")) {
            assertThat(status(juror, get("/evidence/{id}/pages/1" + path, kept.value())))
                    .isEqualTo(404);
        }
        assertThat(status(juror, get("/evidence/{id}/content", handed.value()))).isEqualTo(404);
        // Deposited is not shared: the adviser reads what the candidate shares.
        assertThat(status(adviser, get("/evidence/{id}/pages/1", handed.value())))
                .isEqualTo(404);

        as.run(juror, () -> notes.write(handed, 1, NoteReach.PANEL, "À demander : qui a signé ?"));
        as.run(agent, () -> notes.write(handed, 1, NoteReach.BODY, "Vu avec la personne."));
        as.run(agent, () -> notes.write(handed, 1, NoteReach.CANDIDATE, "Page bien lisible."));
        as.run(candidate, () -> notes.write(handed, 1, NoteReach.AUTHOR, "Ma note."));
        assertThat(read(juror, handed)).containsExactly("À demander : qui a signé ?");
        assertThat(read(other, handed)).isEmpty();
        assertThat(read(candidate, handed)).containsExactly("Page bien lisible.", "Ma note.");
        assertThat(read(agent, handed)).containsExactly("Vu avec la personne.", "Page bien lisible.");
        assertThatThrownBy(() -> as.run(juror, () -> notes.write(handed, 1, NoteReach.CANDIDATE, "Bravo")))
                .isInstanceOf(BusinessRefusal.class);
        rooms.closesMarks(rooms.summoned(journey, List.of(juror, other)));
        assertThat(read(other, handed)).containsExactly("À demander : qui a signé ?");
        assertThat(read(agent, handed)).hasSize(2);
        assertThat(status(
                        juror,
                        post("/evidence/{id}/pages/1/notes", handed.value())
                                .param("reach", "PANEL")
                                .param("body", " ")
                                .with(csrf())))
                .isEqualTo(422);
    }

    private List<String> read(SignedIn person, EvidenceId id) {
        return as.call(person, () -> notes.of(id, 1)).stream()
                .map(PageNote::body)
                .toList();
    }

    private PageView look(SignedIn person, EvidenceId id, int page) {
        return as.call(person, () -> viewer.look(id, page));
    }

    private PageView drawn(SignedIn person, EvidenceId id, int page) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(look(person, id, page).show()).isEqualTo(Show.DRAWN));
        return look(person, id, page);
    }

    private BufferedImage picture(EvidenceId id, int page) throws Exception {
        byte[] jpeg = answer(agent, get("/evidence/{id}/pages/{page}/picture", id.value(), page))
                .getContentAsByteArray();
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private EvidenceId attached(String name, String type, byte[] content) {
        return attached(EvidenceKind.OTHER, name, type, content);
    }

    private EvidenceId attached(EvidenceKind kind, String name, String type, byte[] content) {
        return rooms.attached(journey, candidate, kind, name, type, content);
    }

    private String page(SignedIn person, String path, EvidenceId id) throws Exception {
        MockHttpServletResponse answer = answer(person, get(path, id.value()));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(SignedIn person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return answer(person, request).getStatus();
    }

    private MockHttpServletResponse answer(SignedIn person, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        SignedInPrincipal principal = () -> person;
        String[] authorities = person.roles().stream().map(Role::authority).toArray(String[]::new);
        return browser.perform(
                        request.with(authentication(new TestingAuthenticationToken(principal, null, authorities))))
                .andReturn()
                .getResponse();
    }
}
