package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.acquis.identity.Role;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nobody loses typed text: sessions that end, drafts that cannot be saved at once. */
class KeptWordsTest extends BrowserTest {

    private static final String DRAFT = """
            () => {
              const form = document.createElement('form');
              form.id = 'draft';
              form.innerHTML = '<label>Texte <textarea name="text"></textarea></label>';
              form.setAttribute('data-autosave', '');
              form.setAttribute('hx-post', '/draft');
              form.setAttribute('hx-trigger', 'input delay:50ms, change');
              form.setAttribute('hx-swap', 'none');
              form.append(document.querySelector('[data-save-status]'));
              document.querySelector('main').append(form);
              htmx.process(form);
            }
            """;

    @Test
    void a_session_that_ended_is_opened_again_in_place_and_the_form_still_holds_what_was_typed() {
        Screen desk = desk().signIn(Role.AGENT).open("/style").expecting(401).expecting(422);
        Page page = desk.page();
        page.locator("#story").fill("Trois ans d’atelier");
        desk.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("acquis-session"));
        page.evaluate("htmx.ajax('GET', '/', {swap: 'none'})");
        assertThat(page.locator("#session-lost")).isVisible();
        desk.accessible().photograph("session-lost");
        page.locator("[data-resume]").click();
        assertThat(page.locator("#session-lost [data-trouble]")).containsText("Toujours déconnecté");

        beside(desk).signIn(Role.AGENT);
        page.locator("[data-resume]").click();
        assertThat(page.locator("#session-lost")).isHidden();
        assertThat(page.locator("#toasts")).containsText("Vous pouvez continuer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vérifier"))
                .click();
        assertThat(page.locator("section[data-focus]")).isVisible();
        assertThat(page.locator("#story")).hasValue("Trois ans d’atelier");
    }

    @Test
    void after_a_long_silence_a_form_asks_before_it_leaves() {
        Screen desk = desk();
        desk.page().clock().install();
        desk.signIn(Role.AGENT).open("/style").expecting(401);
        Page page = desk.page();
        page.locator("#story").fill("Écrit avant la pause");
        desk.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("acquis-session"));
        page.clock().fastForward("11:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vérifier"))
                .click();
        assertThat(page.locator("#session-lost")).isVisible();
        assertThat(page.locator("#story")).hasValue("Écrit avant la pause");
    }

    @Test
    void a_draft_says_when_it_was_saved_and_tries_again_when_it_was_not() {
        Screen desk = desk();
        desk.page().clock().install();
        desk.signIn(Role.AGENT).open("/style").expecting(503);
        Page page = desk.page();
        AtomicInteger tries = new AtomicInteger();
        page.route(
                "**/draft",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(tries.incrementAndGet() == 1 ? 503 : 204)));
        page.evaluate(DRAFT);
        page.locator("#draft textarea").fill("Une phrase");
        page.clock().fastForward(100);
        assertThat(page.locator("#draft [data-save-status]")).containsText("Pas encore enregistré");
        assertThat(page.locator("#draft")).hasAttribute("data-unsaved", "1");
        page.clock().fastForward("00:11");
        assertThat(page.locator("#draft [data-save-status]")).containsText("Enregistré à");
        assertThat(page.locator("#draft")).not().hasAttribute("data-unsaved", "1");
        assertThat(tries.get()).isEqualTo(2);
    }

    /** Drafts overtaken on the way would put older words back over newer ones. */
    @Test
    void a_form_waits_for_its_draft_to_land_before_it_leaves() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        Page page = desk.page();
        AtomicReference<Route> held = new AtomicReference<>();
        AtomicInteger sent = new AtomicInteger();
        page.route("**/draft", held::set);
        page.route("**/whole", route -> {
            sent.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        page.evaluate(DRAFT);
        page.evaluate("() => { draft.method = 'post'; draft.action = '/whole'; }");
        page.waitForRequest("**/draft", () -> page.locator("#draft textarea").fill("Une phrase"));
        page.evaluate("() => draft.requestSubmit()");
        assertThat(page.locator("#draft [data-save-status]")).containsText("Enregistrement");
        assertThat(sent.get()).isZero();
        page.waitForResponse("**/whole", () -> held.get().fulfill(new Route.FulfillOptions().setStatus(204)));
        assertThat(sent.get()).isEqualTo(1);
    }

    @Test
    void a_draft_sends_the_token_of_the_session() {
        Screen desk = desk().signIn(Role.AGENT).open("/style");
        Page page = desk.page();
        page.route("**/draft", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.evaluate(DRAFT);
        Request draft = page.waitForRequest(
                "**/draft", () -> page.locator("#draft textarea").fill("Une phrase"));
        assertThat(draft.headers().get("x-csrf-token")).isNotBlank();
    }
}
