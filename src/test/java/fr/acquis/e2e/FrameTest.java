package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import fr.acquis.identity.Role;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrameTest extends BrowserTest {

    @Test
    void the_first_key_leads_past_the_bars_to_the_content() {
        Screen desk = desk().signIn(Role.AGENT);
        desk.page().keyboard().press("Tab");
        assertThat(desk.page().locator(".skip")).isFocused();
        assertThat(desk.page().locator(".skip")).isInViewport();
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator("#content")).isFocused();
    }

    @Test
    void the_dark_theme_is_kept_from_page_to_page() {
        Screen desk = desk().signIn(Role.AGENT);
        choose(desk, "Sombre");
        assertThat(desk.page().locator("html")).hasAttribute("data-theme", "dark");
        assertThat(desk.page().locator("body")).hasCSS("background-color", "rgb(15, 22, 38)");
        desk.open("/about");
        assertThat(desk.page().locator("body")).hasCSS("background-color", "rgb(15, 22, 38)");
        desk.accessible().photograph("about-dark");
        choose(desk, "Clair");
        assertThat(desk.page().locator("body")).hasCSS("background-color", "rgb(246, 247, 251)");
        assertThat(desk.page()).hasURL(Pattern.compile("/about$"));
    }

    @Test
    void english_is_complete_on_every_page_of_the_frame() {
        Screen desk = desk().signIn(Role.AGENT);
        choose(desk, "English");
        assertThat(desk.page().locator("html")).hasAttribute("lang", "en");
        assertThat(desk.page().locator("h1")).hasText("To do");
        for (String path : new String[] {"/worklist", "/notices", "/about", "/style"}) {
            desk.open(path).accessible();
            assertThat(desk.page().locator("body")).not().containsText("??");
            assertThat(desk.page().locator("body")).not().containsText("Accueil");
        }
    }

    @Test
    void a_page_that_does_not_exist_says_what_to_do_and_keeps_the_frame() {
        Screen desk = desk().signIn(Role.AGENT).expecting(404).open("/nowhere");
        assertThat(desk.page().locator("h1")).hasText("Cette page n’existe pas");
        assertThat(desk.page().locator("main")).containsText(Pattern.compile("404-[2-9A-Z]{6}"));
        assertThat(desk.page().locator(".rail")).isVisible();
        desk.accessible().photograph("error-404");
        desk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revenir à l’accueil"))
                .click();
        assertThat(desk.page()).hasURL(Pattern.compile("/worklist$"));
        telephone()
                .signIn(Role.AGENT)
                .expecting(404)
                .open("/nowhere")
                .accessible()
                .fitsItsWidth();
    }

    @Test
    void a_page_of_another_role_is_refused_in_words() {
        Screen desk = desk().signIn(Role.CANDIDATE).expecting(403).open("/style");
        assertThat(desk.page().locator("h1")).hasText("Cette page n’est pas ouverte à votre compte");
        desk.accessible();
    }

    @Test
    void the_rail_becomes_icons_on_a_tablet_and_a_bar_below_on_a_telephone() {
        Screen tablet = screen(TABLET).signIn(Role.AGENT).fitsItsWidth().accessible();
        assertThat(tablet.page().locator(".rail")).isVisible();
        assertThat((Integer) tablet.page().evaluate("document.querySelector('.rail').offsetWidth"))
                .isLessThan(80);
        tablet.photograph("home-tablet");
        Screen telephone = telephone().signIn(Role.AGENT);
        assertThat(telephone.page().locator(".rail")).isHidden();
        assertThat(telephone.page().locator(".bottom-bar")).isInViewport();
    }

    @Test
    void text_twice_as_large_still_fits_a_telephone() {
        Screen telephone = telephone().signIn(Role.AGENT).open("/style");
        telephone.page().evaluate("document.documentElement.style.setProperty('font-size', '200%')");
        telephone.fitsItsWidth().photograph("style-390-large-text");
    }

    @Test
    void the_about_page_names_what_others_made() {
        Screen desk = desk().open("/about").accessible().photograph("about");
        for (String name : new String[] {"Inter", "Lucide", "htmx"}) {
            assertThat(desk.page().locator("main")).containsText(name);
        }
        desk.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("OFL-1.1"))
                .click();
        assertThat(desk.page().locator("body")).containsText("SIL OPEN FONT LICENSE");
    }

    /** The heaviest list page may weigh 70 KB; the frame, with typeface, icons and htmx, must leave it room. */
    @Test
    void the_frame_weighs_less_than_sixty_two_kilobytes_on_the_wire() {
        Screen desk = desk().signIn(Role.AGENT);
        Screen fresh = screen(DESK);
        fresh.context().addCookies(desk.context().cookies());
        AtomicLong bytes = new AtomicLong();
        fresh.page().onRequestFinished(request -> bytes.addAndGet(request.sizes().responseBodySize));
        // A page with nothing of its own: an open list listens, and never falls silent.
        fresh.open("/notices");
        fresh.page().waitForLoadState(LoadState.NETWORKIDLE);
        System.out.println("weight of the frame on the wire: " + bytes + " bytes");
        assertThat(bytes.get()).isBetween(20_000L, 62_000L);
    }

    private static void choose(Screen screen, String word) {
        screen.page().locator(".account summary").click();
        screen.leaving(() -> screen.page()
                .locator(".account")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(word))
                .click());
    }
}
