package fr.acquis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One window of one person, with what it complained about. */
final class Screen {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    Screen(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            boolean bad = message.type().equals("error") || message.type().equals("warning");
            if (bad && !tellsARefusedAnswer(message.text())) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !expected.contains(response.status())) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
        page.onRequest(this::staysHome);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<String> complaints() {
        return complaints;
    }

    /** An answer of this status is what the test is about. */
    Screen expecting(int status) {
        expected.add(status);
        return this;
    }

    Screen open(String path) {
        page.navigate(path);
        return this;
    }

    /** Does what leads to another page, and waits for that page. */
    Screen leaving(Runnable act) {
        page.waitForNavigation(act);
        return this;
    }

    Screen signIn(Role role) {
        var account = DevelopmentConfiguration.account(role);
        return signIn(account.email(), account.password());
    }

    Screen signIn(String email, String password) {
        page.navigate("/login");
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        return leaving(() -> page.locator("#login button").click());
    }

    /** No rule of WCAG 2.2 A and AA is broken, nor a good practice that a machine can see. */
    Screen accessible() {
        return keepsTo(axe().withTags(STANDARDS));
    }

    /** No frame of ours is another site's: the rules run within the page, without a second one opened to sum them up. */
    private AxeBuilder axe() {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private Screen keepsTo(AxeBuilder rules) {
        List<Rule> violations = rules.analyze().getViolations();
        assertThat(violations)
                .as(() -> page.url() + " "
                        + violations.stream()
                                .flatMap(rule -> rule.getNodes().stream()
                                        .map(node ->
                                                rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary()))
                                .toList())
                .isEmpty();
        return this;
    }

    /** Accessible, in the dark too; nothing scrolls sideways, everything can be touched; a picture of each is kept. */
    Screen inspected(String name) {
        int width = page.viewportSize().width;
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate("scrollTo(0, 0)");
            photograph("%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)));
            // Of all that the rules look at, the scheme changes the colours alone.
            keepsTo(scheme == ColorScheme.DARK ? axe().withRules(List.of("color-contrast")) : axe().withTags(STANDARDS))
                    .fitsItsWidth();
        }
        return width < 640 ? canBeTouched() : this;
    }

    Screen fitsItsWidth() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s scrolls sideways", page.url())
                .isEqualTo(0);
        return this;
    }

    /** What a finger has to hit is 44 px high, links inside a text aside; nothing is under 24 px. */
    Screen canBeTouched() {
        Object small = page.evaluate("""
                () => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden]), textarea')]
                  .filter(e => e.offsetParent !== null && !e.closest('.visually-hidden') && !e.matches('.skip, .fjs-skip-link'))
                  .map(e => e.closest('label.choice, .fjs-input-group, .fjs-inline-label') ?? e)
                  .filter(e => {
                    const box = e.getBoundingClientRect();
                    const inText = e.matches('p a, li a:not([class]), dd a, .foot a, .breadcrumb a, .row-link');
                    return box.height < (inText ? 18 : 43.5) || box.width < 24;
                  })
                  .map(e => e.outerHTML.slice(0, 120))
                """);
        assertThat((List<?>) small).as(page.url()).isEmpty();
        return this;
    }

    Screen photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
        return this;
    }

    String focused() {
        return (String) page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()");
    }

    /**
     * The browser and htmx write each refused answer to the console too; answers are looked at with their status. A page
     * left while a draft is on its way gives that draft up, and htmx says so.
     */
    private static boolean tellsARefusedAnswer(String text) {
        return text.startsWith("Failed to load resource")
                || text.startsWith("Response Status Error Code")
                || text.startsWith("htmx:sendAbort")
                || text.startsWith("htmx:afterRequest");
    }

    private void staysHome(Request request) {
        if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
            complaints.add("asked another site: " + request.url());
        }
    }
}
