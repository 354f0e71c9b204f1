package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A candidate on a telephone and their adviser at a desk write to each other; a note stays with those it is for. */
class CaseFileBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase filed;

    @Autowired
    CaseMembers members;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_candidate_and_their_adviser_write_to_each_other() {
        SignedIn candidate = somebody(Role.CANDIDATE);
        SignedIn adviser = somebody(Role.ADVISER);
        JourneyId id = filed.filed(candidate, FiledCase.NUMBER, Set.of());
        transaction.executeWithoutResult(status -> members.add(id, adviser.id(), Role.ADVISER));

        Screen phone = telephone().signIn(email(candidate), PASSWORD).open("/journeys/" + id);
        phone.leaving(() -> phone.page().locator(".tabs a[href$='/messages']").click());
        phone.inspected("messages-empty");
        phone.page().locator("#text").fill("Où en est ma demande ? https://vae.example/aide");
        assertThat(phone.page().locator("[data-save-status]")).containsText("Enregistré");
        send(phone, "Envoyer");
        assertThat(phone.page().locator(".message a[href='https://vae.example/aide']"))
                .isVisible();
        phone.inspected("messages-sent");

        Screen desk = desk().signIn(email(adviser), PASSWORD).open("/messages").inspected("threads");
        desk.leaving(() -> desk.page().locator(".row-link").first().click());
        assertThat(desk.page().locator(".message .tone-brand")).containsText("Nouveau");
        desk.inspected("thread");
        desk.page().locator("#text").fill("Votre demande est lue cette semaine.");
        send(desk, "Envoyer");
        desk.open("/journeys/" + id + "/notes").inspected("notes-empty");
        desk.page().locator("#text").fill("Candidat pressé : le rappeler.");
        send(desk, "Enregistrer la note");
        desk.inspected("notes");
        Screen pocket = telephone()
                .signIn(email(adviser), PASSWORD)
                .open("/journeys/" + id + "/notes")
                .inspected("notes-phone");
        // The tab being read is in sight though the bar is narrower than its tabs.
        assertThat(pocket.page().locator(".tab-list [aria-current]"))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        desk.open("/journeys/" + id).inspected("case-of-an-adviser");
        desk.open("/notices/preferences").inspected("preferences");

        phone.open("/messages").inspected("threads-candidate");
        writtenByMail(id);
        desk().signIn(Role.AGENT).open("/messages").inspected("threads-awaiting");
        phone.open("/journeys/" + id + "/messages");
        assertThat(phone.page().locator(".thread")).containsText("lue cette semaine");
        assertThat(phone.page().locator("body")).not().containsText("pressé");
        assertThat(phone.page().locator(".thread")).containsText("reçu par courriel");
        phone.inspected("messages-answered").open("/notices/preferences").inspected("preferences-candidate");
    }

    /** As if what the candidate wrote had come from their mail program, with a file that was not taken. */
    private void writtenByMail(JourneyId id) {
        transaction.executeWithoutResult(status -> {
            org.assertj.core.api.Assertions.assertThat(
                            database.sql("""
                                    update exchange_message set by_mail = true, left_out = 'logiciel.exe'
                                    where journey_id = :id and author_id = (select candidate_id from journey where id = :id)
                                    """).param("id", id.value()).update())
                    .isEqualTo(1);
        });
    }

    private static void send(Screen screen, String button) {
        screen.leaving(() -> screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click());
    }

    private String email(SignedIn person) {
        return people.find(person.id()).orElseThrow().email();
    }

    /** Somebody nobody else uses, with a password. */
    private SignedIn somebody(Role role) {
        SignedIn seeded = as.seeded(role);
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(
                    "ecrit-" + UUID.randomUUID() + "@acquis.example", "Camille", "Exemple", null, PASSWORD));
            people.grant(person, role, role == Role.CANDIDATE ? null : seeded.certifyingBody());
            return person;
        });
        return role == Role.CANDIDATE
                ? new SignedIn(id, "Camille Exemple", Set.of(role), null, null)
                : new SignedIn(
                        id, "Camille Exemple", Set.of(role), seeded.certifyingBody(), seeded.certifyingBodyName());
    }
}
