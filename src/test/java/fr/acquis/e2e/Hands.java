package fr.acquis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Two hands on a keyboard and none on a mouse: what Tab does not reach, or reaches without showing it, fails. */
final class Hands {

    /** More steps than any page of ours has. */
    private static final int PATIENCE = 160;

    private final Screen screen;
    private final Page page;
    private final Keyboard keys;

    Hands(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
        this.keys = page.keyboard();
    }

    Hands press(String key) {
        keys.press(key);
        return this;
    }

    Hands type(String text) {
        keys.type(text);
        return this;
    }

    /** What leads to another page. */
    Hands leave(String key) {
        screen.leaving(() -> keys.press(key));
        return this;
    }

    /** By Tab, from where the focus is. */
    Hands to(Locator wanted) {
        for (int step = 0; step < PATIENCE; step++) {
            if (isOn(wanted)) {
                return seen();
            }
            keys.press("Tab");
        }
        throw new AssertionError("Tab never reaches " + wanted + " on " + page.url());
    }

    Hands follow(Locator link) {
        return to(link).leave("Enter");
    }

    /** In a field, in the place of what stands there. */
    Hands write(Locator field, String text) {
        to(field).press("Control+a");
        return type(text);
    }

    /** In a field of the browser's own, which asks for day and month in the order of its language: on a day that has one only. */
    Hands date(Locator field, LocalDate day) {
        assertThat(day.getDayOfMonth()).isEqualTo(day.getMonthValue());
        to(field).type(day.format(DateTimeFormatter.ofPattern("ddMMyyyy")));
        assertThat(field.inputValue()).isEqualTo(day.toString());
        return this;
    }

    /** A morning hour; where the browser asks for it, the half of the day too. */
    Hands hour(Locator field, String hour) {
        to(field).type(hour.replace(":", "") + "A");
        assertThat(field.inputValue()).isEqualTo(hour);
        return this;
    }

    private boolean isOn(Locator wanted) {
        return wanted.count() > 0 && (boolean) wanted.first().evaluate("element => element === document.activeElement");
    }

    /** Whoever looks at the page sees where the focus is: a ring, on the control or on what frames it, within the window. */
    private Hands seen() {
        Object shown = page.evaluate("""
                () => {
                  const here = document.activeElement;
                  const box = here.getBoundingClientRect();
                  const inside = box.bottom > 0 && box.top < innerHeight;
                  const ringed = (element) => {
                    const style = getComputedStyle(element);
                    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
                  };
                  const frame = here.closest("label, .row, .fjs-input-group, .fjs-inline-label");
                  return inside && (ringed(here) || frame !== null && ringed(frame));
                }
                """);
        assertThat(shown)
                .as("the focus is seen on %s of %s", screen.focused(), page.url())
                .isEqualTo(true);
        return this;
    }
}
