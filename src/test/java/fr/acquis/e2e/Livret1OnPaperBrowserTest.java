package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.Documents;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Livret 1 on the official form, on a telephone: taken away filled, refused when it is a print, begun from, shared or not. */
class Livret1OnPaperBrowserTest extends BrowserTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Livret1s livrets;

    @Test
    void the_official_form_is_taken_away_and_begun_from() throws IOException {
        SignedIn candidate = seeded();
        JourneyId id = as.call(candidate, () -> cases.draft(candidate, FiledCase.NUMBER));
        as.run(candidate, () -> livrets.write(id, held -> cases.livret1(id, Set.of())));
        Screen screen = telephone().signIn(Role.CANDIDATE);
        Page page = screen.page();
        screen.open("/journeys/" + id + "/livret1/official");
        assertThat(page.locator("h1")).hasText("Formulaire officiel");
        screen.inspected("official-form");
        Download download = page.waitForDownload(
                () -> page.locator("section[aria-labelledby=take-away] .row-link:has-text('faisabilité')")
                        .click());
        byte[] filled = Files.readAllBytes(download.path());

        give(page, Documents.pdf("Un dossier imprimé"));
        screen.expecting(422).leaving(() -> read(page));
        assertThat(page.locator("#official-error")).containsText("n’a plus de champs");
        screen.inspected("official-form-refused");

        as.run(
                candidate,
                () -> livrets.write(
                        id,
                        held -> Livret1.BLANK.with(new Livret1.Contact(
                                "9 quai de l’Exemple", null, "69001", "Lyon", "France", null, null))));
        give(page, filled);
        screen.leaving(() -> read(page));
        assertThat(page.locator("main")).containsText("réponses diffèrent de ce que vous avez écrit");
        screen.inspected("official-form-read");
        screen.leaving(() -> page.getByText("Reprendre les réponses cochées").click());
        assertThat(page.locator(".notice[role=status]")).containsText("réponses sont reprises");
        assertThat(page.locator("main")).containsText("9 quai de l’Exemple");
        assertThat(page.locator("main")).containsText("Négociatrice");
        screen.open("/journeys/" + id + "/livret1/prerequisites");
        screen.inspected("livret1-prerequisites");
        screen.open("/journeys/" + id + "/livret1/dispensations");
        screen.inspected("livret1-dispensations");
    }

    @Test
    void a_consent_is_withdrawn_on_its_page() {
        SignedIn candidate = seeded();
        JourneyId id = cases.admitted(candidate, "RNCP99902", Set.of());
        Screen screen = telephone().signIn(Role.CANDIDATE);
        Page page = screen.page();
        screen.open("/journeys/" + id);
        screen.leaving(() -> page.getByText("Voir ou retirer mes accords").click());
        assertThat(page.locator("h1")).hasText("Vos accords de partage");
        screen.inspected("consents");
        screen.leaving(() -> page.getByText("Retirer mon accord").first().click());
        assertThat(page.locator(".notice[role=status]")).containsText("Votre accord est retiré");
        screen.inspected("consents-withdrawn");
        screen.open("/certifications/" + cases.certification(FiledCase.NUMBER).id());
        assertThat(page.locator("#figures")).hasText("Délais constatés ici");
        screen.inspected("certification-figures");
    }

    private SignedIn seeded() {
        return as.seeded(Role.CANDIDATE);
    }

    private static void give(Page page, byte[] content) {
        page.locator("#official-file").setInputFiles(new FilePayload("mon-dossier.pdf", "application/pdf", content));
    }

    private static void read(Page page) {
        page.getByText("Lire ce formulaire").click();
    }
}
