package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.agree;
import static fr.acquis.e2e.Controls.button;
import static fr.acquis.e2e.Controls.link;
import static fr.acquis.e2e.Controls.opensTheTask;
import static fr.acquis.e2e.Controls.reloadUntil;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.evidence.Documents;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JuryCase;
import fr.acquis.jury.store.HearingRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** From the accepted request to the certificate through a partial result, as each person sees it. */
class WholeJourneyBrowserTest extends BrowserTest {

    private static final String PASSWORD = "demonstration";
    private static final String NUMBER = "RNCP99901";

    @Autowired
    People people;

    @Autowired
    JuryCase cases;

    @Autowired
    HearingRows hearings;

    @Autowired
    TransactionTemplate transaction;

    /** The candidate and the president of the jury on their telephones, the others at a desk. */
    @Test
    void a_journey_goes_to_the_certificate_through_a_partial_result() throws IOException {
        String name = "Camille Chemin";
        String email = "camille-%s@acquis.example".formatted(UUID.randomUUID());
        JourneyId journey = admitted(name, email);
        Screen candidate = telephone().signIn(email, PASSWORD);
        Screen agent = desk().signIn(Role.AGENT);

        choosesSupport(candidate, journey);
        Screen adviser = desk().signIn(Role.ADVISER);
        assignsAnAdviser(adviser, name);
        holdsASession(adviser, name);
        writesLivret2(candidate, journey);
        deposits(candidate, journey);
        checksTheFile(agent, name);

        List<SignedIn> jurors = panel();
        JuryOnScreen jury = new JuryOnScreen(name);
        jury.plansASession(agent, cases.today());
        candidate.open("/journeys/" + journey).inspected("case-summoned");
        Hearing hearing = hearings.live(journey).orElseThrow();
        Set<SkillBlockCode> two = Set.copyOf(cases.codes(NUMBER).subList(0, 2));
        Screen president = telephone().signIn(Role.JUROR);
        jury.evaluates(president, hearing.id());
        jurors.stream().skip(1).forEach(juror -> cases.evaluates(juror, hearing, "Entendu, sans hésitation.", two));
        jury.deliberates(president);
        continues(candidate, journey);

        plans(agent, candidate, journey, name);
        passesTheSecondJury(candidate, agent, journey, name);
        delivers(desk().signIn(Role.CPNE), name);
        candidate.open("/journeys/" + journey).inspected("case-certified");
        holdsTheCertificate(candidate);
    }

    private void choosesSupport(Screen candidate, JourneyId journey) {
        Page page = candidate.open("/journeys/" + journey).page();
        reloadUntil(page, link(page, "Choisir"));
        candidate.inspected("case-admitted").leaving(() -> link(page, "Choisir").click());
        page.getByLabel("Certificateur de démonstration").check();
        candidate
                .inspected("support-choice")
                .leaving(() -> button(page, "Enregistrer mon choix").click());
        assertThat(page.locator(".notice[role=status]")).containsText("l’organisme désigne votre accompagnateur");
        candidate.inspected("case-support-asked");
    }

    private void assignsAnAdviser(Screen adviser, String name) {
        Page page = opensTheTask(adviser, name, "Affecter un accompagnateur");
        FormOnScreen form = new FormOnScreen(adviser);
        adviser.inspected("task-assign-adviser");
        form.select("Accompagnateur", "Alix Démo");
        form.dateTime("Première séance, le", 7);
        form.radio("À distance");
        adviser.inspected("task-assign-adviser-filled");
        form.send();
        assertThat(page.locator(".notice[role=status]")).containsText("enregistré");
    }

    private void holdsASession(Screen adviser, String name) {
        adviser.inspected("worklist-adviser");
        Page page = opensTheTask(adviser, name, "Tenir une séance");
        FormOnScreen form = new FormOnScreen(adviser);
        form.dateTime("Séance du", -1);
        form.number("Durée", "1.5");
        form.radio("Présent");
        form.text("Travail fait pendant la séance", "Choix des situations à décrire pour le premier bloc.");
        form.radio("S’arrête : dernière séance");
        adviser.inspected("task-hold-session");
        form.send();
        assertThat(page.locator(".notice[role=status]")).containsText("enregistré");
        adviser.open("/support").inspected("support-followed");
    }

    private void writesLivret2(Screen candidate, JourneyId journey) {
        Page page = candidate.open("/journeys/" + journey + "/livret2").page();
        candidate
                .inspected("livret2-overview")
                .leaving(() -> page.locator("main .row-link").first().click());
        page.locator("#text-SITUATION")
                .fill("Au printemps, un couple vendait sa maison pour se rapprocher de sa fille.");
        page.locator("#text-ACTION")
                .fill("J’ai observé leurs hésitations, j’ai préparé l’estimation et je l’ai expliquée.");
        page.locator("#text-RESULT").fill("Ils ont signé le mandat ; la vente s’est faite en sept semaines.");
        assertThat(page.locator("[data-save-status]")).containsText("Enregistré à");
        page.locator("#send-proof-file")
                .setInputFiles(new FilePayload("mandat.pdf", "application/pdf", Documents.pdf("Mandat de vente")));
        page.locator("#send-proof button[type=submit]").click();
        assertThat(page.locator("#proofs > .rows")).containsText("mandat.pdf");
        candidate.inspected("livret2-skill-proven");
        candidate.leaving(() -> button(page, "Enregistrer et continuer").click());
    }

    private void deposits(Screen candidate, JourneyId journey) {
        Page page = candidate.open("/journeys/" + journey + "/livret2/deposit").page();
        candidate
                .inspected("livret2-deposit")
                .leaving(() -> button(page, "Déposer malgré ce qui manque").click());
        reloadUntil(page, page.locator("a").filter(Controls.containing("Ouvrir le dossier assemblé")));
        candidate.inspected("case-deposited");
    }

    private void checksTheFile(Screen agent, String name) {
        Page page = opensTheTask(agent, name, "Vérifier le dossier");
        FormOnScreen form = new FormOnScreen(agent);
        form.radio("Complet : il part au jury");
        agent.inspected("task-check-file");
        form.send();
    }

    private void continues(Screen candidate, JourneyId journey) {
        Page page = candidate.open("/journeys/" + journey).page();
        reloadUntil(page, link(page, "Voir et choisir"));
        candidate
                .inspected("case-result")
                .leaving(() -> link(page, "Voir et choisir").click());
        candidate
                .inspected("next")
                .leaving(() -> button(page, "Continuer mon parcours").click());
    }

    private void plans(Screen agent, Screen candidate, JourneyId journey, String name) {
        opensTheTask(agent, name, "Compléter le plan");
        FormOnScreen form = new FormOnScreen(agent);
        form.select("Nature", "Expérience nouvelle");
        form.tag("Blocs visés", "Organiser et conduire les visites");
        form.tag("Blocs visés", "Négocier jusqu");
        form.text("Intitulé", "Conduire dix visites avec un négociateur confirmé");
        form.text("Organisme ou employeur", "Agence de l’Exemple");
        form.date("Du", 10);
        form.date("Au", 70);
        form.date("Date de relance", 80);
        agent.inspected("task-plan");
        form.send();
        Page page = candidate.open("/journeys/" + journey).page();
        reloadUntil(page, link(page, "Lire le plan"));
        candidate
                .inspected("case-plan")
                .leaving(() -> link(page, "Lire le plan").click());
        candidate
                .inspected("plan")
                .leaving(() -> button(page, "J’accepte ce plan").click());
        followsThePlan(agent, name);
    }

    private void followsThePlan(Screen agent, String name) {
        Page page = opensTheTask(agent, name, "Suivre le plan");
        page.locator("summary")
                .filter(Controls.containing("Ajouter une preuve"))
                .click();
        page.locator("[id^=proof-what]").fill("Attestation de l’Agence de l’Exemple");
        page.locator("[id^=proof-on]").fill(cases.today().toString());
        agent.inspected("plan-follow-up")
                .leaving(() -> button(page, "Ajouter la preuve").click());
        agent.leaving(() -> page.locator("button[name=to][value=DONE]").click());
        agent.inspected("plan-done");
    }

    /** The second jury, on what was missing only. */
    private void passesTheSecondJury(Screen candidate, Screen agent, JourneyId journey, String name) {
        Page page = candidate.open("/journeys/" + journey + "/livret2").page();
        reloadUntil(page, link(page, "Vérifier et déposer"));
        assertThat(page.locator("main")).not().containsText("Prospecter et développer");
        candidate
                .inspected("livret2-again")
                .leaving(() -> link(page, "Vérifier et déposer").click());
        candidate.leaving(() -> button(page, "Déposer malgré ce qui manque").click());
        checksTheFile(agent, name);
        cases.awaitTask(journey, TaskKind.PLAN_HEARING);
        List<SignedIn> jurors = panel();
        Hearing hearing = cases.summoned(cases.session(NUMBER, jurors, JuryMode.ENTRETIEN, cases.today()), journey);
        Set<SkillBlockCode> rest = Set.copyOf(cases.codes(NUMBER).subList(2, 6));
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Très clair.", rest));
        cases.awaitTask(journey, TaskKind.DELIBERATE);
        cases.decided(jurors.getFirst(), hearing, rest);
    }

    private void delivers(Screen cpne, String name) {
        Page page = opensTheTask(cpne, name, "Délivrer le certificat");
        cpne.inspected("deliveries");
        button(page, "Délivrer les certificats cochés").click();
        cpne.leaving(() -> agree(page));
        cpne.inspected("deliveries-done");
    }

    private void holdsTheCertificate(Screen candidate) throws IOException {
        Page page = candidate.open("/results").page();
        reloadUntil(page, page.locator("main").getByText("Certificat n°"));
        candidate.inspected("results");
        Locator certificate = page.locator("main a").filter(Controls.containing("Certificat n°"));
        String number = certificate.innerText().replaceAll(".*(CERT-\\S+).*", "$1");
        String text = Correspondence.letter(page, certificate, "certificate");
        String code = text.replaceAll("(?s).*Code de vérification\\s+(\\S+).*", "$1");
        candidate.open("/verification");
        page.locator("#number").fill(number);
        page.locator("#code").fill(code);
        candidate.leaving(() -> button(page, "Vérifier").click());
        assertThat(page.locator("main")).containsText("Authentique et intact");
        candidate.inspected("verification");
    }

    private List<SignedIn> panel() {
        return DevelopmentConfiguration.panel().stream()
                .map(account -> people.findByEmail(account.email()).orElseThrow())
                .map(person -> new SignedIn(
                        person.id(),
                        person.displayName(),
                        Set.of(Role.JUROR),
                        cases.agent().certifyingBody(),
                        cases.agent().certifyingBodyName()))
                .toList();
    }

    private JourneyId admitted(String name, String email) {
        String[] names = name.split(" ");
        PersonId id = transaction.execute(status -> {
            PersonId person = people.register(new People.NewPerson(email, names[0], names[1], null, PASSWORD));
            people.grant(person, Role.CANDIDATE, null);
            return person;
        });
        return cases.admitted(new SignedIn(id, name, Set.of(Role.CANDIDATE), null, null), NUMBER, Set.of());
    }
}
