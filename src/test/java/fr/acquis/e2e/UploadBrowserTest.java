package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.containing;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Documents;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Files leave a telephone whose line breaks, whose page is loaded again, and on which a face is hidden before. */
class UploadBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";
    private static final int PART = 8 << 20;
    private static final String SENDINGS = "**/evidence/sendings/*";

    @Autowired
    People people;

    @Autowired
    Certifications certifications;

    @Autowired
    Journeys journeys;

    @Autowired
    Evidences evidences;

    @Autowired
    ActingAs as;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final String email = "candidat-" + UUID.randomUUID() + "@acquis.example";

    @Test
    void a_broken_line_a_page_loaded_again_and_a_hidden_face() throws IOException {
        JourneyId journey = begun();
        Screen candidate = telephone().signIn(email, PASSWORD);
        Page page = candidate.page();
        page.setDefaultTimeout(30_000);
        candidate.open("/journeys/" + journey + "/evidence");
        readsTheWarningFirst(candidate, file("premier.pdf"));
        theLineBreaks(page);
        thePageIsLoadedAgain(candidate, journey);
        aFaceIsHidden(candidate, journey);
    }

    private void readsTheWarningFirst(Screen candidate, Path file) {
        Page page = candidate.page();
        page.locator("#attach-piece-file").click();
        Locator warning = page.locator("[data-upload-first]");
        assertThat(warning).containsText("Cachez les noms, photos et informations de santé");
        candidate.accessible();
        FileChooser chooser =
                page.waitForFileChooser(() -> button(page, "J’ai compris").click());
        chooser.setFiles(file);
        assertThat(page.locator(".upload-file")).containsText("Prêt à envoyer");
    }

    private static void theLineBreaks(Page page) {
        AtomicInteger parts = new AtomicInteger();
        page.route(SENDINGS, route -> {
            if (route.request().method().equals("PATCH") && parts.incrementAndGet() == 2) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        button(page, "Ajouter").click();
        assertThat(page.locator(".upload-file")).containsText("l’envoi reprendra tout seul");
        assertThat(page.locator(".upload-file")).containsText("Ajouté");
        assertThat(page.locator("#pieces .row")).hasCount(1);
        page.unroute(SENDINGS);
    }

    private void thePageIsLoadedAgain(Screen candidate, JourneyId journey) throws IOException {
        Page page = candidate.page();
        Path file = file("second.pdf");
        candidate.open("/journeys/" + journey + "/evidence");
        page.route(SENDINGS, route -> {
            boolean behind = route.request().method().equals("PATCH")
                    && !"0".equals(route.request().headers().get("upload-offset"));
            if (behind) {
                route.abort("internetdisconnected");
            } else {
                route.resume();
            }
        });
        page.locator("#attach-piece-file").setInputFiles(file);
        button(page, "Ajouter").click();
        assertThat(page.locator(".upload-file")).containsText("l’envoi reprendra tout seul");
        page.onDialog(dialog -> dialog.accept());
        candidate.open("/journeys/" + journey + "/evidence");
        page.unroute(SENDINGS);
        assertThat(page.locator(".upload-file")).containsText("8 Mo reçus sur 20 Mo");
        candidate.inspected("upload-interrupted");
        page.locator("#attach-piece-file").setInputFiles(file);
        Request next = page.waitForRequest(
                request -> request.method().equals("PATCH"),
                () -> button(page, "Ajouter").click());
        assertThat(next.headerValue("upload-offset")).isEqualTo(Integer.toString(PART));
        assertThat(page.locator("[data-upload-files] .upload-file")).containsText("Ajouté");
        assertThat(page.locator("#pieces .row")).hasCount(2);
    }

    private void aFaceIsHidden(Screen candidate, JourneyId journey) {
        Page page = candidate.page();
        candidate.open("/journeys/" + journey + "/evidence");
        byte[] photo = Documents.picture("jpeg");
        page.locator("#attach-piece-file").setInputFiles(new FilePayload("chez elle.jpg", "image/jpeg", photo));
        button(page, "Flouter chez elle.jpg").click();
        Locator dialog = page.locator("[data-blur-dialog]");
        assertThat(button(page, "Garder la photo floutée")).isDisabled();
        button(page, "Ajouter une zone").click();
        assertThat(dialog.locator(".blur-zone")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Shift+ArrowDown");
        candidate.accessible().photograph("upload-blur-390");
        button(page, "Garder la photo floutée").click();
        assertThat(page.locator(".upload-file")).containsText("l’original n’est pas envoyé");
        page.locator("input[name=others]").check();
        button(page, "Ajouter").click();
        Locator row = page.locator("#pieces .row").filter(containing("chez elle.jpg"));
        assertThat(row).containsText("montre quelqu’un d’autre");
        Evidence kept = held(journey).getLast();
        assertThat(kept.current().sha256()).isNotEqualTo(Sha256.of(photo));
        candidate.leaving(() -> row.locator("a").click());
        assertThat(page.locator("main")).containsText("Quelqu’un a signalé");
        button(page, "Flouter").click();
        button(page, "Ajouter une zone").click();
        candidate.leaving(() -> button(page, "Garder la photo floutée").click());
        assertThat(held(journey)).filteredOn(piece -> !piece.stands()).hasSize(1);
        assertThat(page.locator("#pieces .row")).hasCount(3);
    }

    private List<Evidence> held(JourneyId journey) {
        return evidences.held(journey);
    }

    /** Longer than two parts, and no document that takes long to read. */
    private Path file(String name) throws IOException {
        byte[] content = new byte[20 << 20];
        new Random(name.hashCode()).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return Files.write(folder.resolve(name), content);
    }

    private JourneyId begun() {
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(email, "Camille", "Spécimen", null, PASSWORD));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        SignedIn candidate = new SignedIn(id, "Camille Spécimen", Set.of(Role.CANDIDATE), null, null);
        return as.call(
                candidate,
                () -> journeys.begin(
                        certifications.findByNumber("RNCP99901").orElseThrow().id()));
    }
}
