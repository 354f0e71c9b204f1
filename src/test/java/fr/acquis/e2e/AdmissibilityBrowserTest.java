package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.SOON;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.reloadUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.acquis.certification.Certifications;
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
import org.junit.jupiter.api.Test;
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

    /** The candidate on a telephone, the certifying body at its desks. */
    @Test
    void a_request_is_filed_completed_warned_of_decided_and_read() throws IOException {
        String name = "Camille Recevable";
        String email = newCandidate(name);
        RequestOnScreen candidate = new RequestOnScreen(telephone().signIn(email, PASSWORD));
        JourneyId journey = candidate.files();

        ExaminationOnScreen agent = new ExaminationOnScreen(desk().signIn(Role.AGENT), name);
        agent.takesByKeyboard();
        agent.asksForMore();
        candidate.completes();

        fiftyDaysPass(journey);
        Screen manager = desk().signIn(Role.MANAGER);
        new ExaminationOnScreen(manager, name).seesTheAlert();
        unblocks(manager, journey);

        agent.admits();
        candidate.readsTheDecision();
        candidate.asksForMoreTime(journey);
        grantsIt(manager, journey);
        readsTheMails(email);
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

    /** A command the engine can never take stops this case until a manager says to go on without it. */
    private void unblocks(Screen manager, JourneyId journey) {
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

    private void grantsIt(Screen manager, JourneyId journey) {
        Page page = manager.open("/journeys/" + journey + "/prorogation").page();
        assertThat(page.locator("main")).containsText("Je serai en congé parental jusqu’à l’été.");
        manager.inspected("prorogation-to-answer");
        button(page, "Accorder").click();
        manager.leaving(() -> agree(page));
        assertThat(page.locator(".notice[role=status]")).containsText("Prorogation accordée");
        manager.inspected("prorogation-answered").open("/correspondence").inspected("correspondence");
    }

    /** In a window of its own: a mail brings its own style. */
    private void readsTheMails(String email) {
        await().atMost(SOON).until(() -> Correspondence.mailsTo(email).size() == 4);
        Screen reader = telephone();
        List<String> mails = Correspondence.mailsTo(email);
        for (int n = 0; n < mails.size(); n++) {
            reader.page().setContent(mails.get(n));
            assertThat(reader.page().locator("body")).containsText("Négociateur immobilier");
            assertThat(reader.page().locator("body")).not().containsText("??");
            reader.fitsItsWidth().photograph("mail-%d".formatted(n + 1));
        }
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
}
