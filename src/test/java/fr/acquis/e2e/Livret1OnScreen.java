package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** A candidate's hands on the form: each method fills the page it stands on and goes to the next. */
final class Livret1OnScreen {

    private final Screen screen;
    private final Page page;

    Livret1OnScreen(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
    }

    void request() {
        standsOn("Votre demande");
        page.getByLabel("Première demande").check();
        page.getByLabel("Toute la certification").check();
        screen.inspected("livret1-1-request");
        next("Prérequis");
    }

    /** The certification names none and the candidate has nothing to add. */
    void prerequisites() {
        screen.inspected("livret1-1b-prerequisites");
        next("Votre identité");
    }

    void identity() {
        assertThat(page.locator("#givenNames")).hasValue("Camille");
        fill("givenNames", "Camille, Anaïs");
        fill("birthDate", "1985-03-14");
        fill("nationality", "française");
        page.getByLabel("Femme").check();
        page.locator("#educationLevel").selectOption("4");
        page.locator("#certificationLevel").selectOption("4");
        fill("certificationsHeld", "Baccalauréat professionnel Commerce, 2003");
        screen.inspected("livret1-2-identity");
        next("Vos coordonnées");
    }

    /** First with a postal code that cannot be: the page says so beside the field and keeps the rest. */
    void contact(String email) {
        fill("address", "12 rue de l’Exemple");
        fill("postalCode", "7501");
        fill("city", "Paris");
        fill("country", "France");
        fill("phone", "06 12 34 56 78");
        fill("email", email);
        screen.expecting(422).leaving(this::send);
        assertThat(page.locator("#postalCode")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#postalCode")).hasAccessibleDescription("Un code postal français a cinq chiffres.");
        assertThat(page.locator("#city")).hasValue("Paris");
        screen.inspected("livret1-3-contact-corrected");
        fill("postalCode", "75011");
        next("Votre situation et vos objectifs");
    }

    void situation() {
        page.getByLabel("Salarié·e du secteur privé").check();
        fill("idcc", "1527");
        page.getByLabel("Faire reconnaître officiellement mes compétences").check();
        page.getByLabel("Confirmer mes acquis métier").check();
        screen.inspected("livret1-4-situation");
        next("Vos expériences");
    }

    /** Written on the page, then left by a link: the draft is kept without the button. */
    void experiences() {
        fill("experiences0.role", "Négociatrice immobilière");
        fill("experiences0.organisation", "Agence de l’Exemple, Paris");
        page.locator("[id='experiences0.setting']").selectOption("SALARIED");
        fill("experiences0.start", "2018-01-08");
        fill("experiences0.weeklyHours", "37,5");
        fill(
                "experiences0.description",
                "Prospection du secteur, estimations, prise de mandats, visites, négociation jusqu’au compromis.");
        assertThat(page.locator("[data-save-status]")).containsText("Enregistré à");
        screen.inspected("livret1-5-experiences");
        screen.leaving(() -> page.reload());
        assertThat(page.locator("[id='experiences0.role']")).hasValue("Négociatrice immobilière");
        assertThat(page.locator("[id='experiences0.weeklyHours']")).hasValue("37,5");
        next("Vos activités par bloc");
    }

    void activities() {
        for (Locator bloc : page.locator("main form section.card").all()) {
            bloc.getByLabel("Oui", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            bloc.locator("textarea")
                    .fill("Chaque semaine, en autonomie, sur un portefeuille d’une trentaine de biens.");
        }
        screen.inspected("livret1-6-activities");
        next("Pièces justificatives");
    }

    /** An empty file and a program are refused beside their field and nothing of what was given is lost. */
    void pieces(byte[] identity, byte[] payslip) {
        give("IDENTITY", new FilePayload("carte-identite.pdf", "application/pdf", identity));
        assertThat(card("IDENTITY")).containsText("carte-identite.pdf");
        screen.expecting(422);
        give("EXPERIENCE", new FilePayload("vide.pdf", "application/pdf", new byte[0]));
        assertThat(refused()).containsText(Pattern.compile("vide\\.pdf[\\s\\S]*vide"));
        give("EXPERIENCE", new FilePayload("bulletin.pdf", "application/pdf", program()));
        assertThat(refused()).containsText("bulletin.pdf");
        assertThat(card("EXPERIENCE")).containsText("à fournir");
        assertThat(card("IDENTITY")).containsText("carte-identite.pdf");
        screen.inspected("livret1-7-pieces-refused");
        give("EXPERIENCE", new FilePayload("bulletin-octobre.pdf", "application/pdf", payslip));
        assertThat(card("EXPERIENCE")).containsText("bulletin-octobre.pdf");
        assertThat(card("EXPERIENCE")).containsText("fournie");
        screen.inspected("livret1-7-pieces");
        screen.leaving(() -> link("Enregistrer et continuer").click());
        standsOn("Dispenses demandées");
    }

    /** The line of the last file that was not taken. */
    private Locator refused() {
        return card("EXPERIENCE").locator(".upload-file:has(.error)").last();
    }

    void dispensations() {
        screen.inspected("livret1-7b-dispensations");
        next("Attestation sur l’honneur");
    }

    void statement() {
        page.getByLabel("Plus tard").check();
        screen.leaving(this::send);
        assertThat(page.locator("#truthful")).containsText("Cochez l’attestation pour pouvoir déposer.");
        screen.inspected("livret1-8-statement");
        screen.leaving(() -> link("Relire mon dossier").click());
        assertThat(page.locator("main")).containsText("Il reste un point à compléter");
        screen.inspected("livret1-9-review-incomplete");
        screen.leaving(() -> link("Attestation sur l’honneur").click());
        page.getByLabel("J’atteste sur l’honneur").check();
        screen.leaving(this::send);
        assertThat(page.locator("main")).containsText("Votre dossier est complet");
    }

    void give(String piece, FilePayload file) {
        page.locator("#send-%s-file".formatted(piece)).setInputFiles(file);
        page.locator("#send-%s button[type=submit]".formatted(piece)).click();
    }

    private Locator card(String piece) {
        return page.locator("section[aria-labelledby=piece-%s]".formatted(piece));
    }

    private void fill(String id, String value) {
        page.locator("[id='%s']".formatted(id)).fill(value);
    }

    private void next(String title) {
        screen.leaving(this::send);
        standsOn(title);
    }

    private void send() {
        page.locator("main form button.primary").click();
    }

    private void standsOn(String title) {
        assertThat(page.locator("h1")).hasText(title);
    }

    private Locator link(String name) {
        return page.locator("main").getByRole(AriaRole.LINK, named(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    /** The head of a Windows program, whatever its name says. */
    private static byte[] program() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        return program;
    }
}
