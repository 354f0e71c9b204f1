package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.exactly;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.opensTheTask;
import static fr.acquis.e2e.Controls.reloadUntil;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import fr.acquis.jury.HearingId;
import java.time.LocalDate;
import java.util.List;

/** The hands of those who plan a jury and of those who sit in it. */
final class JuryOnScreen {

    private final String name;

    /** @param name of the candidate */
    JuryOnScreen(String name) {
        this.name = name;
    }

    /** Today, from midnight on, so that the jury may sit now. */
    void plansASession(Screen agent, LocalDate day) {
        Page page = agent.open("/sessions").page();
        agent.leaving(() -> link(page, "Nouvelle session").click());
        page.locator("#certification")
                .selectOption(new SelectOption().setLabel("CQP Négociateur immobilier (RNCP99901)"));
        page.locator("#day").fill(day.toString());
        page.locator("#hour").fill("00:00");
        page.locator("#minutes").fill("60");
        page.getByLabel("Dossier et entretien").check();
        page.locator("#place").fill("12 rue de l’Exemple, Paris, salle 3");
        page.locator("#bring").fill("Une pièce d’identité");
        agent.inspected("session-new")
                .leaving(() -> button(page, "Ouvrir la session").click());
        agent.inspected("session-empty");
        seat(agent, "Claude Démo", "PRESIDENT", "EMPLOYER", "WOMAN");
        seat(agent, "Dany Démo", "MEMBER", "EMPLOYEE", "MAN");
        seat(agent, "Noa Démo", "MEMBER", "EMPLOYER", "WOMAN");
        seat(agent, "Swann Démo", "MEMBER", "EMPLOYEE", "MAN");
        page.getByLabel(name).check();
        agent.leaving(() -> button(page, "Ajouter à la session").click());
        page.locator("#accepted").fill("Toutes les personnes ont accepté un délai plus court.");
        agent.inspected("session-ready");
        button(page, "Publier et convoquer").click();
        agent.leaving(() -> agree(page));
        agent.inspected("session-published");
        reloadUntil(page, page.locator("main").getByText("Convoqué", new Locator.GetByTextOptions().setExact(true)));
    }

    private static void seat(Screen agent, String name, String role, String college, String gender) {
        Page page = agent.page();
        page.locator("#person-new").selectOption(new SelectOption().setLabel(name));
        page.locator("#role-new").selectOption(role);
        page.locator("#college-new").selectOption(college);
        page.locator("#gender-new").selectOption(gender);
        page.getByLabel("Représentant qualifié de la profession").last().check();
        agent.leaving(() -> button(page, "Ajouter au jury").click());
    }

    void evaluates(Screen juror, HearingId hearing) {
        Page page = juror.open("/sessions/mine").page();
        juror.inspected("juror-sessions").open("/hearings/" + hearing);
        juror.inspected("juror-declaration")
                .leaving(() -> button(page, "Je n’ai aucun lien").click());
        for (Locator bloc : page.locator("form[data-autosave] > section.card").all()) {
            for (Locator skill : bloc.locator("fieldset").all()) {
                if (skill.getByLabel("Montrée", exactly()).count() > 0) {
                    skill.getByLabel("Montrée", exactly()).check();
                } else {
                    skill.getByLabel("Note sur 100").fill("80");
                }
            }
        }
        assertThat(page.locator("[data-save-status]")).containsText("Enregistré à");
        juror.inspected("juror-grid")
                .leaving(() -> button(page, "Relire et rendre").click());
        juror.inspected("juror-evaluation");
        button(page, "Rendre mon évaluation").click();
        juror.leaving(() -> agree(page));
        juror.inspected("juror-handed-in");
    }

    /** Two blocs are obtained, the others are not, with reasons. */
    void deliberates(Screen president) {
        Page page = opensTheTask(president, name, "Délibérer");
        List<Locator> blocs = page.locator("form[action$=deliberation] > section.card:has(fieldset)")
                .all();
        for (int place = 0; place < blocs.size(); place++) {
            Locator bloc = blocs.get(place);
            boolean obtained = place < 2;
            bloc.getByLabel(obtained ? "Obtenu" : "Pas encore obtenu", exactly())
                    .check();
            bloc.getByLabel("Voix pour").fill(obtained ? "4" : "1");
            bloc.getByLabel("Voix contre").fill(obtained ? "0" : "3");
            if (!obtained) {
                bloc.getByLabel("Motifs").fill("Les situations décrites ne montrent pas encore l’autonomie attendue.");
            }
        }
        president.inspected("deliberation");
        button(page, "Clore la délibération").click();
        president.leaving(() -> agree(page));
        president.inspected("deliberation-closed");
        button(page, "Signer le procès-verbal").click();
        president.leaving(() -> agree(page));
        president.inspected("deliberation-signed");
    }
}
