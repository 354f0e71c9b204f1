package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.containing;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.reloadUntil;
import static fr.acquis.e2e.Controls.row;
import static fr.acquis.e2e.Controls.walkTo;
import static fr.acquis.e2e.Controls.way;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A request as the body's people treat it: taken from the list, pieces asked for, warned of, decided. */
final class ExaminationOnScreen {

    private final Screen agent;
    private final Page page;
    private final String name;

    /** @param name the candidate's, by which the row is found */
    ExaminationOnScreen(Screen agent, String name) {
        this.agent = agent;
        this.page = agent.page();
        this.name = name;
    }

    /** j to the row, a to take it; the row itself opens the case. */
    void takesByKeyboard() {
        reloadUntil(page, row(page, name));
        agent.inspected("worklist");
        walkTo(page, name);
        agent.leaving(() -> page.keyboard().press("a"));
        assertThat(page.locator(".notice[role=status]")).containsText("Dossier pris");
        assertThat(row(page, name)).containsText("Andréa Démo");
        agent.inspected("worklist-taken");
        agent.leaving(() -> row(page, name).locator("[data-open]").first().click());
        assertThat(page.locator("h1")).hasText(name);
        agent.inspected("case-agent");
    }

    void asksForMore() {
        agent.leaving(() -> link(page, "Examiner la demande").click());
        assertThat(page.locator("main")).containsText("Les règles proposent, vous décidez.");
        agent.inspected("decision");
        way(page, "Demander des compléments");
        page.locator("#piece-0").fill("Certificat de travail de l’Agence de l’Exemple");
        page.locator("#expected-0").fill("avec les dates et la fonction");
        agent.leaving(() -> button(page, "Ajouter une pièce").click());
        assertThat(page.locator("#piece-0")).hasValue("Certificat de travail de l’Agence de l’Exemple");
        page.locator("#piece-1").fill("Fiche de poste");
        button(page, "Demander ces compléments").click();
        agent.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Compléments demandés");
        assertThat(row(page, name).filter(containing("Décider"))).hasCount(0);
    }

    void seesTheAlert() {
        Locator alert = row(page, name).filter(containing("Date légale proche, sans décision"));
        reloadUntil(page, alert);
        agent.inspected("worklist-manager");
        agent.leaving(() -> alert.getByRole(AriaRole.BUTTON).click());
        assertThat(page.locator(".notice[role=status]")).containsText("Alerte traitée");
        assertThat(alert).hasCount(0);
        agent.leaving(() -> page.locator(".top-bar a[href='/notices']").click());
        assertThat(page.locator("main")).containsText("la décision est à prendre au plus tard le");
        agent.inspected("notices");
    }

    void admits() {
        agent.open("/worklist");
        reloadUntil(page, row(page, name).filter(containing("Décider")));
        agent.leaving(() -> row(page, name)
                .filter(containing("Décider"))
                .locator("[data-open]")
                .click());
        agent.leaving(() -> link(page, "Examiner la demande").click());
        assertThat(page.locator("section[aria-labelledby=answers]")).containsText("L’agence a fermé.");
        button(page, "Identité vérifiée").click();
        agent.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Identité vérifiée");
        way(page, "Déclarer non recevable");
        page.locator("#reason-0").fill("Aucune activité d’estimation n’est décrite.");
        assertThat(page.locator("details.way[open] [data-save-status]")).containsText("Enregistré à");
        page.reload();
        assertThat(page.locator("#decide ~ form.notice")).containsText("Ce que vous écriviez est repris");
        assertThat(page.locator("#reason-0")).hasValue("Aucune activité d’estimation n’est décrite.");
        agent.inspected("decision-words-kept");
        button(page, "Déclarer non recevable").click();
        agent.expecting(422).leaving(() -> agree(page));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("donnez au moins un critère");
        assertThat(page.locator("#reason-0")).hasValue("Aucune activité d’estimation n’est décrite.");
        agent.inspected("decision-refusal-without-criterion");
        way(page, "Déclarer recevable");
        page.locator("#comment").fill("Décrivez deux estimations de bout en bout dans votre livret 2.");
        button(page, "Déclarer recevable").click();
        agent.inspected("decision-confirm").leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Demande déclarée recevable");
        agent.open("/worklist?view=DONE");
        reloadUntil(page, row(page, name));
        agent.inspected("worklist-done");
    }
}
