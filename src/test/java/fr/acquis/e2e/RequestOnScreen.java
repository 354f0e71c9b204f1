package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.reloadUntil;
import static fr.acquis.e2e.Controls.way;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.evidence.Documents;
import fr.acquis.shared.JourneyId;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as its candidate makes it: filed, completed piece by piece, read when it is decided. */
final class RequestOnScreen {

    private final Screen candidate;
    private final Page page;

    RequestOnScreen(Screen candidate) {
        this.candidate = candidate;
        this.page = candidate.page();
    }

    JourneyId files() {
        assertThat(page.locator("main")).containsText("Vous n’avez pas encore de demande");
        candidate
                .inspected("journeys-none")
                .leaving(() -> link(page, "Choisir une certification").click());
        page.locator("#catalogue-words").fill("negociateur");
        candidate.leaving(() -> page.keyboard().press("Enter"));
        candidate.leaving(() -> page.locator("main .row-link").first().click());
        candidate
                .inspected("certification")
                .leaving(() -> page.locator("main a.button.primary").click());
        assertThat(page.locator("main")).containsText("Négociateur immobilier");
        candidate
                .inspected("journey-new")
                .leaving(() -> button(page, "Préparer ma demande").click());
        candidate
                .inspected("case-draft")
                .leaving(() -> link(page, "Continuer mon dossier").click());

        Livret1OnScreen livret = new Livret1OnScreen(candidate);
        livret.request();
        livret.prerequisites();
        livret.identity();
        livret.contact("camille@acquis.example");
        livret.situation();
        livret.experiences();
        livret.activities();
        livret.pieces(Documents.pdf("Carte d’identité"), Documents.pdf("Bulletin de salaire, octobre"));
        livret.dispensations();
        livret.statement();
        candidate.inspected("livret1-9-review");
        button(page, "Déposer ma demande").click();
        assertThat(page.locator("#confirm")).containsText("le délai légal commence");
        candidate.inspected("livret1-submit-confirm").leaving(() -> agree(page));

        assertThat(page.locator(".notice[role=status]")).containsText("Votre demande est déposée");
        assertThat(page.locator("main")).containsText("Le certificateur examine votre demande");
        assertThat(page.locator("main")).containsText("Réponse au plus tard le");
        reloadUntil(page, page.locator("section[aria-labelledby=letters] a"));
        candidate.inspected("case-examined");
        return journey(page);
    }

    void completes() {
        reloadUntil(page, link(page, "Ajouter les pièces"));
        assertThat(page.locator("main")).containsText("Certificat de travail de l’Agence de l’Exemple");
        candidate
                .inspected("case-to-complete")
                .leaving(() -> link(page, "Ajouter les pièces").click());
        candidate.inspected("completion-to-answer");
        page.locator("#send-1-kind").selectOption("WORK_CERTIFICATE");
        page.locator("#send-1-file")
                .setInputFiles(
                        new FilePayload("certificat-de-travail.pdf", "application/pdf", Documents.pdf("Certificat")));
        page.locator("#piece-1 form[enctype] button[type=submit]").click();
        assertThat(page.locator("#piece-1")).containsText("certificat-de-travail.pdf");
        assertThat(page.locator("#piece-1")).containsText("fournie");
        assertThat(page.locator("#piece-1 progress")).hasCount(0);
        button(page, "Envoyer mes compléments").click();
        candidate.expecting(422).leaving(() -> agree(page));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("n’a pas de réponse");
        way(page.locator("#piece-2"), "Je ne peux pas la fournir");
        page.locator("#cannot-2").fill("L’agence a fermé.");
        candidate.leaving(() ->
                page.locator("#piece-2 form").last().getByRole(AriaRole.BUTTON).click());
        assertThat(page.locator("#piece-2")).containsText("ne peut pas être fournie");
        candidate.inspected("completion-answered");
        button(page, "Envoyer mes compléments").click();
        candidate.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Vos compléments sont envoyés");
    }

    void readsTheDecision() throws IOException {
        Locator letter = page.locator("section[aria-labelledby=letters]")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("acceptée")));
        reloadUntil(page, letter);
        assertThat(page.locator("main")).containsText("Demande acceptée le");
        assertThat(page.locator("main")).containsText("Décrivez deux estimations de bout en bout");
        candidate.inspected("case-admitted");
        assertThat(Correspondence.letter(page, letter, "admissible")).contains("recevable", "Négociateur immobilier");
        Locator letters = page.locator("section[aria-labelledby=letters] a");
        assertThat(letters).hasCount(3);
        for (int n = 0; n < 3; n++) {
            assertThat(Correspondence.letter(page, letters.nth(n), Integer.toString(n + 1)))
                    .contains("Camille", "Objet")
                    .doesNotContain("??", "..");
        }
        candidate.open("/journeys").inspected("journeys").open("/notices").inspected("notices-candidate");
    }

    void asksForMoreTime(JourneyId journey) {
        candidate.open("/journeys/" + journey + "/prorogation").inspected("prorogation-to-ask");
        page.locator("#reason").fill("Je serai en congé parental jusqu’à l’été.");
        candidate.leaving(() -> button(page, "Demander la prorogation").click());
        assertThat(page.locator(".notice[role=status]")).containsText("transmise au certificateur");
        candidate.inspected("prorogation-asked");
    }

    private static JourneyId journey(Page page) {
        Matcher address = Pattern.compile("/journeys/([0-9a-f-]{36})").matcher(page.url());
        assertThat(address.find()).isTrue();
        return JourneyId.of(address.group(1));
    }
}
