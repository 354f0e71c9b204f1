package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.way;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.JourneyId;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A refusal is reasoned from the standard, seen as its letter, proposed by one person and confirmed by another. */
class DecisionBrowserTest extends BrowserTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void refusalsWantTwo() {
        database.sql("""
                        insert into regulation_parameter (certification_id, name, valid_from, value, source, confidence, written_at)
                        values (:certification, 'four-eyes', '2026-01-01', 'REFUSALS', 'Délibération de la CPNE', 'LOW', utc_timestamp(6))
                        """)
                .param(
                        "certification",
                        cases.certification(FiledCase.NUMBER).id().value())
                .update();
    }

    @AfterEach
    void asBefore() {
        database.sql("delete from regulation_parameter where name = 'four-eyes'")
                .update();
    }

    @ParameterizedTest(name = "on a screen of {0} px")
    @ValueSource(ints = {DESK, TELEPHONE})
    void a_refusal_is_built_seen_proposed_and_confirmed(int width) throws Exception {
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        Screen agent = screen(width, ColorScheme.LIGHT, "fr").signIn(Role.AGENT);
        builds(agent, id);
        sees(agent.page(), id);
        proposes(agent, id);
        confirms(screen(width, ColorScheme.LIGHT, "fr").signIn(Role.MANAGER), id);
    }

    private void builds(Screen agent, JourneyId id) {
        Page page = agent.open(address(id)).page();
        assertThat(page.locator("section[aria-labelledby=gaps]")).containsText("heures déclarées");
        Locator why = page.locator("section[aria-labelledby=clock] details");
        why.locator("summary").click();
        assertThat(why).containsText("641 du code de procédure civile");
        way(page, "Déclarer non recevable");
        String block = cases.codes(FiledCase.NUMBER).getFirst().value();
        page.locator("#about-0").selectOption(block);
        page.locator("#reason-0").fill("Aucune prospection n’est décrite.");
        page.locator("#advice-0").fill("Décrivez deux prospections menées seul·e.");
        page.locator("input[name=option-0]").first().check();
        agent.leaving(() -> button(page, "Ajouter un motif").click());
        page.locator("#about-1").selectOption("RELATION");
        agent.leaving(() -> button(page, "Retirer le motif 2").click());
        assertThat(page.locator("#about-0")).hasValue(block);
        assertThat(page.locator("#reason-0")).hasValue("Aucune prospection n’est décrite.");
        assertThat(page.locator("input[name=option-0]").first()).isChecked();
        agent.inspected("decision-refusal-built");
    }

    private void sees(Page page, JourneyId id) throws Exception {
        APIResponse letter = page.request()
                .post(
                        address(id) + "/preview",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set(
                                                "_csrf",
                                                page.locator("input[name=_csrf]")
                                                        .first()
                                                        .inputValue())
                                        .set("form", "REFUSE")
                                        .set("about", "RELATION")
                                        .set("criterion", "")
                                        .set("reason", "Aucune prospection n’est décrite.")
                                        .set("advice", "")
                                        .set("option-0", "COUNSEL")));
        Assertions.assertThat(letter.status()).isEqualTo(200);
        Assertions.assertThat(SealedPdf.text(letter.body()))
                .contains("Projet", "Rapport direct", "conseiller en évolution professionnelle");
    }

    private void proposes(Screen agent, JourneyId id) {
        Page page = agent.page();
        button(page, "Proposer le refus").click();
        agent.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("une seconde personne la confirmera");
        agent.open(address(id));
        assertThat(page.locator("section[aria-labelledby=proposed]"))
                .containsText("Une autre personne doit la confirmer");
        agent.inspected("decision-proposed");
    }

    private void confirms(Screen manager, JourneyId id) {
        Page page = manager.open(address(id)).page();
        assertThat(page.locator("section[aria-labelledby=proposed]")).containsText("Aucune prospection n’est décrite.");
        manager.inspected("decision-to-confirm");
        button(page, "Confirmer et envoyer").click();
        manager.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("non recevable");
        manager.open("/regulations").inspected("regulations");
        manager.leaving(() -> link(page, "CQP Négociateur immobilier").click());
        manager.inspected("regulation");
        manager.open("/regulations/" + cases.certification(FiledCase.NUMBER).id() + "/required-pieces")
                .inspected("rule-pieces");
        manager.open("/regulations/" + cases.certification(FiledCase.NUMBER).id() + "/decision-delay");
        page.locator("#value").fill("3");
        page.locator("#from").fill("2030-01-01");
        page.locator("#source").fill("Délibération de la CPNE");
        manager.leaving(() -> button(page, "Voir ce qui change").click());
        assertThat(page.locator(".notice")).containsText("Aujourd’hui");
        manager.inspected("rule-preview");
    }

    /** A certification whose legal filing is on the State's portal: its day is recorded with a file, and explains the date. */
    @ParameterizedTest(name = "on a screen of {0} px")
    @ValueSource(ints = DESK)
    void the_day_of_the_filing_on_the_portal_is_recorded(int width) {
        JourneyId id = cases.filed(as.newCandidate(), "RNCP99902", Set.of());
        Screen agent = screen(width, ColorScheme.LIGHT, "fr").signIn(Role.AGENT);
        Page page = agent.open(address(id)).page();
        agent.leaving(() -> link(page, "Enregistrer le jour du dépôt").click());
        page.locator("#filedOn")
                .fill(LocalDate.now(LegalClock.ZONE).minusDays(12).toString());
        agent.expecting(422)
                .leaving(() -> button(page, "Enregistrer le jour du dépôt").click());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Donnez la preuve de ce jour");
        agent.inspected("portal-filing");
        page.locator("#file").setInputFiles(new FilePayload("accuse.pdf", "application/pdf", FiledCase.pdf()));
        agent.leaving(() -> button(page, "Enregistrer le jour du dépôt").click());
        assertThat(page.locator("section[aria-labelledby=portal-filing]"))
                .containsText("le délai légal court depuis ce jour");
        Locator why = page.locator("section[aria-labelledby=clock] details");
        why.locator("summary").click();
        assertThat(why).containsText("sur le portail France VAE, dont la date fait foi");
        agent.inspected("case-portal-recorded");
    }

    private static String address(JourneyId id) {
        return "/journeys/" + id + "/decision";
    }
}
