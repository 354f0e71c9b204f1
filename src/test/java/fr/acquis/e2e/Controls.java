package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** What a person takes hold of on a page of the trade. */
final class Controls {

    static final Duration SOON = Duration.ofSeconds(60);

    private Controls() {}

    /** What the engine brings a moment later is there when the page is opened again. */
    static void reloadUntil(Page page, Locator wanted) {
        await().atMost(SOON).until(() -> {
            page.reload();
            return wanted.count() > 0;
        });
    }

    static void walkTo(Page page, String name) {
        int place = page.locator("[data-row]").allInnerTexts().stream()
                .map(text -> text.contains(name))
                .toList()
                .indexOf(true);
        for (int step = 0; step <= place; step++) {
            page.keyboard().press("j");
        }
        assertThat(row(page, name).locator("[data-open]")).isFocused();
    }

    /** Opens one of the three ways to decide. */
    static void way(Page page, String name) {
        page.locator("details.way summary").filter(containing(name)).click();
    }

    static void way(Locator within, String name) {
        within.locator("details.way summary").filter(containing(name)).click();
    }

    /** From the list: the row of that name and kind. */
    static Page opensTheTask(Screen screen, String name, String kind) {
        Page page = screen.open("/worklist").page();
        Locator row = row(page, name).filter(containing(kind));
        reloadUntil(page, row);
        screen.leaving(() -> row.locator("[data-open]").first().click());
        return page;
    }

    static Locator row(Page page, String name) {
        return page.locator("[data-row]").filter(containing(name));
    }

    static void agree(Page page) {
        page.locator("#confirm [data-agree]").click();
    }

    static Locator button(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.BUTTON, named(name));
    }

    static Locator link(Page page, String name) {
        return page.locator("main").getByRole(AriaRole.LINK, named(name));
    }

    static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
