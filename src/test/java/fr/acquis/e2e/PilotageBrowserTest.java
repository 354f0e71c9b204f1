package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.e2e.Controls.containing;
import static fr.acquis.e2e.Controls.link;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Teams;
import fr.acquis.insight.work.DelayCount;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pilotage as a manager works with it: numbers, the map, the lists behind them, the file. */
class PilotageBrowserTest extends BrowserTest {

    @Autowired
    FiledCase cases;

    @Autowired
    ActingAs as;

    @Autowired
    Journeys journeys;

    @Autowired
    DelayCount delayCount;

    @Autowired
    Teams teams;

    private String caseNumber;
    private JourneyId admitted;

    @BeforeEach
    void cases_in_two_stages() {
        JourneyId examined = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        caseNumber = journeys.find(examined).orElseThrow().caseNumber();
        admitted = cases.admitted(as.newCandidate());
        cases.task(admitted, TaskKind.WRITE_LIVRET2);
        delayCount.count();
    }

    @Test
    void the_map_shows_where_cases_stand_and_a_step_leads_to_its_list() throws IOException {
        Screen manager = desk().signIn(Role.MANAGER);
        Page page = manager.open("/insight").page();
        assertThat(page.locator("h1")).hasText("Pilotage");
        manager.inspected("insight");
        manager.leaving(() -> link(page, "Carte des processus").click());
        assertThat(page.locator(".map-mark").first()).isVisible();
        manager.inspected("insight-map-journey");
        manager.leaving(() ->
                page.locator(".tab-list a").filter(containing("Recevabilité")).click());

        Locator mark = page.locator(".djs-overlays .map-mark")
                .filter(containing("dossier"))
                .first();
        assertThat(mark).isVisible();
        Locator watermark = page.locator(".bjs-powered-by");
        watermark.scrollIntoViewIfNeeded();
        assertThat(watermark).isInViewport();
        manager.inspected("insight-map-admissibility");
        String inTable = page.locator(".insight-table tr")
                .filter(containing("Décider de la recevabilité"))
                .locator("td a")
                .first()
                .innerText()
                .strip();
        Locator decide = page.locator(".djs-overlays[data-container-id='decide-admissibility'] .map-mark");
        assertThat(decide).containsText(Pattern.compile("^\\s*" + inTable + " dossier"));
        manager.leaving(decide::click);
        seesTheList(manager, Integer.parseInt(inTable));
        Download file =
                page.waitForDownload(() -> link(page, "Télécharger (CSV)").click());
        assertThat(Files.readString(file.path())).startsWith("\uFEFF\"Numéro\"").contains(caseNumber);

        page.goBack();
        assertThat(decide).isVisible();
        decide.focus();
        manager.leaving(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("h1")).hasText("Décider de la recevabilité");

        page.goBack();
        assertThat(decide).isVisible();
        manager.leaving(() -> page.locator("[data-element-id='decide-admissibility'] .djs-hit")
                .click());
        assertThat(page.locator("h1")).hasText("Décider de la recevabilité");
    }

    private void seesTheList(Screen manager, int number) {
        Page page = manager.page();
        assertThat(page.locator("h1")).hasText("Décider de la recevabilité");
        assertThat(page.locator("[data-row]")).hasCount(Math.min(number, 50));
        if (number <= 50) {
            assertThat(page.locator("main")).containsText(caseNumber);
        }
        manager.inspected("insight-list");
    }

    @Test
    void one_case_stands_on_its_map_and_changes_teams() {
        Screen manager = desk().signIn(Role.MANAGER).open("/journeys/" + admitted);
        Page page = manager.page();
        manager.leaving(() -> page.locator(".tabs a[href$='/map']").click());
        manager.leaving(
                () -> page.locator(".tabs a[href$='/map/validation-file']").click());
        Locator here = page.locator(".djs-overlays[data-container-id='write-livret2'] .map-mark");
        assertThat(here).containsText("Ici depuis le");
        assertThat(here).isInViewport();
        assertThat(page.locator(".insight-here")).containsText("Le dossier est ici");
        manager.inspected("case-map");
        manager.leaving(
                () -> page.locator(".tabs a[href$='/map/admissibility']").click());
        Locator decided = page.locator(".djs-overlays[data-container-id='decide-admissibility'] .map-mark");
        assertThat(decided).hasAttribute("aria-label", Pattern.compile("Passée le"));
        decided.click();
        assertThat(page.locator("#step-decide-admissibility")).isInViewport();
        manager.inspected("case-map-passed");
        Screen phone = telephone().signIn(Role.AGENT).open("/journeys/" + admitted + "/map/validation-file");
        assertThat(phone.page().locator(".djs-overlays[data-container-id='write-livret2'] .map-mark"))
                .isInViewport();
        phone.inspected("case-map-telephone");

        String team = "Équipe " + UUID.randomUUID().toString().substring(0, 8);
        SignedIn seeded = as.seeded(Role.MANAGER);
        as.run(seeded, () -> teams.found(seeded.certifyingBody(), team));
        manager.open("/journeys/" + admitted + "/team");
        page.locator("#team").selectOption(team);
        manager.expecting(422).leaving(() -> page.locator("form button.primary").click());
        assertThat(page.locator("#reason-error")).isVisible();
        manager.inspected("case-team-refused");
        page.locator("#reason").fill("Le candidat a déménagé.");
        manager.leaving(() -> page.locator("form button.primary").click());
        assertThat(page.locator("main")).containsText(team);
        manager.inspected("case-of-a-team");
        phone.open("/journeys/" + admitted + "/team").inspected("case-team-telephone");
    }

    @Test
    void the_pages_hold_on_a_telephone_on_paper_and_in_english() {
        Screen telephone = telephone().signIn(Role.AGENT);
        for (String path : new String[] {"/insight", "/insight/processes/journey", "/insight/cases"}) {
            telephone.open(path);
            telephone.inspected("insight" + path.replace('/', '-'));
        }
        Screen desk = screen(DESK, com.microsoft.playwright.options.ColorScheme.LIGHT, "en")
                .signIn(Role.MANAGER);
        for (String path : new String[] {"/insight", "/insight/processes/jury", "/insight/cases?list=LATE"}) {
            desk.open(path).accessible();
            assertThat(desk.page().locator("body")).not().containsText("??");
        }
        desk.open("/insight");
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        desk.photograph("insight-print");
    }

    @Test
    void a_page_that_stands_open_says_that_figures_have_changed_and_moves_nothing() {
        Screen manager = desk().signIn(Role.MANAGER).open("/insight");
        Page page = manager.page();
        assertThat(page.locator("[data-insight-stale]")).isHidden();
        cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("[data-insight-stale]")).isVisible();
        manager.accessible().leaving(() -> link(page, "Actualiser").click());
        assertThat(page.locator("[data-insight-stale]")).isHidden();
    }

    @Test
    void the_map_weighs_what_was_promised() {
        Screen manager = desk().signIn(Role.MANAGER);
        Page page = manager.page();
        manager.open("/insight/processes/journey");
        assertThat(page.locator(".map-mark").first()).isVisible();
        Number bytes = (Number) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, one) => sum + one.encodedBodySize, 0)
                """);
        assertThat(bytes.intValue()).isLessThan(135 * 1024);
    }
}
