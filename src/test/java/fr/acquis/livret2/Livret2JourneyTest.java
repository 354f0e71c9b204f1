package fr.acquis.livret2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.audit.AuditVerifier;
import fr.acquis.certification.SkillId;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Aftermath;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.AssembledFile.Inclusion;
import fr.acquis.livret2.work.FilesMadeAgain;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Livret 2 on the real engine: written, reviewed, deposited, assembled, found wanting, completed, complete. */
@AcquisTest
@Tag("whole")
class Livret2JourneyTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Journeys journeys;

    @Autowired
    Livret2s livrets;

    @Autowired
    Writing writing;

    @Autowired
    Deposits deposits;

    @Autowired
    Reviews reviews;

    @Autowired
    CompletenessChecks checks;

    @Autowired
    FilesMadeAgain again;

    @Autowired
    CaseMembers members;

    @Autowired
    Worklist worklist;

    @Autowired
    Evidences evidences;

    @Autowired
    Letters letters;

    @Autowired
    AuditVerifier audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc browser;

    private SignedIn candidate;
    private SignedIn agent;
    private SignedIn adviser;
    private JourneyId id;

    @BeforeEach
    void anAdmittedCandidate() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        adviser = as.seeded(Role.ADVISER);
        id = cases.admitted(candidate);
        awaitTask(TaskKind.WRITE_LIVRET2);
    }

    @Test
    void a_livret_is_written_reviewed_deposited_found_wanting_completed_and_complete() throws Exception {
        transaction.executeWithoutResult(status -> members.add(id, adviser.id(), Role.ADVISER));
        Content.Entry entry = content().entries().getFirst();
        EvidenceId plan = as.call(candidate, () -> attach(EvidenceKind.WORK_SAMPLE, "plan.pdf", Documents.pdf("Plan")));
        write(entry.skill());
        as.run(candidate, () -> writing.link(id, entry.skill(), plan, "1", "Mon plan"));
        assertThat(page(candidate, "/livret2")).contains("à commencer", "complète");
        assertThat(page(candidate, "/livret2/skills/" + entry.skill())).contains("plan.pdf", "J’ai préparé");
        assertThat(status(adviser, get("/journeys/{id}/livret2", id))).isEqualTo(403);

        as.run(candidate, () -> deposits.askReview(id, "Mes situations"));
        awaitTask(TaskKind.REVIEW_LIVRET2);
        assertThat(status(candidate, post("/journeys/{id}/livret2/deposit", id).with(csrf())))
                .isEqualTo(302);
        assertThat(livrets.deposited(id, 1)).isEmpty();
        assertThat(page(adviser, "/livret2/review")).contains("Mes situations", "J’ai préparé", "plan.pdf");
        assertThat(status(adviser, get("/journeys/{id}/livret2/attempts/1/pieces/{piece}", id, plan.value())))
                .isEqualTo(302);
        as.run(adviser, () -> reviews.sendBack(id, Map.of(entry.skill(), "Dites pourquoi."), "Bon travail."));
        awaitTask(TaskKind.WRITE_LIVRET2);
        assertThat(page(candidate, "/livret2/skills/" + entry.skill())).contains("Dites pourquoi.");

        assertThat(page(candidate, "/livret2/deposit")).contains("Déposer malgré ce qui manque");
        as.run(candidate, () -> deposits.deposit(id));
        awaitTask(TaskKind.CHECK_FILE);
        Deposited first = livrets.deposited(id, 1).orElseThrow();
        assertThat(first.file().pieces()).hasSize(1);
        assertThat(hash(agent)).isEqualTo(first.file().sha256());
        assertThat(sent()).contains(LetterTemplate.LIVRET2_RECEIPT);
        assertThatThrownBy(() -> as.run(candidate, () -> write(entry.skill()))).isInstanceOf(BusinessRefusal.class);
        assertThat(page(candidate, "")).contains("Ouvrir le dossier assemblé");
        assertThat(page(agent, "")).contains("Vérifiez le dossier de validation");

        check(Map.of(
                "fileCheck", "PROBLEM", "problems", List.of("EVIDENCE_MISSING"), "explanation", "Ajoutez la preuve."));
        awaitTask(TaskKind.COMPLETE_LIVRET2);
        assertThat(page(candidate, "/livret2/deposit")).contains("Ajoutez la preuve.");
        EvidenceId photo = as.call(candidate, () -> attach(EvidenceKind.PHOTO, "photo.png", Documents.picture("png")));
        as.run(candidate, () -> writing.link(id, entry.skill(), photo, null, null));
        as.run(candidate, () -> deposits.complete(id));
        awaitTask(TaskKind.CHECK_FILE);
        Deposited second = livrets.deposited(id, 1).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.firstDepositedAt()).isEqualTo(first.depositedAt());
        assertThat(second.file().pieces()).hasSize(2);

        check(Map.of("fileCheck", "COMPLETE"));
        await().atMost(FiledCase.SOON)
                .untilAsserted(
                        () -> assertThat(worklist.open(id, TaskKind.CHECK_FILE)).isEmpty());
        assertThat(livrets.latestDeposit(id).orElseThrow().check().verdict()).isEqualTo(Deposit.Verdict.COMPLETE);
        assertThat(page(candidate, "")).contains("Dossier vérifié");
        assertThat(audit.verify(id.value())).isEmpty();
        as.run(candidate, () -> journeys.abandon(id));
        aftermath.nothingIsLeft(id);
    }

    @Test
    void two_windows_on_one_field_lose_nothing() throws Exception {
        SkillId skill = content().entries().getFirst().skill();
        assertThat(typed(skill, "Première version", 0).getStatus()).isEqualTo(200);
        MockHttpServletResponse stale = typed(skill, "Autre fenêtre", 0);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("Première version");
        assertThat(typed(skill, "Première version", 0).getStatus()).isEqualTo(200);
        String both = browser.perform(post("/journeys/{id}/livret2/skills/{skill}", id, skill.value())
                        .param("text-SITUATION", "Sans script")
                        .param("version-SITUATION", "0")
                        .with(SignedInAs.browser(candidate))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(both).contains("Sans script", "Première version");
        assertThat(typed(skill, "Choisie", 1).getStatus()).isEqualTo(200);
        assertThat(as.call(candidate, () -> writing.fields(id, skill))
                        .get(Question.SITUATION)
                        .text())
                .isEqualTo("Choisie");
    }

    @Test
    void a_piece_withdrawn_after_the_deposit_leaves_the_file() throws Exception {
        SkillId skill = content().entries().getFirst().skill();
        EvidenceId plan = as.call(
                candidate, () -> attach(EvidenceKind.WORK_SAMPLE, "nom-d-une-personne.pdf", Documents.pdf("Madame X")));
        as.run(candidate, () -> writing.link(id, skill, plan, null, null));
        as.run(candidate, () -> deposits.deposit(id));
        awaitTask(TaskKind.CHECK_FILE);
        as.run(candidate, () -> evidences.withdraw(plan, "Elle y est nommée"));
        await().atMost(FiledCase.SOON).untilAsserted(() -> {
            again.makeAgain();
            assertThat(livrets.deposited(id, 1).orElseThrow().file())
                    .isNotNull()
                    .satisfies(file ->
                            assertThat(file.pieces().getFirst().inclusion()).isEqualTo(Inclusion.WITHDRAWN));
        });
        try (InputStream stream = as.call(agent, () -> livrets.openFile(id, 1)).stream();
                PDDocument document = Loader.loadPDF(stream.readAllBytes())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .doesNotContain("Madame X", "nom-d-une-personne");
        }
    }

    @Test
    void a_new_attempt_begins_with_the_words_of_the_one_before_which_stays() {
        SkillId skill = content().entries().getFirst().skill();
        write(skill);
        transaction.executeWithoutResult(status -> livrets.open(id, 2));
        assertThat(as.call(candidate, () -> livrets.get(id)).attempt()).isEqualTo(2);
        as.run(candidate, () -> writing.save(id, skill, Question.ACTION, "Autrement.", 1));
        assertThat(as.call(candidate, () -> livrets.get(id, 1))
                        .content()
                        .entry(skill)
                        .orElseThrow()
                        .answer(Question.ACTION))
                .startsWith("J’ai préparé");
        assertThat(as.call(candidate, () -> livrets.get(id))
                        .content()
                        .entry(skill)
                        .orElseThrow()
                        .answer(Question.ACTION))
                .isEqualTo("Autrement.");
    }

    @Test
    void the_wrong_person_reads_and_writes_nothing() throws Exception {
        SkillId skill = content().entries().getFirst().skill();
        SignedIn other = as.newCandidate();
        assertThat(status(other, get("/journeys/{id}/livret2", id))).isEqualTo(404);
        assertThat(status(agent, get("/journeys/{id}/livret2", id))).isEqualTo(404);
        for (SignedIn person : List.of(other, agent, adviser)) {
            assertThatThrownBy(() -> as.run(person, () -> writing.save(id, skill, Question.ACTION, "x", 0)))
                    .isInstanceOf(BusinessRefusal.class);
            assertThatThrownBy(() -> as.run(person, () -> deposits.deposit(id))).isInstanceOf(BusinessRefusal.class);
        }
        EvidenceId card =
                as.call(candidate, () -> attach(EvidenceKind.IDENTITY_DOCUMENT, "carte.pdf", Documents.pdf("Carte")));
        assertThatThrownBy(() -> as.run(candidate, () -> writing.link(id, skill, card, null, null)))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void the_jury_meets_before_the_end_of_the_third_month() {
        assertThat(Livret2Dates.juryBy(LocalDate.of(2026, 11, 23), Period.ofMonths(3)))
                .isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Livret2Dates.juryBy(LocalDate.of(2026, 11, 30), Period.ofMonths(3)))
                .isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Livret2Dates.juryBy(LocalDate.of(2026, 11, 23), Period.ofDays(90)))
                .isEqualTo(LocalDate.of(2027, 2, 21));
    }

    private void write(SkillId skill) {
        as.run(candidate, () -> {
            writing.save(id, skill, Question.SITUATION, "Une agence de quartier.", 0);
            writing.save(id, skill, Question.ACTION, "J’ai préparé la semaine.", 0);
            writing.save(id, skill, Question.RESULT, "Deux mandats de plus.", 0);
        });
    }

    private MockHttpServletResponse typed(SkillId skill, String text, int version) throws Exception {
        return browser.perform(post("/journeys/{id}/livret2/skills/{skill}/answers", id, skill.value())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"question\":\"SITUATION\",\"text\":\"%s\",\"version\":%d}".formatted(text, version))
                        .with(SignedInAs.browser(candidate))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(SignedIn reader, String path) throws Exception {
        MockHttpServletResponse answer = browser.perform(
                        get("/journeys/" + id + path).with(SignedInAs.browser(reader)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int status(SignedIn reader, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(SignedInAs.browser(reader)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void check(Map<String, Object> answer) {
        Task task = awaitTask(TaskKind.CHECK_FILE);
        as.run(agent, () -> transaction.executeWithoutResult(status -> checks.submit(task, answer)));
    }

    private Sha256 hash(SignedIn reader) throws IOException {
        try (InputStream stream = as.call(reader, () -> livrets.openFile(id, 1)).stream()) {
            return Sha256.of(stream.readAllBytes());
        }
    }

    private Content content() {
        return as.call(candidate, () -> livrets.get(id)).content();
    }

    private List<LetterTemplate> sent() {
        return letters.of(id).stream().map(LetterSummary::template).toList();
    }

    private Task awaitTask(TaskKind kind) {
        return cases.task(id, kind);
    }

    private EvidenceId attach(EvidenceKind kind, String name, byte[] content) {
        Journey journey = journeys.find(id).orElseThrow();
        return evidences.attach(
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                name,
                "",
                new ByteArrayInputStream(content),
                content.length);
    }
}
