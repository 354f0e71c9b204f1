package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@AcquisTest
@Tag("evidence")
class EvidencePagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Evidences evidences;

    private final JourneyId journey = JourneyId.create();
    private final CertifyingBodyId body = CertifyingBodyId.create();
    private final PersonId candidate = PersonId.create();

    @Test
    void a_content_is_an_attachment_that_nothing_runs() throws Exception {
        byte[] pdf = Documents.pdf("Relevé");
        EvidenceId id = attached(pdf);
        MockHttpServletResponse answer = browser.perform(
                        get("/evidence/{id}/content", id).with(as(candidate, Role.CANDIDATE, null)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(pdf);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(answer.getHeaders("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void somebody_elses_piece_is_unknown() throws Exception {
        EvidenceId id = attached(Documents.pdf("Privé"));
        RequestPostProcessor other = as(PersonId.create(), Role.CANDIDATE, null);
        assertThat(browser.perform(get("/evidence/{id}/content", id).with(other))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.perform(post("/evidence/{id}/withdrawal", id)
                                .param("reason", "x")
                                .with(other)
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobody_attaches_to_a_journey_no_room_answers_for() throws Exception {
        assertThat(browser.perform(multipart("/journeys/{id}/evidence", journey)
                                .file(new MockMultipartFile("file", "a.pdf", "application/pdf", Documents.pdf("A")))
                                .param("kind", "OTHER")
                                .with(as(candidate, Role.CANDIDATE, null))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(evidences.held(journey)).isEmpty();
    }

    @Test
    void a_withdrawal_goes_back_to_a_page_of_ours_only() throws Exception {
        EvidenceId id = attached(Documents.pdf("Retrait"));
        String to = browser.perform(post("/evidence/{id}/withdrawal", id)
                        .param("reason", "Erreur")
                        .param("back", "//ailleurs.example")
                        .with(as(candidate, Role.CANDIDATE, null))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(to).isEqualTo("/");
        assertThat(evidences.held(journey).getFirst().stands()).isFalse();
    }

    private EvidenceId attached(byte[] pdf) {
        return evidences.attach(
                journey,
                body,
                candidate,
                EvidenceKind.CAREER_STATEMENT,
                "relevé.pdf",
                "application/pdf",
                new ByteArrayInputStream(pdf),
                pdf.length);
    }

    private static RequestPostProcessor as(PersonId person, Role role, CertifyingBodyId body) {
        SignedIn signedIn = new SignedIn(person, "Quelqu’un", Set.of(role), body, null);
        SignedInPrincipal principal = () -> signedIn;
        return authentication(new TestingAuthenticationToken(principal, null, role.authority()));
    }
}
