package fr.acquis.livret2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.certification.SkillId;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.Passages.Place;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Skills against pieces: pages found by the words they share, taken or put aside, and what was said and changed since. */
@AcquisTest
@Tag("evidence")
class ProofMatrixTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    Livret2s livrets;

    @Autowired
    Writing writing;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Deposits deposits;

    @Autowired
    Reviews reviews;

    @Autowired
    Remarks remarks;

    @Autowired
    Versions versions;

    @Autowired
    CaseMembers members;

    @Autowired
    Evidences evidences;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc browser;

    private SignedIn candidate;
    private SignedIn adviser;
    private JourneyId id;
    private SkillId market;
    private SkillId mandate;

    @BeforeEach
    void anAdmittedCandidate() {
        candidate = as.newCandidate();
        adviser = as.seeded(Role.ADVISER);
        id = cases.admitted(candidate);
        cases.task(id, TaskKind.WRITE_LIVRET2);
        transaction.executeWithoutResult(status -> members.add(id, adviser.id(), Role.ADVISER));
        market = skill("Analyser le marché immobilier");
        mandate = skill("Conclure un mandat écrit");
    }

    @Test
    void a_page_that_shares_words_with_a_skill_is_proposed_taken_or_put_aside_and_forgotten_with_its_piece()
            throws Exception {
        EvidenceId study = attach("etude.pdf", "Agenda de la semaine", "Analyse du marche immobilier du secteur nord");
        EvidenceId deed = attach("mandat.pdf", "Mandat de vente ecrit, honoraires et duree expliques au mandant");
        attach("recette.pdf", "Deux oeufs, de la farine et du lait");
        await().atMost(FiledCase.SOON).untilAsserted(() -> {
            assertThat(offer(market).waiting()).isZero();
            assertThat(offer(market).places()).isNotEmpty();
        });

        Place first = offer(market).places().getFirst();
        assertThat(first.piece().id()).isEqualTo(study);
        assertThat(first.pages()).isEqualTo("2");
        assertThat(first.excerpt()).anyMatch(run -> run.sought() && run.text().equals("marche"));
        assertThat(offer(mandate).places().getFirst().piece().id()).isEqualTo(deed);
        assertThat(offer(mandate).places())
                .noneMatch(place -> place.piece().current().fileName().equals("recette.pdf"));
        assertThat(page(candidate, "/livret2/skills/" + market + "/suggestions"))
                .contains("etude.pdf, page 2", "<mark>");
        assertThat(page(candidate, "/livret2/matrix")).contains("aucune preuve", "Une page à regarder", "recette.pdf");

        sent(post("/journeys/{id}/livret2/skills/{skill}/suggestions/{piece}", id, market.value(), study.value())
                .param("pages", "2"));
        sent(post(
                "/journeys/{id}/livret2/skills/{skill}/suggestions/{piece}/dismissal",
                id,
                mandate.value(),
                deed.value()));
        assertThat(page(candidate, "/livret2/matrix")).contains("page 2", "etude.pdf");
        assertThat(offer(mandate).places())
                .noneMatch(place -> place.piece().id().equals(deed));
        assertThat(offer(mandate).aside()).isEqualTo(1);
        as.run(candidate, () -> suggestions.restore(id, mandate));
        assertThat(offer(mandate).places()).anyMatch(place -> place.piece().id().equals(deed));

        as.run(candidate, () -> evidences.withdraw(deed, "Plus utile"));
        assertThat(offer(mandate).places())
                .noneMatch(place -> place.piece().id().equals(deed));
        assertThatThrownBy(() -> as.run(adviser, () -> suggestions.of(id, market)))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void a_file_sent_from_a_skill_is_linked_to_it_and_one_sent_for_nothing_known_only_kept() throws Exception {
        upload("plan.pdf", "skill-" + market);
        upload("autre.pdf", "skill-" + UUID.randomUUID());
        upload("encore.pdf", "ailleurs");
        assertThat(entry(market).proofs()).hasSize(1);
        assertThat(content().pieces()).hasSize(1);
        assertThat(as.call(candidate, () -> writing.pieces(id))).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void a_remark_is_answered_and_what_changed_since_the_review_is_shown_to_the_adviser() throws Exception {
        as.run(candidate, () -> writing.save(id, market, Question.ACTION, "J’ai étudié le secteur.", 0));
        as.run(candidate, () -> deposits.askReview(id, null));
        cases.task(id, TaskKind.REVIEW_LIVRET2);
        as.run(adviser, () -> reviews.sendBack(id, Map.of(market, "Dites comment."), null));
        cases.task(id, TaskKind.WRITE_LIVRET2);
        assertThat(as.call(candidate, () -> versions.since(id))).isEmpty();
        assertThat(page(candidate, "/livret2")).contains("une remarque à reprendre");

        as.run(candidate, () -> writing.save(id, market, Question.ACTION, "J’ai étudié les ventes du secteur.", 1));
        sent(post("/journeys/{id}/livret2/skills/{skill}/remarks/1", id, market.value())
                .param("answer", "J’ai précisé les ventes.")
                .param("done", "true"));
        assertThat(page(candidate, "/livret2/skills/" + market)).contains("Dites comment.", "J’ai précisé les ventes.");
        assertThat(page(candidate, "/livret2")).doesNotContain("une remarque à reprendre");
        assertThat(page(adviser, "/livret2/changes")).contains("la relecture n° 1", "ventes du", "<ins>");
        as.run(candidate, () -> deposits.askReview(id, null));
        cases.task(id, TaskKind.REVIEW_LIVRET2);
        assertThat(page(adviser, "/livret2/review")).contains("J’ai précisé les ventes.", "fait");
        assertThatThrownBy(() -> as.run(adviser, () -> remarks.answer(id, 1, market, "x", true)))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(as.call(candidate, () -> remarks.of(id)).get(market))
                .singleElement()
                .satisfies(remark -> assertThat(remark.done()).isTrue());
    }

    private Suggestions.Offer offer(SkillId skill) {
        return as.call(candidate, () -> suggestions.of(id, skill));
    }

    private Content content() {
        return as.call(candidate, () -> livrets.get(id)).content();
    }

    private Content.Entry entry(SkillId skill) {
        return content().entry(skill).orElseThrow();
    }

    private SkillId skill(String statement) {
        return content().entries().stream()
                .filter(entry -> entry.statement().startsWith(statement))
                .findFirst()
                .orElseThrow()
                .skill();
    }

    private EvidenceId attach(String name, String... pages) {
        Journey journey = journeys.find(id).orElseThrow();
        byte[] content = Documents.pdf(pages);
        return as.call(
                candidate,
                () -> evidences.attach(
                        id,
                        journey.certifyingBody(),
                        journey.candidate(),
                        EvidenceKind.WORK_SAMPLE,
                        name,
                        "",
                        new ByteArrayInputStream(content),
                        content.length));
    }

    private void upload(String name, String wanted) throws Exception {
        var request = multipart("/journeys/{id}/evidence", id)
                .file(new MockMultipartFile("file", name, "application/pdf", Documents.pdf(name)))
                .param("kind", "WORK_SAMPLE")
                .param("for", wanted);
        sent(request);
    }

    private void sent(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        MockHttpServletResponse answer = browser.perform(
                        request.with(SignedInAs.browser(candidate)).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private String page(SignedIn reader, String path) throws Exception {
        MockHttpServletResponse answer = browser.perform(
                        get("/journeys/" + id + path).with(SignedInAs.browser(reader)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
