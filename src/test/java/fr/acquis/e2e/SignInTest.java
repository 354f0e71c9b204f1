package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest extends BrowserTest {

    @Test
    void the_login_page_is_accessible_on_a_desk_and_on_a_telephone_in_both_themes() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {DESK, TELEPHONE}) {
                screen(width, scheme, "fr")
                        .open("/login")
                        .accessible()
                        .fitsItsWidth()
                        .canBeTouched()
                        .photograph("login-" + width + "-" + scheme);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_signs_in_where_its_day_begins(Role role) {
        Screen desk = desk().signIn(role);
        assertThat(desk.page()).hasURL(Pattern.compile(home(role) + "$"));
        assertThat(desk.page().locator("h1")).hasText(heading(role));
        assertThat(desk.page().locator("h1")).hasCount(1);
        assertThat(desk.page().locator(".rail a[aria-current=page]")).hasCount(1);
        desk.accessible().fitsItsWidth().photograph("home-" + role + "-1366");
        telephone().signIn(role).accessible().fitsItsWidth().canBeTouched().photograph("home-" + role + "-390");
    }

    private static String home(Role role) {
        return switch (role) {
            case CANDIDATE -> "/journeys";
            case ADVISER, AGENT, MANAGER, CPNE -> "/worklist";
            case JUROR -> "/sessions/mine";
            case ADMIN -> "/";
        };
    }

    private static String heading(Role role) {
        return switch (role) {
            case CANDIDATE -> "Mon parcours";
            case ADVISER, AGENT, MANAGER, CPNE -> "À traiter";
            case JUROR -> "Ma session";
            case ADMIN -> "Bonjour " + DevelopmentConfiguration.account(role).displayName();
        };
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_told_the_same() {
        Screen known = desk().signIn(DevelopmentConfiguration.account(Role.CPNE).email(), "wrong");
        String told = known.page().getByRole(AriaRole.ALERT).innerText();
        known.accessible().photograph("login-refused");
        Screen unknown = desk().signIn("nobody@acquis.example", "wrong");
        assertThat(unknown.page().getByRole(AriaRole.ALERT)).hasText(told);
        assertThat(told).contains("ne correspond pas");
        assertThat(unknown.page().locator("#password")).hasValue("");
    }

    @Test
    void a_demonstration_account_opens_with_one_click() {
        Screen desk = desk().open("/login");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Camille Exemple"))
                .click();
        assertThat(desk.page().locator("h1")).hasText("Mon parcours");
        assertThat(desk.page().locator(".account")).containsText("Camille Exemple");
    }

    @Test
    void signing_out_says_so_and_closes_the_way_back() {
        Screen desk = desk().signIn(Role.AGENT);
        desk.page().locator(".account summary").click();
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
                .click();
        assertThat(desk.page().getByRole(AriaRole.STATUS).first()).containsText("déconnecté");
        desk.accessible().open("/");
        assertThat(desk.page()).hasURL(Pattern.compile("/login$"));
    }

    @Test
    void a_password_may_be_pasted() {
        Screen desk = desk().open("/login");
        desk.context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
        desk.page().locator("#email").fill("copied");
        desk.page().keyboard().press("Control+A");
        desk.page().keyboard().press("Control+C");
        desk.page().locator("#password").focus();
        desk.page().keyboard().press("Control+V");
        assertThat(desk.page().locator("#password")).hasValue("copied");
    }

    @Test
    void everything_can_be_done_by_keyboard_alone() {
        Screen desk = desk().open("/login");
        Page page = desk.page();
        page.keyboard().press("Tab");
        assertThat(desk.focused()).isEqualTo("Aller au contenu");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(desk.focused()).isEqualTo("email");
        page.keyboard().type(DevelopmentConfiguration.account(Role.MANAGER).email());
        page.keyboard().press("Tab");
        page.keyboard().type(DevelopmentConfiguration.account(Role.MANAGER).password());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("À traiter");
        // The words are there before the script that closes menus is.
        page.waitForLoadState();
        page.locator(".account summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".account details")).hasAttribute("open", "");
        page.keyboard().press("Escape");
        assertThat(page.locator(".account details[open]")).hasCount(0);
        assertThat(page.locator(".account summary")).isFocused();
    }
}
