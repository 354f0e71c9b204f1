package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acquis.journey.LegalClock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A person's hands on a task's form, as the form viewer draws it. */
final class FormOnScreen {

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Screen screen;
    private final Page page;

    FormOnScreen(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
        form().waitFor();
    }

    void select(String label, String option) {
        Locator field = form().locator(".fjs-form-field-select").filter(Controls.containing(label));
        field.locator(".fjs-input-group").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(Controls.containing(option))
                .first()
                .click();
        Locator shown = field.locator(".fjs-select-display");
        if (shown.count() > 0) {
            assertThat(shown).containsText(option);
        } else {
            assertThat(field.locator("input")).hasValue(Pattern.compile("^" + option));
        }
    }

    /** One more of several. */
    void tag(String label, String option) {
        Locator field = form().locator(".fjs-form-field-taglist").filter(Controls.containing(label));
        field.locator("input").click();
        field.locator(".fjs-dropdownlist-item")
                .filter(Controls.containing(option))
                .first()
                .click();
        assertThat(field).containsText(option);
    }

    void radio(String label) {
        form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    void number(String label, String value) {
        form().getByLabel(label).fill(value);
    }

    void text(String label, String value) {
        form().getByLabel(label).fill(value);
    }

    void date(String label, int daysAhead) {
        Locator field = form().getByRole(
                        AriaRole.TEXTBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
        field.fill(LocalDate.now(LegalClock.ZONE).plusDays(daysAhead).format(TYPED));
        field.press("Tab");
    }

    /** At ten in the morning. */
    void dateTime(String label, int daysAhead) {
        date(label, daysAhead);
        Locator time = form().locator(".fjs-form-field-datetime")
                .filter(Controls.containing(label))
                .locator("input")
                .last();
        time.fill("10:00");
        time.press("Tab");
    }

    void send() {
        screen.leaving(() -> page.locator("[data-form-send] button").click());
    }

    Locator form() {
        return page.locator("[data-form-view]")
                .getByRole(AriaRole.FORM)
                .or(page.locator("[data-form-view] .fjs-container"))
                .first();
    }
}
