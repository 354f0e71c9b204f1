package fr.acquis.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.acquis.certification.register.Sample.cqp;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acquis.certification.RegisterImports;
import fr.acquis.certification.register.MadeExport;
import fr.acquis.certification.register.RegisterCase;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register, from the file an administrator sends to what a visitor reads of a branch. */
class RegisterBrowserTest extends BrowserTest {

    @Autowired
    RegisterImports imports;

    @Autowired
    ActingAs acting;

    @Autowired
    JdbcClient database;

    @AfterEach
    void leave_nothing() {
        new RegisterCase(imports, acting, database).leaveNothing();
    }

    @Test
    void a_file_is_sent_compared_applied_and_read_by_a_visitor(@TempDir Path folder) throws IOException {
        Path file = MadeExport.of(
                        1,
                        cqp("RNCP98001", "CQP Conducteur de ligne d'essai"),
                        cqp("RNCP98002", "CQP Régleur d'essai")
                                .until("31/10/2026")
                                .replacedBy("RNCP98003"),
                        cqp("RNCP98003", "CQP Régleur de presse d'essai"),
                        cqp("RNCP98004", "CQP Sans titre").until("demain"),
                        cqp("RNCP99901", "CQP Négociateur en immobilier d'essai"))
                .write(folder.resolve("export-fiches-csv-2026-11-28.zip"));
        Screen admin = desk().signIn(Role.ADMIN).open("/certifications/imports").inspected("register-send");
        admin.page().locator("#register-file").setInputFiles(file);
        admin.page().locator("form[data-register] button[type=submit]").click();
        assertThat(admin.page().locator("#import-state")).hasText("À vérifier");
        assertThat(admin.page().locator(".change")).hasCount(3);
        admin.inspected("register-differences");
        String address = admin.page().url();
        Screen telephone = telephone().signIn(Role.ADMIN).open(address).inspected("register-differences");
        telephone.open(address + "?kind=INFORMED").inspected("register-informed");
        telephone.open(address + "?refused=true").inspected("register-refused");

        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appliquer"))
                .click();
        admin.page()
                .locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Appliquer"))
                .click();
        assertThat(admin.page().locator("#import-state")).hasText("Appliqué");
        admin.open("/certifications/imports").inspected("register-past");

        visit(desk());
        visit(telephone());
        Screen manager =
                desk().signIn(Role.MANAGER).open("/certifications/follow-up").inspected("follow-up");
        assertThat(manager.page().locator("h1")).hasText("Échéances des certifications");
        telephone()
                .signIn(Role.MANAGER)
                .open("/certifications/follow-up?scope=ALL")
                .inspected("follow-up");
    }

    private static void visit(Screen visitor) {
        visitor.open("/branches").inspected("branches");
        visitor.page()
                .locator(".branch-link", new Page.LocatorOptions().setHasText("Plasturgie d'essai"))
                .click();
        assertThat(visitor.page().locator("h1")).hasText("Plasturgie d'essai");
        assertThat(visitor.page().locator(".branch-rows .row")).hasCount(2);
        visitor.page().locator(".disclosure summary").first().click();
        visitor.inspected("branch");
        visitor.open("/branches/plasturgie-d-essai?standing=ENDED").inspected("branch-ended");
        visitor.page().locator(".row-link").first().click();
        assertThat(visitor.page().locator("#register")).hasText("Ce que dit le registre");
        visitor.inspected("sheet-of-the-register");
    }
}
