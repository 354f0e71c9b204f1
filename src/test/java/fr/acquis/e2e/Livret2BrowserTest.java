package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.reloadUntil;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Documents;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.jury.JuryCase;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A skill told on a telephone, its page of proof found and taken, read by the adviser, deposited, and opened by a juror from the matrix. */
class Livret2BrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";

    /** What a browser that hears would say it heard: none hears here. */
    private static final String HEARING = """
            window.SpeechRecognition = class {
              start() {
                setTimeout(() => {
                  this.onresult({ resultIndex: 0, results: [Object.assign([{ transcript: 'les prix du quartier' }], { isFinal: true })] });
                }, 50);
              }
              stop() { this.onend(); }
            };
            """;

    @Autowired
    People people;

    @Autowired
    JuryCase cases;

    @Autowired
    CaseMembers members;

    @Autowired
    ActingAs as;

    @Autowired
    TransactionTemplate transaction;

    private final String email = "candidat-" + UUID.randomUUID() + "@acquis.example";
    private JourneyId journey;

    @Test
    void a_skill_is_told_proven_reviewed_deposited_and_its_page_opened_by_a_juror() {
        journey = admitted();
        Screen candidate = telephone();
        candidate.page().addInitScript(HEARING);
        candidate.signIn(email, PASSWORD);
        tells(candidate);
        takesASuggestion(candidate);
        asksForAReview(candidate);
        comments(desk().signIn(Role.ADVISER));
        answers(candidate);
        deposits(candidate);
        opensThePage();
    }

    private void tells(Screen candidate) {
        Page page = candidate.open("/journeys/" + journey + "/livret2").page();
        assertThat(page.locator("main")).containsText("Aucune compétence n’est complète sur");
        candidate.inspected("livret2-begun");
        candidate.leaving(() -> page.locator("main .row-link").first().click());
        page.locator("#text-SITUATION").fill("Une agence de quartier.");
        page.locator("summary")
                .filter(Controls.containing("Ce que l’on ne voit pas"))
                .click();
        page.locator("[data-begin-answer='J’ai observé']").click();
        assertThat(page.locator("#text-ACTION")).hasValue("J’ai observé ");
        Locator dictate = page.locator("[data-question=ACTION] [data-dictate]");
        dictate.click();
        assertThat(page.locator("#text-ACTION")).hasValue("J’ai observé les prix du quartier");
        dictate.click();
        assertThat(page.locator("main")).containsText("il peut envoyer votre voix");
        assertThat(page.locator("[data-save-status]")).containsText("Enregistré à");
    }

    private void takesASuggestion(Screen candidate) {
        Page page = candidate.page();
        page.locator("#send-proof-file")
                .setInputFiles(new FilePayload("notes.pdf", "application/pdf", Documents.pdf("Notes de la semaine")));
        page.locator("#send-proof button[type=submit]").click();
        Locator linked = page.locator("#proofs > .rows");
        assertThat(linked).containsText("notes.pdf");
        candidate.open("/journeys/" + journey + "/evidence");
        page.locator("#attach-piece-file").setInputFiles(new FilePayload("etude.pdf", "application/pdf", study()));
        button(page, "Ajouter").click();
        assertThat(page.locator("#pieces")).containsText("etude.pdf");
        candidate.open("/journeys/" + journey + "/livret2");
        candidate.leaving(() -> page.locator("main .row-link").first().click());
        Locator offer = page.locator("#suggestions");
        reloadUntil(page, offer.getByText("etude.pdf, page 2"));
        assertThat(offer.locator("mark").first()).isVisible();
        candidate.inspected("livret2-suggestion");
        candidate.leaving(() -> offer.locator("form button").first().click());
        assertThat(linked).containsText("etude.pdf");
        page.locator("#proofs > .rows summary").last().click();
        page.locator("[id^=comment-of-]").last().fill("Mon analyse du secteur, faite seule.");
        candidate.leaving(() -> button(page, "Enregistrer").last().click());
        candidate.inspected("livret2-skill-told");
        candidate.open("/journeys/" + journey + "/livret2/matrix").inspected("livret2-matrix");
        assertThat(page.locator("main")).containsText("aucune preuve");
    }

    private static byte[] study() {
        return Documents.pdf("Sommaire", "Analyse du marche immobilier du secteur : ventes recentes et prix");
    }

    private void asksForAReview(Screen candidate) {
        Page page = candidate.open("/journeys/" + journey + "/livret2").page();
        reloadUntil(page, button(page, "Envoyer pour relecture"));
        candidate.leaving(() -> button(page, "Envoyer pour relecture").click());
        cases.awaitTask(journey, TaskKind.REVIEW_LIVRET2);
    }

    private void comments(Screen adviser) {
        Page page = adviser.open("/journeys/" + journey + "/livret2/review").page();
        page.locator("textarea[id^=remark-]").first().fill("Dites comment vous avez délimité le secteur.");
        adviser.inspected("livret2-review");
        button(page, "Rendre le livret").click();
        adviser.leaving(() -> agree(page));
        cases.awaitTask(journey, TaskKind.WRITE_LIVRET2);
    }

    private void answers(Screen candidate) {
        Page page = candidate.open("/journeys/" + journey + "/livret2").page();
        assertThat(page.locator("main")).containsText("une remarque à reprendre");
        candidate.leaving(() -> page.locator("main .row-link").first().click());
        page.locator("#text-ACTION").fill("J’ai délimité le secteur avec la carte scolaire, rue par rue.");
        assertThat(page.locator("[data-save-status]")).containsText("Enregistré à");
        page.locator("[id^=remark-][id$=-answer]").fill("Je l’ai ajouté.");
        page.getByLabel("C’est fait").check();
        candidate.inspected("livret2-remark");
        candidate.leaving(() -> button(page, "Enregistrer").first().click());
        candidate.open("/journeys/" + journey + "/livret2/changes").inspected("livret2-changes");
        assertThat(page.locator("ins").first()).containsText("délimité");
    }

    private void deposits(Screen candidate) {
        Page page = candidate.open("/journeys/" + journey + "/livret2/deposit").page();
        candidate.leaving(() -> button(page, "Déposer malgré ce qui manque").click());
        reloadUntil(page, page.locator("a").filter(Controls.containing("Ouvrir le dossier assemblé")));
    }

    private void opensThePage() {
        SignedIn juror = as.seeded(Role.JUROR);
        transaction.executeWithoutResult(status -> members.add(journey, juror.id(), Role.JUROR));
        Screen screen = desk().signIn(Role.JUROR);
        Page page = screen.open("/journeys/" + journey + "/livret2/matrix").page();
        screen.inspected("livret2-matrix-juror");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target/screenshots/livret2-matrix.pdf"))
                .setPreferCSSPageSize(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Locator cell = link(page, "Page 2 de etude.pdf");
        assertThat(cell).hasText("page 2");
        screen.leaving(cell::click);
        assertThat(page.locator("h1")).containsText("etude.pdf");
    }

    private JourneyId admitted() {
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(email, "Camille", "Récit", null, PASSWORD));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        SignedIn candidate = new SignedIn(id, "Camille Récit", Set.of(Role.CANDIDATE), null, null);
        JourneyId admitted = cases.admitted(candidate, "RNCP99901", Set.of());
        transaction.executeWithoutResult(
                status -> members.add(admitted, as.seeded(Role.ADVISER).id(), Role.ADVISER));
        cases.awaitTask(admitted, TaskKind.WRITE_LIVRET2);
        return admitted;
    }
}
