package fr.acquis.api;

import static fr.acquis.api.Story.items;
import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.Documents;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused: the right status, words for people, a code for programs, nothing changed. */
@AcquisTest
class ApiBadInputTest extends ApiTest {

    private Program candidate;
    private Story story;

    @BeforeEach
    void program() {
        candidate = of(as.newCandidate());
        story = new Story(candidate, nobody());
    }

    @Test
    void vae_is_not_begun_for_a_certification_of_the_specific_register() {
        String english = story.certification("RS99901");
        Reply detail = candidate.get("/api/v1/certifications/" + english);
        assertThat(detail.json().path("certification").path("closedBecause").asString())
                .isEqualTo("RS_ONLY");
        assertThat(detail.text("explanation")).contains("faites vérifier par un conseiller");

        Reply refused = candidate.post("/api/v1/journeys", Map.of("certification", english));

        isProblem(refused, 422, "journey.refused.not-rncp");
        assertThat(refused.text("detail")).contains("RNCP");
        assertThat(items(candidate.get("/api/v1/journeys"))).isEmpty();
    }

    @Test
    void an_id_that_nothing_has_is_unknown_and_so_is_one_that_cannot_be() {
        String nothing = UUID.randomUUID().toString();
        isProblem(candidate.get(journey(nothing)), 404, "journey.refused.unknown");
        isProblem(candidate.get(journey("42")), 404, "api.unknown");
        isProblem(candidate.get(journey(nothing) + "/evidence"), 404, "api.unknown");
        isProblem(candidate.get("/api/v1/evidence/" + nothing), 404, "evidence.unknown");
        isProblem(candidate.get("/api/v1/evidence/" + nothing + "/content"), 404, "evidence.unknown");
        isProblem(candidate.get("/api/v1/letters/" + nothing), 404, "api.letter.unknown");
        isProblem(candidate.get("/api/v1/certifications/" + nothing), 404, "api.certification.unknown");
        isProblem(
                candidate.post("/api/v1/journeys", Map.of("certification", nothing)),
                404,
                "journey.refused.no-certification");
        isProblem(candidate.get("/api/v1/nowhere"), 404, "api.no-address");
        isProblem(candidate.put("/api/v1/journeys", Map.of()), 405, "api.refused.405");
    }

    @Test
    void an_empty_file_and_a_program_named_pdf_are_refused_and_nothing_is_kept() {
        String id = story.draft();
        isProblem(
                candidate.upload(journey(id) + "/evidence", "PAYSLIP", "vide.pdf", new byte[0]),
                422,
                "evidence.refused.empty");
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        Reply disguised = candidate.upload(journey(id) + "/evidence", "PAYSLIP", "paie.pdf", program);
        assertThat(disguised.status()).as(disguised.toString()).isEqualTo(415);
        assertThat(disguised.text("code")).isEqualTo("evidence.refused.content-differs-from-name");
        byte[] payslip = Documents.pdf("Paie");
        assertThat(candidate
                        .upload(journey(id) + "/evidence", "PAYSLIP", "paie.pdf", payslip)
                        .status())
                .isEqualTo(201);
        isProblem(
                candidate.upload(journey(id) + "/evidence", "PAYSLIP", "encore.pdf", payslip),
                409,
                "evidence.refused.duplicate");
        assertThat(items(candidate.get(journey(id) + "/evidence"))).hasSize(1);
    }

    @Test
    void an_upload_says_what_it_lacks() {
        String id = story.draft();
        isProblem(
                candidate.upload(journey(id) + "/evidence", "RECIPE", "paie.pdf", Documents.pdf("Paie")),
                422,
                "api.invalid");
        isProblem(candidate.post(journey(id) + "/evidence", "{}"), 415, "api.refused.415");
    }

    @Test
    void a_piece_is_read_back_byte_for_byte_and_withdrawn_once() {
        String id = story.draft();
        byte[] payslip = Documents.pdf("Paie");
        Reply taken = candidate.upload(journey(id) + "/evidence", "PAYSLIP", "paie été.pdf", payslip);
        String piece = "/api/v1/evidence/" + taken.text("id");
        Reply content = candidate.get(taken.text("content"));
        assertThat(content.bytes()).isEqualTo(payslip);
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(of(as.newCandidate()).get(taken.text("content")).status()).isEqualTo(404);
        isProblem(candidate.post(piece + "/withdrawal", Map.of("reason", " ")), 422, "api.invalid");
        assertThat(candidate
                        .post(piece + "/withdrawal", Map.of("reason", "Erreur"))
                        .text("withdrawnBecause"))
                .isEqualTo("Erreur");
        assertThat(candidate.get(piece + "/content").status()).isEqualTo(404);
        assertThat(candidate
                        .post(piece + "/withdrawal", Map.of("reason", "Encore"))
                        .text("withdrawnBecause"))
                .isEqualTo("Erreur");
    }

    @Test
    void an_incomplete_form_is_kept_and_not_filed_and_each_gap_has_its_pointer() {
        String id = story.draft();
        Reply kept = candidate.patch(
                journey(id) + "/livret1",
                Map.of(
                        "contact", Map.of("city", "Lyon", "postalCode", "6900"),
                        "identity", Map.of("birthName", "Exemple", "birthDate", "2031-01-01")));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);

        Reply refused = candidate.post(journey(id) + "/livret1/submission");

        isProblem(refused, 422, "api.incomplete");
        assertThat(pointers(refused))
                .contains("#/contact/postalCode", "#/identity/birthDate", "#/experiences", "#/request/nature");
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("DRAFT");
        Reply english = candidate.with("Accept-Language", "en-GB").post(journey(id) + "/livret1/submission");
        assertThat(english.text("detail")).isEqualTo("The file is not complete: nothing was sent.");
        Reply more = candidate.patch(
                journey(id) + "/livret1", Map.of("request", Map.of("nature", "INITIAL", "target", "WHOLE")));
        assertThat(more.json().path("content").path("contact").path("city").asString())
                .isEqualTo("Lyon");
        Reply whole = candidate.put(
                journey(id) + "/livret1", Map.of("request", Map.of("nature", "INITIAL", "target", "WHOLE")));
        assertThat(whole.json().path("content").path("contact").path("city").isNull())
                .isTrue();
    }

    @Test
    void a_value_that_cannot_be_read_is_pointed_at_and_nothing_is_saved() {
        String id = story.draft();
        Reply wrong = candidate.patch(
                journey(id) + "/livret1",
                Map.of("contact", Map.of("city", "Lyon"), "identity", Map.of("birthDate", "le 14 mars")));
        isProblem(wrong, 422, "api.invalid");
        assertThat(pointers(wrong)).containsExactly("#/identity/birthDate");
        Reply line = candidate.patch(
                journey(id) + "/livret1",
                Map.of("experiences", Map.of("experiences", List.of(Map.of("setting", "DREAM")))));
        assertThat(pointers(line)).containsExactly("#/experiences/experiences/0/setting");
        assertThat(candidate
                        .get(journey(id) + "/livret1")
                        .json()
                        .path("content")
                        .path("contact")
                        .path("city")
                        .isNull())
                .isTrue();
    }

    @Test
    void what_is_no_json_is_said_to_be_none() {
        isProblem(candidate.post("/api/v1/journeys", "{certification"), 400, "api.unreadable");
        isProblem(candidate.post("/api/v1/journeys", Map.of()), 422, "api.invalid");
        isProblem(
                candidate.send("POST", "/api/v1/journeys", "text/plain", BodyPublishers.ofString("bonjour")),
                415,
                "api.refused.415");
        isProblem(candidate.post("/api/v1/journeys", Map.of("note", "x".repeat(1100000))), 413, "api.refused.413");
    }

    @Test
    void an_upload_announced_too_large_is_refused_before_it_is_read() throws Exception {
        String id = story.draft();
        String secret = issued(as.newCandidate(), false).secret();
        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream().write("""
                    POST %s/evidence HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 300000000\r
                    \r
                    """.formatted(journey(id), secret).getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().flush();
            String first = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(first).startsWith("HTTP/1.1 413");
        }
    }

    private static List<String> pointers(Reply refused) {
        return StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static void isProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.text("type")).isEqualTo("urn:acquis:problem:" + code);
        assertThat(reply.text("title")).isNotEmpty();
        assertThat(reply.text("detail")).isNotEmpty();
    }
}
