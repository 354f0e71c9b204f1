package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.SOON;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.containing;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.reloadUntil;
import static fr.acquis.e2e.Controls.row;
import static fr.acquis.e2e.Controls.walkTo;
import static fr.acquis.e2e.Controls.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.certification.Certifications;
import fr.acquis.evidence.Documents;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.journey.work.LegalDateSweep;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.AlertSink;
import fr.acquis.workflow.ParkReason;
import fr.acquis.workflow.Processes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Recevabilité as a candidate, an agent and a manager see it, from the first click to the letter. */
class AdmissibilityBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";

    @Autowired
    People people;

    @Autowired
    Certifications certifications;

    @Autowired
    Processes processes;

    @Autowired
    LegalDateSweep sweep;

    @Autowired
    AlertSink alerts;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest(name = "on a screen of {0} px")
    @ValueSource(ints = {DESK, TELEPHONE})
    void a_request_is_filed_taken_and_completed(int width) throws IOException {
        String name = "Camille Essai" + width;
        String email = newCandidate(name);
        Screen candidate = window(width).signIn(email, PASSWORD);
        files(candidate);

        Screen agent = window(width).signIn(Role.AGENT);
        takesByKeyboard(agent, name);
        asksForMore(agent, name);
        completes(candidate);
    }

    @Test
    void what_is_not_there_or_not_ours_says_so_in_the_frame() {
        Screen candidate = desk().signIn(newCandidate("Camille Perdue"), PASSWORD);
        candidate.expecting(404).open("/journeys/" + UUID.randomUUID());
        assertThat(candidate.page().locator("h1")).containsText("existe pas");
        candidate.inspected("journey-unknown");
        candidate.expecting(403).open("/worklist");
        assertThat(candidate.page().locator("h1")).hasText("Cette page n’est pas ouverte à votre compte");
    }

    @Test
    void a_certification_that_is_closed_to_the_vae_says_why_before_any_effort() {
        Screen candidate = desk().signIn(newCandidate("Camille Pressée"), PASSWORD);
        candidate.open("/journeys/new?certification=" + certification("RS99901"));
        assertThat(candidate.page().locator(".notice")).containsText("La VAE ne semble pas ouverte");
        candidate.inspected("journey-new-closed");
    }

    private JourneyId files(Screen candidate) {
        Page page = candidate.page();
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

    /** j to the row, a to take it; the row itself opens the case. */
    private void takesByKeyboard(Screen agent, String name) {
        Page page = agent.page();
        reloadUntil(page, row(page, name));
        agent.inspected("worklist");
        walkTo(page, name);
        page.keyboard().press("a");
        assertThat(page.locator(".notice[role=status]")).containsText("Dossier pris");
        assertThat(row(page, name)).containsText("Andréa Démo");
        agent.inspected("worklist-taken");
        agent.leaving(() -> row(page, name).locator("[data-open]").first().click());
        assertThat(page.locator("h1")).hasText(name);
        agent.inspected("case-agent");
    }

    private void asksForMore(Screen agent, String name) {
        Page page = agent.page();
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

    private void completes(Screen candidate) {
        Page page = candidate.page();
        reloadUntil(page, link(page, "Ajouter les pièces"));
        assertThat(page.locator("main")).containsText("Certificat de travail de l’Agence de l’Exemple");
        candidate
                .inspected("case-to-complete")
                .leaving(() -> link(page, "Ajouter les pièces").click());
        candidate.inspected("completion-to-answer");
        page.locator("#kind-1").selectOption("WORK_CERTIFICATE");
        page.locator("#file-1")
                .setInputFiles(
                        new FilePayload("certificat-de-travail.pdf", "application/pdf", Documents.pdf("Certificat")));
        candidate.leaving(
                () -> page.locator("#piece-1 form[enctype] button[type=submit]").click());
        assertThat(page.locator("#piece-1")).containsText("certificat-de-travail.pdf");
        assertThat(page.locator("#piece-1")).containsText("fournie");
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

    /** The facts are moved into the past, not the clock: the product runs for other tests meanwhile. */
    private void fiftyDaysPass(JourneyId journey) {
        database.sql("""
                        update journey set submitted_at = submitted_at - interval 50 day,
                          completion_requested_at = completion_requested_at - interval 50 day,
                          completed_at = completed_at - interval 50 day, silence_at = silence_at - interval 50 day,
                          escalate_at = escalate_at - interval 50 day
                        where id = :id
                        """).param("id", journey.value()).update();
        await().atMost(SOON).untilAsserted(() -> {
            sweep.sweep();
            assertThat(database.sql("select escalated_at is not null from journey where id = :id")
                            .param("id", journey.value())
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        });
    }

    private void seesTheAlert(Screen manager, String name) {
        Page page = manager.page();
        Locator alert = row(page, name).filter(containing("Date légale proche, sans décision"));
        reloadUntil(page, alert);
        manager.inspected("worklist-manager");
        manager.leaving(() -> alert.getByRole(AriaRole.BUTTON).click());
        assertThat(page.locator(".notice[role=status]")).containsText("Alerte traitée");
        assertThat(alert).hasCount(0);
        manager.leaving(() -> page.locator(".top-bar a[href='/notices']").click());
        assertThat(page.locator("main")).containsText("la décision est à prendre au plus tard le");
        manager.inspected("notices");
    }

    /** A command the engine can never take stops this case until a manager says to go on without it. */
    private void unblocks(Screen manager, JourneyId journey, String name) {
        Page page = manager.page();
        manager.open("/blocks");
        assertThat(page.locator("main")).containsText("Aucune étape n’attend.");
        manager.inspected("blocks-none");
        park(journey);
        Locator blocked = page.locator("section[aria-labelledby=parked-title] article");
        reloadUntil(page, blocked);
        manager.inspected("blocks");
        button(page, "Passer cette étape").click();
        assertThat(page.locator("#confirm")).containsText("la suite du dossier reprendra");
        manager.inspected("blocks-skip").leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("L’étape est passée");
        assertThat(blocked).hasCount(0);
    }

    /** A command as the publisher leaves it when the engine answers that it can never take it. */
    private void park(JourneyId journey) {
        transaction.executeWithoutResult(status -> {
            processes.message(journey, "never-understood", journey.toString(), Map.of());
            database.sql("""
                            update engine_command c join engine_journey j on j.journey_id = c.journey_id
                            set c.state = 'PARKED', c.attempts = 1, c.answer = 'INVALID', c.settled_at = utc_timestamp(6),
                              j.head_due = null
                            where c.journey_id = :id and c.seq = j.last_command_seq
                            """).param("id", journey.value()).update();
            long number = database.sql("select last_command_seq from engine_journey where journey_id = :id")
                    .param("id", journey.value())
                    .query(Long.class)
                    .single();
            alerts.commandParked(journey, number, ParkReason.INVALID);
        });
    }

    private void admits(Screen agent, String name) {
        Page page = agent.page();
        agent.open("/worklist");
        reloadUntil(page, row(page, name).filter(containing("Décider")));
        agent.leaving(() -> row(page, name).locator("a").click());
        agent.leaving(() -> link(page, "Examiner la demande").click());
        assertThat(page.locator("section[aria-labelledby=answers]")).containsText("L’agence a fermé.");
        button(page, "Identité vérifiée").click();
        agent.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Identité vérifiée");
        way(page, "Déclarer non recevable");
        page.locator("#reason-0").fill("Aucune activité d’estimation n’est décrite.");
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

    private void readsTheDecision(Screen candidate) throws IOException {
        Page page = candidate.page();
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

    /** In a window of its own: a mail brings its own style. */
    private void readsTheMails(int width, String email) {
        await().atMost(SOON).until(() -> Correspondence.mailsTo(email).size() == 3);
        Screen reader = window(width);
        List<String> mails = Correspondence.mailsTo(email);
        for (int n = 0; n < mails.size(); n++) {
            reader.page().setContent(mails.get(n));
            assertThat(reader.page().locator("body")).containsText("Négociateur immobilier");
            assertThat(reader.page().locator("body")).not().containsText("??");
            reader.fitsItsWidth().photograph("mail-%d-%d".formatted(n + 1, width));
        }
    }

    private Screen window(int width) {
        return screen(width, ColorScheme.LIGHT, "fr");
    }

    private String newCandidate(String name) {
        String[] names = name.split(" ");
        String email = "candidat-" + UUID.randomUUID() + "@acquis.example";
        transaction.executeWithoutResult(status -> people.grant(
                people.register(new People.NewPerson(email, names[0], names[1], null, PASSWORD)),
                Role.CANDIDATE,
                null));
        return email;
    }

    private UUID certification(String number) {
        return certifications.findByNumber(number).orElseThrow().id().value();
    }

    private static JourneyId journey(Page page) {
        Matcher address = Pattern.compile("/journeys/([0-9a-f-]{36})").matcher(page.url());
        assertThat(address.find()).isTrue();
        return JourneyId.of(address.group(1));
    }
}
