package fr.acquis.jury;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages, and what they never show: marks before they are closed, a hearing to whom does not sit. */
@AcquisTest
@Import({WorkersOfOtherRooms.class, JuryCase.class})
@Tag("whole")
class JuryPagesTest {

    private static final String SECRET = "REMARQUE-SECRETE";

    @Autowired
    MockMvc web;

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase filed;

    @Autowired
    JuryCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Deliberations deliberations;

    private SignedIn candidate;
    private List<SignedIn> jurors;
    private JourneyId journey;
    private Hearing hearing;

    @BeforeEach
    void a_hearing_today() {
        candidate = as.newCandidate();
        jurors = cases.fourJurors();
        journey = cases.waitingForJury(candidate);
        hearing = cases.summoned(cases.session("RNCP99901", jurors, JuryMode.ENTRETIEN, cases.today()), journey);
    }

    @AfterEach
    void the_case_ends() {
        as.run(candidate, () -> journeys.abandon(journey));
    }

    @Test
    void a_juror_reads_what_was_handed_in_and_a_role_in_another_body_opens_nothing_more() throws Exception {
        SignedIn juror = jurors.get(1);
        SignedIn agentElsewhere = new SignedIn(
                juror.id(), juror.displayName(), Set.of(Role.JUROR, Role.AGENT), CertifyingBodyId.create(), "Ailleurs");
        for (SignedIn reader : List.of(juror, agentElsewhere)) {
            assertThat(page(reader, "/journeys/" + journey))
                    .doesNotContain("id=\"letters\"", "id=\"history\"", "id=\"support\"");
        }
        assertThat(page(cases.agent(), "/journeys/" + journey)).contains("id=\"letters\"", "id=\"history\"");
    }

    @Test
    void marks_are_read_by_nobody_else_before_they_are_closed() throws Exception {
        SignedIn author = jurors.get(1);
        cases.evaluates(author, hearing, SECRET, Set.of());
        SignedIn president = jurors.getFirst();
        as.run(president, () -> evaluations.declare(hearing.id(), false));
        as.run(jurors.get(2), () -> evaluations.declare(hearing.id(), false));

        assertThat(page(author, "/hearings/" + hearing.id() + "/evaluation")).contains(SECRET);
        assertThat(page(president, "/hearings/" + hearing.id() + "/evaluation"))
                .contains("Pas encore évalué")
                .doesNotContain("Bloc non montré");
        for (SignedIn other : List.of(president, jurors.get(2), jurors.get(3))) {
            assertThat(page(other, "/hearings/" + hearing.id())).doesNotContain(SECRET);
            assertThat(page(other, "/hearings/" + hearing.id() + "/evaluation")).doesNotContain(SECRET);
            assertThat(page(other, "/sessions/mine")).doesNotContain(SECRET);
            assertThat(page(other, "/journeys/" + journey)).doesNotContain(SECRET);
        }
        assertThat(page(president, "/hearings/" + hearing.id() + "/deliberation"))
                .doesNotContain(SECRET);
        assertThat(status(jurors.get(2), get("/hearings/" + hearing.id() + "/deliberation")))
                .isEqualTo(404);
        assertThat(page(candidate, "/journeys/" + journey)).doesNotContain(SECRET);
        assertThat(status(candidate, get("/hearings/" + hearing.id()))).isEqualTo(403);
        assertThat(page(cases.agent(), "/journeys/" + journey)).doesNotContain(SECRET);
        assertThat(page(cases.agent(), "/sessions/" + hearing.session())).doesNotContain(SECRET);
        assertThat(status(cases.agent(), get("/hearings/" + hearing.id()))).isEqualTo(403);
        assertThat(status(cases.newJuror("Étranger"), get("/hearings/" + hearing.id())))
                .isEqualTo(404);

        as.run(president, () -> evaluations.closeMarks(hearing.id()));
        cases.awaitTask(journey, TaskKind.DELIBERATE);
        assertThat(page(president, "/hearings/" + hearing.id() + "/deliberation"))
                .contains(SECRET);
        assertThat(page(candidate, "/journeys/" + journey)).doesNotContain(SECRET);
    }

    @Test
    void a_juror_declares_first_saves_a_draft_hands_in_and_the_president_decides_and_signs() throws Exception {
        SignedIn president = jurors.getFirst();
        String at = "/hearings/" + hearing.id();
        cases.awaitSeatOf(president, hearing);
        assertThat(page(president, at)).contains("aucun lien").doesNotContain("/grid");
        assertThat(status(president, post(at + "/grid"))).isEqualTo(302);
        assertThat(as.call(president, () -> evaluations.own(hearing))).isEmpty();
        assertThat(status(president, post(at + "/declaration").param("linked", "false")))
                .isEqualTo(302);

        MockHttpServletRequestBuilder draft = post(at + "/grid").header("HX-Request", "true");
        String first = cases.codes("RNCP99901").getFirst().value();
        assertThat(status(president, draft.param("comment-" + first, "Début"))).isEqualTo(204);
        String incomplete = body(
                president, post(at + "/grid").param("comment-" + first, "Début").param("percent-" + first, "140"), 422);
        assertThat(incomplete).contains("Début", "nombre entier de 0 à 100", "Il manque des réponses");

        MockHttpServletRequestBuilder whole = post(at + "/grid");
        evaluations.examined(hearing).forEach(block -> {
            whole.param("percent-" + block.code(), "90");
            block.skills().forEach(skill -> whole.param("level-" + skill.id(), "SHOWN"));
        });
        assertThat(status(president, whole)).isEqualTo(302);
        assertThat(page(president, at + "/evaluation")).contains("Rendre mon évaluation");
        assertThat(status(president, post(at + "/evaluation"))).isEqualTo(302);
        assertThat(page(president, at)).contains("Votre évaluation est rendue");
        assertThat(status(president, post(at + "/marks-closed"))).isEqualTo(302);
        cases.awaitTask(journey, TaskKind.DELIBERATE);

        String wrong = body(
                president,
                post(at + "/deliberation")
                        .param("obtained-" + first, "false")
                        .param("for-" + first, "3")
                        .param("against-" + first, "1")
                        .param("observations", "À garder"),
                422);
        assertThat(wrong).contains("pas celle que donnent les voix", "À garder");
        MockHttpServletRequestBuilder decided = post(at + "/deliberation");
        for (SkillBlockCode code : cases.codes("RNCP99901")) {
            decided.param("obtained-" + code, "true").param("for-" + code, "2").param("against-" + code, "2");
        }
        assertThat(status(president, decided)).isEqualTo(302);
        assertThat(page(president, at + "/deliberation")).contains("Signer le procès-verbal");
        assertThat(status(president, post(at + "/signature"))).isEqualTo(302);
        cases.awaitTask(journey, TaskKind.DELIVER_CERTIFICATE);
        assertThat(page(candidate, "/journeys/" + journey)).contains("Tous les blocs de la certification sont acquis");
        assertThat(status(cases.agent(), get(at + "/minutes"))).isEqualTo(200);
        assertThat(page(cases.agent(), "/journeys/" + journey)).contains(at + "/minutes");
    }

    @Test
    void an_agent_opens_a_session_and_what_is_wrong_stands_beside_its_field() throws Exception {
        SignedIn agent = cases.agent();
        String certification = filed.certification("RNCP99901").id().toString();
        assertThat(page(agent, "/sessions")).contains("Nouvelle session");
        assertThat(page(agent, "/sessions/new")).contains("CQP Négociateur immobilier");
        String refused = body(
                agent,
                post("/sessions")
                        .param("certification", certification)
                        .param("day", "2020-01-01")
                        .param("hour", "09:00")
                        .param("minutes", "45")
                        .param("mode", "ENTRETIEN")
                        .param("bring", "Un stylo"),
                422);
        assertThat(refused).contains("Cette date est passée", "Indiquez un lieu", "Un stylo");
        MockHttpServletResponse opened = answer(
                agent,
                post("/sessions")
                        .param("certification", certification)
                        .param("day", cases.today().plusDays(60).toString())
                        .param("hour", "09:00")
                        .param("minutes", "45")
                        .param("mode", "ENTRETIEN")
                        .param("place", "Salle 1"));
        assertThat(opened.getStatus()).isEqualTo(302);
        assertThat(page(agent, opened.getRedirectedUrl()))
                .contains("Salle 1", "Désignez une présidence", "Aucun dossier");
        SignedIn stranger = new SignedIn(
                agent.id(), "Ailleurs", Set.of(Role.AGENT), fr.acquis.shared.CertifyingBodyId.create(), "Ailleurs");
        assertThat(status(stranger, get(opened.getRedirectedUrl()))).isEqualTo(404);
    }

    private String page(SignedIn reader, String address) throws Exception {
        return body(reader, get(address), 200);
    }

    private String body(SignedIn reader, MockHttpServletRequestBuilder request, int expected) throws Exception {
        MockHttpServletResponse answer = answer(reader, request);
        assertThat(answer.getStatus()).isEqualTo(expected);
        return answer.getContentAsString().replace('\u00a0', ' ');
    }

    private int status(SignedIn reader, MockHttpServletRequestBuilder request) throws Exception {
        return answer(reader, request).getStatus();
    }

    private MockHttpServletResponse answer(SignedIn reader, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(browser(reader)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
