package fr.acquis.livret2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.HandedIn;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What a receipt says can be reckoned again by who has the files, and is known to who asks. */
@AcquisTest
@Tag("livret2")
class DepositReceiptTest {

    @Autowired
    ActingAs as;

    @Autowired
    Livret2s livrets;

    @Autowired
    DepositReceipts receipts;

    @Autowired
    Evidences evidences;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc browser;

    @Test
    void the_hash_of_the_whole_is_reckoned_again_from_the_files_and_recognised() throws Exception {
        HandedIn rooms = new HandedIn(context);
        SignedIn candidate = as.newCandidate();
        JourneyId journey = rooms.begun(candidate);
        EvidenceId plan = rooms.attached(
                journey, candidate, EvidenceKind.WORK_SAMPLE, "plan.pdf", "application/pdf", Documents.pdf("Plan"));
        SignedIn juror = as.another(Role.JUROR);
        rooms.work(journey, Role.JUROR, List.of(juror));
        rooms.deposited(journey, candidate, plan);
        Deposit deposit = livrets.latestDeposit(journey).orElseThrow();

        String written = "/journeys/" + journey + "/livret2/deposits/1/1/content";
        byte[] contents = answer(candidate, written).getContentAsByteArray();
        assertThat(answer(juror, written).getStatus()).isEqualTo(403);
        byte[] piece = as.call(candidate, () -> bytes(plan));
        String lines = Sha256.of(contents).hex() + "  contenu.json\n"
                + Sha256.of(piece).hex() + "  piece-001\n";
        String whole = Sha256.of(lines).hex();

        // An archive everyone can read, its spaces made plain.
        String text = SealedPdf.checked("livret2-receipt-sealed", pdf(deposit));
        assertThat(text)
                .contains(lines.lines().map(line -> line.replace("  ", " ")).toList())
                .contains(whole, "heure de Paris", "dépôt n°", "sha256sum", "/verification/deposit")
                .containsPattern("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0[12]:00");
        String typed = whole.toUpperCase(Locale.ROOT).replaceAll("(.{8})", "$1 ");
        assertThat(verified(typed))
                .contains("Connu et inchangé", "heure de Paris")
                .doesNotContain(candidate.displayName());
        assertThat(verified("0".repeat(64))).contains("Dépôt inconnu");
        assertThat(verified("n’importe quoi")).contains("Dépôt inconnu");
        assertThat(verified("")).doesNotContain("Dépôt inconnu");
    }

    private byte[] bytes(EvidenceId piece) {
        try (EvidenceContent content = evidences.open(piece)) {
            return content.stream().readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] pdf(Deposit deposit) {
        return receipts.render(deposit, deposit.file()).pdf();
    }

    private String verified(String hash) throws Exception {
        return browser.perform(get("/verification/deposit").param("hash", hash))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(SignedIn person, String path) throws Exception {
        return browser.perform(get(path).with(SignedInAs.browser(person)))
                .andReturn()
                .getResponse();
    }
}
