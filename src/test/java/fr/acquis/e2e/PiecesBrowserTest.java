package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.containing;
import static fr.acquis.e2e.Controls.link;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.evidence.corpus.Specimen.Form;
import fr.acquis.evidence.work.ReaderOnTrial;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents become read, recognised and answered before the eyes of the candidate and of the agent. */
class PiecesBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";

    @Autowired
    People people;

    @Autowired
    Certifications certifications;

    @Autowired
    Journeys journeys;

    @Autowired
    ActingAs as;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final String email = "candidat-" + UUID.randomUUID() + "@acquis.example";

    @ParameterizedTest(name = "on a screen of {0} px")
    @ValueSource(ints = TELEPHONE)
    void three_documents_are_read_recognised_and_confirmed(int width) {
        assumeTrue(ReaderOnTrial.recognises(folder), "Tesseract with French is not installed here");
        JourneyId journey = begun();
        Screen candidate = screen(width).signIn(email, PASSWORD);
        Page page = candidate.page();
        candidate.open("/journeys/" + journey + "/evidence");
        assertThat(page.locator("main")).containsText("Aucune pièce pour le moment");
        candidate.inspected("pieces-none");
        page.locator("#attach-piece-file").setInputFiles(new FilePayload[] {
            file("payslip-a", Form.PDF), file("certificate-a", Form.PICTURE), file("employer-b", Form.DOCX)
        });
        button(page, "Ajouter").click();
        Locator rows = page.locator("#pieces .row");
        assertThat(rows).hasCount(3);
        page.setDefaultTimeout(90_000);
        Locator waiting = rows.filter(containing("à confirmer"));
        page.waitForCondition(() -> waiting.count() == 3);
        candidate.inspected("pieces-read");

        candidate.leaving(() -> row(page, "payslip-a").locator("a").click());
        assertThat(page.locator("main")).containsText("Nous y lisons : Bulletin de salaire");
        assertThat(page.locator("[data-clues]"))
                .containsText(Pattern.compile("bulletin de paie", Pattern.CASE_INSENSITIVE));
        candidate.inspected("piece-proposed");
        candidate.leaving(
                () -> button(page, "C’est bien cela : Bulletin de salaire").click());
        candidate.leaving(() -> button(page, "C’est exact").click());
        assertThat(page.locator(".notice[role=status]")).hasText("Confirmé.");
        corrects(candidate);

        candidate.open("/journeys/" + journey + "/periods");
        assertThat(page.locator("main")).containsText("h dites par le document");
        assertThat(page.locator("main")).containsText("Vérifiées par le certificateur : 0 h");
        candidate.inspected("periods-candidate");
        agentAnswers(width, journey);
        candidate.open("/journeys/" + journey);
        assertThat(page.locator("main")).containsText("vérifiées par le certificateur");
    }

    /** A date that cannot be is said beside its field and nothing typed is lost. */
    private void corrects(Screen candidate) {
        Page page = candidate.page();
        page.getByText("Corriger", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("#line-1-hours").fill("beaucoup");
        page.locator("#line-1-role").fill("aide-soignante");
        candidate
                .expecting(422)
                .leaving(() -> button(page, "Enregistrer la correction").click());
        assertThat(page.locator("#line-1-hours"))
                .hasAccessibleDescription("Donnez un nombre d’heures, par exemple 151,67.");
        assertThat(page.locator("#line-1-role")).hasValue("aide-soignante");
        candidate.inspected("piece-corrected-wrong");
        page.locator("#line-1-hours").fill("120,5");
        candidate.leaving(() -> button(page, "Enregistrer la correction").click());
        assertThat(page.locator(".notice[role=status]")).hasText("Correction enregistrée.");
        assertThat(page.locator("dl.facts").first()).containsText("120,5 h");
        candidate.inspected("piece-corrected");
    }

    private void agentAnswers(int width, JourneyId journey) {
        Screen agent = screen(width).signIn(Role.AGENT);
        Page page = agent.page();
        agent.open("/journeys/" + journey + "/evidence");
        assertThat(page.locator("#attach-piece")).hasCount(0);
        agent.leaving(() -> row(page, "employer-b").locator("a").click());
        agent.leaving(() -> button(page, "C’est exact").click());
        assertThat(page.locator("main")).containsText("vérifiée par le certificateur");
        agent.leaving(() -> link(page, "Périodes d’expérience").first().click());
        assertThat(page.locator("main")).containsText("congés et jours fériés retirés");
        agent.inspected("periods-agent");
    }

    private static Locator row(Page page, String file) {
        return page.locator("#pieces .row").filter(containing(file));
    }

    private static FilePayload file(String layout, Form form) {
        Layout found = Layout.tuning().stream()
                .filter(one -> one.name().equals(layout))
                .findFirst()
                .orElseThrow();
        Specimen specimen = Specimen.of(found, form, System.nanoTime());
        return new FilePayload(specimen.fileName(), specimen.form().type().mediaType(), specimen.bytes());
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
