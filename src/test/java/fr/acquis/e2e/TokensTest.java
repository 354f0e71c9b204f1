package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acquis.identity.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page Jetons d'accès, as somebody uses it. */
class TokensTest extends BrowserTest {

    @Test
    void a_token_is_made_read_once_and_revoked() {
        Screen desk = desk().signIn(Role.CPNE).open("/tokens");
        assertThat(desk.page().locator("h1")).hasText("Jetons d’accès");
        assertThat(desk.page().locator(".empty")).isVisible();
        desk.accessible();

        desk.page().locator("#name").fill("Le logiciel de la branche");
        desk.page().locator("#lifetime").selectOption("D365");
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Créer le jeton"))
                .click();
        Locator secret = desk.page().locator("#secret");
        assertThat(secret).hasValue(Pattern.compile("acq_.{43}"));
        String value = secret.inputValue();
        desk.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copier"))
                .click();
        assertThat(desk.page().locator(".toast")).containsText("Copié.");
        assertThat(desk.page().evaluate("navigator.clipboard.readText()")).isEqualTo(value);
        desk.accessible().photograph("tokens");

        desk.open("/tokens").accessible();
        assertThat(desk.page().content()).doesNotContain(value);
        assertThat(desk.page().locator(".row")).hasCount(1);
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Révoquer le jeton Le logiciel de la branche"))
                .click();
        desk.page()
                .locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Révoquer"))
                .click();
        assertThat(desk.page().locator(".row .badge")).hasText("Révoqué");
        desk.accessible();
    }

    @Test
    void the_pages_of_an_account_fit_a_telephone_and_say_what_is_missing() {
        Screen telephone = telephone().signIn(Role.JUROR).expecting(422).open("/tokens");
        telephone.accessible().fitsItsWidth();
        telephone
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Créer le jeton"))
                .click();
        assertThat(telephone.page().locator("#name-error")).isVisible();
        telephone.accessible().fitsItsWidth();
        telephone.open("/calendar");
        telephone
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Créer une adresse"))
                .click();
        assertThat(telephone.page().locator("#address")).hasValue(Pattern.compile("https?://.+\\.ics"));
        assertThat(telephone.page().locator("[data-copies=address]")).isVisible();
        telephone.inspected("calendar");
    }
}
