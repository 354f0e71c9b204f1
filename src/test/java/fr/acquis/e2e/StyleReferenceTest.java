package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.acquis.identity.Role;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every fragment, and the behaviour that hangs on its attributes. */
class StyleReferenceTest extends BrowserTest {

    @Test
    void every_component_is_accessible_at_every_width_in_both_themes() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {DESK, TABLET, TELEPHONE}) {
                screen(width, scheme, "fr")
                        .signIn(Role.AGENT)
                        .open("/style")
                        .accessible()
                        .fitsItsWidth()
                        .canBeTouched()
                        .photograph("style-" + width + "-" + scheme);
            }
        }
    }

    @Test
    void a_form_sent_back_takes_the_reader_to_what_is_to_correct() {
        Screen desk = desk().signIn(Role.AGENT).expecting(422).open("/style");
        Page page = desk.page();
        page.locator("#email").fill("not an address");
        page.getByRole(AriaRole.BUTTON, named("Vérifier")).click();
        assertThat(page.locator("section[data-focus]")).isFocused();
        assertThat(page.locator("section[data-focus]")).containsText("3 réponses sont à corriger");
        assertThat(page.locator("#email")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#email")).hasValue("not an address");
        assertThat(page.locator("#email"))
                .hasAccessibleDescription(
                        "Cette adresse e-mail n’est pas complète. Exemple\u00a0: prenom.nom@exemple.fr");
        desk.accessible().photograph("form-with-errors");
        page.locator("section[data-focus] a")
                .filter(containing("Nom et prénom"))
                .click();
        assertThat(page.locator("#name")).isFocused();
    }

    @Test
    void a_complete_form_is_acknowledged() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        Page page = desk.page();
        page.locator("#name").fill("Łucja d’Été");
        page.locator("#email").fill("lucja@acquis.example");
        page.getByLabel("Quelques blocs").check();
        page.getByRole(AriaRole.BUTTON, named("Vérifier")).click();
        assertThat(page.locator(".notice[role=status]")).containsText("Le formulaire de Łucja d’Été est complet");
    }

    @Test
    void a_grave_action_asks_first_and_can_be_given_up() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        Page page = desk.page();
        AtomicInteger sent = countPosts(page);
        page.getByRole(AriaRole.BUTTON, named("Retirer la demande")).click();
        assertThat(page.locator("#confirm")).isVisible();
        assertThat(page.locator("#confirm [data-close]")).isFocused();
        desk.accessible().photograph("confirm");
        page.keyboard().press("Escape");
        assertThat(page.locator("#confirm")).isHidden();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Retirer la demande"))).isFocused();
        assertThat(sent.get()).isZero();
        desk.expecting(422);
        page.getByRole(AriaRole.BUTTON, named("Retirer la demande")).click();
        page.locator("#confirm [data-agree]").click();
        assertThat(page.locator("section[data-focus]")).isVisible();
        assertThat(sent.get()).isEqualTo(1);
    }

    @Test
    void a_hurried_double_click_sends_a_form_once() {
        Screen desk = desk().signIn(Role.AGENT).expecting(422).open("/style");
        AtomicInteger sent = countPosts(desk.page());
        desk.page().evaluate("""
                () => { const button = document.querySelector('form[method=post][novalidate] button.primary');
                        button.click(); button.click(); button.click(); }
                """);
        assertThat(desk.page().locator("section[data-focus]")).isVisible();
        assertThat(sent.get()).isEqualTo(1);
    }

    @Test
    void a_list_is_walked_through_by_single_keys() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        Page page = desk.page();
        page.keyboard().press("j");
        assertThat(desk.focused()).isEqualTo("Amélie Laurent");
        page.keyboard().press("j");
        assertThat(desk.focused()).isEqualTo("Karim Benali");
        page.keyboard().press("k");
        page.keyboard().press("k");
        assertThat(desk.focused()).isEqualTo("Amélie Laurent");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        desk.accessible();
        page.keyboard().press("Escape");
        page.locator("#name").focus();
        page.keyboard().type("jak?");
        assertThat(page.locator("#name")).hasValue("jak?");
        assertThat(page.locator("#keys")).isHidden();
    }

    @Test
    void single_keys_can_be_turned_off() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        desk.page().locator(".account summary").click();
        desk.page().getByRole(AriaRole.BUTTON, named("Désactivés")).click();
        assertThat(desk.page().locator("html")).hasAttribute("data-keys", "off");
        desk.page().keyboard().press("?");
        desk.page().keyboard().press("j");
        assertThat(desk.page().locator("#keys")).isHidden();
        assertThat(desk.page().locator("[data-open]").first()).not().isFocused();
    }

    @Test
    void a_passing_message_is_announced_and_can_be_closed() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        desk.page().getByRole(AriaRole.BUTTON, named("Montrer un message")).click();
        assertThat(desk.page().locator("#toasts[role=status]")).containsText("Message montré en passant.");
        desk.accessible().photograph("toast");
        desk.page().locator("#toasts [data-close]").click();
        assertThat(desk.page().locator("#toasts .toast")).hasCount(0);
    }

    @Test
    void on_paper_there_is_the_content_and_no_bar() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(desk.page().locator(".top-bar")).isHidden();
        assertThat(desk.page().locator(".rail")).isHidden();
        assertThat(desk.page().locator("h1")).isVisible();
        desk.photograph("style-print");
    }

    private static AtomicInteger countPosts(Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.incrementAndGet();
            }
        });
        return sent;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static com.microsoft.playwright.Locator.FilterOptions containing(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }
}
