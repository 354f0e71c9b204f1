package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.SignedInPrincipal;
import fr.acquis.shared.JourneyId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Files that come in parts, as a browser sends them. */
@AcquisTest
@Tag("evidence")
class SendingProtocolTest {

    private static final String BYTES = "application/offset+octet-stream";

    @Autowired
    ApplicationContext application;

    @Autowired
    ActingAs as;

    @Autowired
    MockMvc browser;

    private SignedIn candidate;
    private JourneyId journey;

    @BeforeEach
    void a_candidate_has_begun() {
        candidate = as.newCandidate();
        journey = new HandedIn(application).begun(candidate);
    }

    @Test
    void the_protocol_is_tus() throws Exception {
        byte[] file = MadeFile.pdf(3_000);
        MockHttpServletResponse short_ = answer(
                creation("a.pdf", file.length, "short").contentType(BYTES).content(file));
        assertThat(short_.getStatus()).isEqualTo(201);
        assertThat(short_.getHeader("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(short_.getHeader("Acquis-Piece")).isNotNull();
        MockHttpServletResponse taken = answer(head(short_.getHeader("Location")));
        assertThat(taken.getHeader("Upload-Offset")).isEqualTo("3000");
        assertThat(taken.getHeader("Acquis-Piece")).isNotNull();

        String place = answer(creation("b.pdf", 50, "long")).getHeader("Location");
        assertThat(answer(part(place, 7, new byte[3])).getStatus()).isEqualTo(409);
        assertThat(answer(part(place, 0, new byte[20])).getHeader("Upload-Offset"))
                .isEqualTo("20");
        MockHttpServletResponse midway = answer(head(place));
        assertThat(midway.getHeader("Upload-Offset")).isEqualTo("20");
        assertThat(midway.getHeader("Upload-Length")).isEqualTo("50");
        assertThat(midway.getHeader("Upload-Expires")).endsWith("GMT");
        assertThat(page()).contains("Envois interrompus", "b.pdf");
        MockHttpServletResponse refused = answer(part(place, 20, new byte[30]));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("ce n’est pas un vrai fichier pdf");
        assertThat(answer(head(place)).getStatus()).isEqualTo(404);

        String left = answer(creation("c.pdf", 50, "left")).getHeader("Location");
        assertThat(answer(delete(left)).getStatus()).isEqualTo(204);
        assertThat(answer(creation("c.exe", 50, "wrong")).getStatus()).isEqualTo(422);
        assertThat(answer(creation("c.pdf", 50, "")).getStatus()).isEqualTo(400);
    }

    private MockHttpServletRequestBuilder creation(String name, int length, String fingerprint) {
        return post("/journeys/{id}/evidence/sendings", journey)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", length)
                .header(
                        "Upload-Metadata",
                        "filename " + base64(name) + ",kind " + base64("OTHER") + ",fingerprint "
                                + base64(fingerprint));
    }

    private static MockHttpServletRequestBuilder part(String place, int offset, byte[] bytes) {
        return patch(place).header("Upload-Offset", offset).contentType(BYTES).content(bytes);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(asCandidate()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page() throws Exception {
        return answer(get("/journeys/{id}/evidence", journey)).getContentAsString(StandardCharsets.UTF_8);
    }

    private RequestPostProcessor asCandidate() {
        SignedInPrincipal principal = () -> candidate;
        return authentication(new TestingAuthenticationToken(principal, null, Role.CANDIDATE.authority()));
    }
}
