package fr.acquis.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.api.Program.Reply;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A program takes livret 1 away on the official form and brings a filled one back. */
class ApiOfficialFormsTest extends ApiTest {

    private static final String FILE = "dossier-faisabilite-candidat-autonome";

    @Autowired
    FiledCase cases;

    @Autowired
    Livret1s livrets;

    @Test
    void the_whole_file_is_offered_first_filled_and_read_back_nothing_taken_over_unasked() {
        SignedIn writer = as.newCandidate();
        JourneyId written = cases.draft(writer, FiledCase.NUMBER);
        as.run(writer, () -> livrets.write(written, form -> cases.livret1(written, Set.of())));
        Program program = of(writer);
        assertThat(names(program.get("/api/v1/official-forms")))
                .startsWith(FILE)
                .contains("attestation-sur-l-honneur");
        Reply filled = program.get(forms(written) + "/" + FILE);
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.header("Content-Type")).startsWith("application/pdf");
        assertThat(program.get(forms(written) + "/autre-formulaire").status()).isEqualTo(404);

        SignedIn reader = as.newCandidate();
        JourneyId empty = cases.draft(reader, FiledCase.NUMBER);
        Program other = of(reader);
        Reply read = other.upload(forms(empty), "", "rempli.pdf", filled.bytes());
        assertThat(read.text("outcome")).isEqualTo("READ");
        assertThat(livrets.held(empty).contact().city()).isNull();
        Reply taken = other.post(forms(empty) + "/acceptance", Map.of("keys", List.of("contact.city")));
        assertThat(taken.json().path("answers").asInt()).isEqualTo(1);
        assertThat(livrets.held(empty).contact().city()).isEqualTo("Paris");
        assertThat(livrets.held(empty).contact().address()).isNull();

        assertThat(other.get(forms(written) + "/" + FILE).status()).isEqualTo(404);
        assertThat(nobody().get(forms(written) + "/" + FILE).status()).isEqualTo(401);
    }

    @Test
    void the_day_of_the_filing_on_the_portal_is_brought_over_with_its_proof() {
        JourneyId id = cases.filed(as.newCandidate(), "RNCP99902", Set.of());
        Program agent = of(as.seeded(Role.AGENT));
        String filings = "/api/v1/journeys/" + id + "/portal-filings";
        String day = LocalDate.now(LegalClock.ZONE).minusDays(9).toString();
        Reply sent = agent.upload(filings + "/proofs", "", "accuse.pdf", FiledCase.pdf());
        assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
        String proof = sent.text("id");
        Reply early = agent.post(filings, Map.of("filedOn", "2031-01-01", "proof", proof));
        assertThat(early.status()).as(early.toString()).isEqualTo(422);
        Reply recorded = agent.post(filings, Map.of("filedOn", day, "proof", proof));
        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(200);
        assertThat(recorded.text("filedOn")).isEqualTo(day);
        assertThat(agent.get(filings).json().path("items").size()).isEqualTo(1);
    }

    private static List<String> names(Reply forms) {
        return StreamSupport.stream(forms.json().spliterator(), false)
                .map((JsonNode form) -> form.path("name").asString())
                .toList();
    }

    private static String forms(JourneyId id) {
        return "/api/v1/journeys/" + id + "/livret1/forms";
    }
}
