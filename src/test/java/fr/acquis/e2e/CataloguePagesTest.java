package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.acquis.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("certification")
class CataloguePagesTest extends BrowserTest {

    @Test
    void the_catalogue_is_accessible_to_anyone_on_a_desk_and_on_a_telephone() {
        for (int width : new int[] {DESK, TELEPHONE}) {
            Screen anyone = screen(width).open("/certifications");
            assertThat(anyone.page().locator("h1")).hasText("Certifications");
            assertThat(anyone.page().locator(".row")).hasCount(20);
            anyone.accessible().fitsItsWidth().canBeTouched().photograph("certifications-" + width);
            anyone.open("/certifications?q=zzzz");
            assertThat(anyone.page().locator(".empty h2")).containsText("Aucune certification");
            anyone.accessible().fitsItsWidth().canBeTouched().photograph("certifications-none-" + width);
        }
    }

    @Test
    void a_receipt_is_checked_by_anyone_who_comes_from_the_page_for_certificates() {
        for (int width : new int[] {DESK, TELEPHONE}) {
            Screen anyone = screen(width).open("/verification");
            anyone.leaving(() -> anyone.page()
                    .getByRole(AriaRole.LINK, named("Vérifier un récépissé de dépôt du livret 2"))
                    .click());
            anyone.page().locator("#hash").fill("0".repeat(64));
            anyone.leaving(() -> anyone.page().locator("#hash").press("Enter"));
            assertThat(anyone.page().locator("main")).containsText("Dépôt inconnu");
            anyone.accessible().fitsItsWidth().canBeTouched().photograph("receipt-unknown-" + width);
        }
    }

    @Test
    void a_candidate_searches_reads_and_is_offered_to_request() {
        for (int width : new int[] {DESK, TELEPHONE}) {
            Screen candidate = screen(width).signIn(Role.CANDIDATE);
            if (width == TELEPHONE) {
                candidate.page().locator(".bottom-bar summary").click();
            }
            candidate.leaving(() -> candidate
                    .page()
                    .getByRole(AriaRole.LINK, named("Certifications"))
                    .locator("visible=true")
                    .click());
            candidate.page().locator("#catalogue-words").fill("negociateurs");
            candidate.leaving(() -> candidate.page().locator("#catalogue-words").press("Enter"));
            assertThat(candidate.page().locator("#catalogue-found")).containsText("Une certification");
            candidate.accessible().fitsItsWidth().canBeTouched().photograph("certifications-found-" + width);
            candidate.leaving(() -> candidate
                    .page()
                    .getByRole(AriaRole.LINK, named("CQP Négociateur immobilier"))
                    .click());
            assertThat(candidate.page().locator("h1")).hasText("CQP Négociateur immobilier");
            assertThat(candidate.page().getByRole(AriaRole.LINK, named("Demander une VAE")))
                    .hasAttribute("href", Pattern.compile("^/journeys/new\\?certification=[0-9a-f-]{36}$"));
            for (var summary : candidate.page().locator(".disclosure > summary").all()) {
                summary.click();
            }
            assertThat(candidate.page().locator(".table tbody tr").first()).isVisible();
            candidate.accessible().fitsItsWidth().canBeTouched().photograph("certification-open-" + width);
        }
    }

    @Test
    void a_closed_certification_says_why_and_offers_no_request() {
        for (int width : new int[] {DESK, TELEPHONE}) {
            for (String number : new String[] {"RS99901", "RNCP99904", "RNCP99905"}) {
                Screen anyone = screen(width).open("/certifications?q=" + number);
                anyone.leaving(() -> anyone.page().locator(".row-link").click());
                assertThat(anyone.page().locator("#closed")).hasText("La VAE n’est pas ouverte");
                assertThat(anyone.page().getByRole(AriaRole.LINK, named("Demander une VAE")))
                        .hasCount(0);
                anyone.accessible().fitsItsWidth().canBeTouched().photograph("certification-" + number + "-" + width);
            }
        }
    }

    @Test
    void the_portal_the_dark_theme_and_english_are_as_accessible() {
        Screen dark = screen(DESK, ColorScheme.DARK, "en").open("/certifications?q=RNCP99902");
        dark.accessible().leaving(() -> dark.page().locator(".row-link").click());
        assertThat(dark.page().locator("#portal")).hasText("The official filing is done on France VAE");
        dark.accessible().fitsItsWidth().photograph("certification-portal-dark-en");
        Screen register = screen(TELEPHONE, ColorScheme.DARK, "fr").open("/certifications?q=RNCP37268");
        register.leaving(() -> register.page().locator(".row-link").click());
        assertThat(register.page().locator("main")).containsText("La demande ne se dépose pas ici");
        register.accessible().fitsItsWidth().canBeTouched().photograph("certification-elsewhere-dark-390");
    }

    @Test
    void the_list_is_walked_by_keyboard() {
        Screen agent = desk().signIn(Role.AGENT).open("/certifications");
        agent.page().waitForLoadState();
        agent.page().keyboard().press("j");
        assertThat(agent.page().locator(".row-link").first()).isFocused();
        agent.page().keyboard().press("j");
        assertThat(agent.page().locator(".row-link").nth(1)).isFocused();
        String second = agent.page().locator(".row-link").nth(1).innerText();
        agent.leaving(() -> agent.page().keyboard().press("o"));
        assertThat(agent.page().locator("h1")).hasText(second);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
