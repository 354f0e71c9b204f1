package fr.acquis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.jury.JuryCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * A test that looks at pages. Every window is closed at the end, and must have had nothing to complain about: no script
 * error, no breach of the Content-Security-Policy, no refused answer that was not expected, no request to another site.
 */
@AcquisTest
@Import(JuryCase.class)
@Tag("e2e")
@ExtendWith(Chromium.class)
abstract class BrowserTest {

    static final int DESK = 1366;
    static final int TABLET = 900;
    static final int TELEPHONE = 390;

    // Five seconds, the default, are short on two slow cores; a page that is there costs nothing.
    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @LocalServerPort
    private int port;

    private final List<Screen> screens = new ArrayList<>();

    /** What a failed test saw last, a picture of each window. */
    @RegisterExtension
    final AfterTestExecutionCallback picturesOfAFailure = context -> {
        if (context.getExecutionException().isPresent()) {
            for (int window = 0; window < screens.size(); window++) {
                screens.get(window)
                        .photograph("failed-%s-%d".formatted(getClass().getSimpleName(), window));
            }
        }
    };

    Screen desk() {
        return screen(DESK);
    }

    Screen telephone() {
        return screen(TELEPHONE);
    }

    Screen screen(int width) {
        return screen(width, ColorScheme.LIGHT, "fr");
    }

    Screen screen(int width, ColorScheme scheme, String language) {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, width == TELEPHONE ? 844 : 800)
                        .setHasTouch(width == TELEPHONE)
                        .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
                        .setColorScheme(scheme));
        context.setDefaultTimeout(30_000);
        context.addCookies(List.of(new Cookie("acquis-lang", language).setUrl("http://localhost:" + port)));
        return remembered(new Screen(context));
    }

    /** Another window of the same person. */
    Screen beside(Screen screen) {
        return remembered(new Screen(screen.context()));
    }

    private Screen remembered(Screen screen) {
        screens.add(screen);
        return screen;
    }

    @AfterEach
    void nobody_complained() {
        List<String> complaints =
                screens.stream().flatMap(screen -> screen.complaints().stream()).toList();
        screens.forEach(screen -> screen.context().close());
        screens.clear();
        assertThat(complaints).isEmpty();
    }
}
