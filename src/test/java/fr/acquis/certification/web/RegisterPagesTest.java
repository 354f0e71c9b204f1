package fr.acquis.certification.web;

import static fr.acquis.certification.register.Sample.cqp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.certification.Certifications;
import fr.acquis.certification.ImportState;
import fr.acquis.certification.RegisterImport;
import fr.acquis.certification.RegisterImports;
import fr.acquis.certification.register.MadeExport;
import fr.acquis.certification.register.RegisterCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** The pages as they are sent. */
@AcquisTest
@Tag("catalogue")
class RegisterPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Certifications certifications;

    @Autowired
    ActingAs acting;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    RegisterImports imports;

    RegisterCase register;

    @BeforeEach
    void an_administrator() {
        register = new RegisterCase(imports, acting, database);
    }

    @AfterEach
    void leave_nothing() {
        register.leaveNothing();
    }

    @Test
    void an_administrator_sends_a_file_looks_at_the_differences_and_applies_them(@TempDir Path folder)
            throws Exception {
        Path file = MadeExport.of(
                        1,
                        cqp("RNCP98001", "CQP Conducteur d'essai"),
                        cqp("RNCP98002", "").until("x"))
                .write(folder.resolve("export.zip"));
        String sent = browser.perform(admin(multipart("/certifications/imports")
                        .file(new MockMultipartFile("file", "export.zip", "application/zip", Files.readAllBytes(file)))
                        .with(csrf())))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        UUID id = UUID.fromString(sent.substring(sent.lastIndexOf('/') + 1));
        assertThat(register.settled(id).state()).isEqualTo(ImportState.COMPARED);
        Document page = page(admin(get(sent)));
        assertThat(page.select(".tabs a").eachText()).containsExactly("Ajoutées 1", "Lignes refusées 1");
        assertThat(page.select(".change-title").text()).isEqualTo("CQP Conducteur d'essai");
        assertThat(page.select(".differences dt").eachText()).contains("Blocs de compétences", "Métiers (ROME)");
        assertThat(page(admin(get(sent + "?refused=true"))).select("tbody tr").text())
                .contains("RNCP98002", "Une date ne se lit pas");
        assertThat(page(admin(get("/certifications/imports"))).select("form[data-register]"))
                .as("another cannot be sent meanwhile")
                .isEmpty();

        browser.perform(admin(post(sent + "/application").with(csrf()))).andExpect(status().is3xxRedirection());
        assertThat(register.settled(id).state()).isEqualTo(ImportState.APPLIED);
        assertThat(page(admin(get(sent))).select(".notice h2").text()).isEqualTo("Appliqué");
    }

    @Test
    void a_file_sent_as_the_body_is_taken_and_a_second_one_is_refused_in_words(@TempDir Path folder) throws Exception {
        byte[] file = Files.readAllBytes(
                MadeExport.of(2, cqp("RNCP98001", "CQP Conducteur d'essai")).write(folder.resolve("export.zip")));
        String sent = browser.perform(admin(body(file)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        register.settled(UUID.fromString(sent.substring(sent.lastIndexOf('/') + 1)));
        String refusal = browser.perform(admin(body(file)))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refusal).contains("un seul à la fois");
    }

    @Test
    void a_visitor_reads_a_branch_with_what_is_open_what_ends_and_what_replaces_it() throws Exception {
        register.applied(MadeExport.of(
                3,
                cqp("RNCP98001", "CQP Conducteur d'essai"),
                cqp("RNCP98002", "CQP Régleur d'essai").inactive().replacedBy("RNCP98003"),
                cqp("RNCP98003", "CQP Régleur nouveau d'essai")));
        Document branch = page(get("/branches/plasturgie-d-essai"));
        assertThat(branch.select("h1").text()).isEqualTo("Plasturgie d'essai");
        assertThat(branch.select(".tabs a").eachText()).containsExactly("En vigueur 2", "Terminées 1", "Toutes 3");
        assertThat(branch.select(".branch-rows .row").eachText())
                .hasSize(2)
                .allMatch(row -> row.contains("VAE ouverte"));
        assertThat(branch.text()).contains("Conduite d'équipement de formage des plastiques", "RNCP98001BC02");
        Document ended = page(get("/branches/plasturgie-d-essai?standing=ENDED"));
        assertThat(ended.select(".row").text()).contains("n’est plus active", "Remplacée par", "RNCP98003");
        assertThat(page(get("/branches/plasturgie-d-essai?q=REGLEUR nouveau")).select(".row"))
                .hasSize(1);
        assertThat(page(get("/branches")).select(".branch-link").eachText())
                .anyMatch(link -> link.startsWith("Plasturgie d'essai") && link.contains("2 en vigueur, une terminée"));
        browser.perform(get("/branches/nulle-part")).andExpect(status().isNotFound());
        Document sheet = page(get("/certifications/"
                + certifications.findByNumber("RNCP98001").orElseThrow().id()));
        assertThat(sheet.select("#register").text()).isEqualTo("Ce que dit le registre");
        assertThat(sheet.text()).contains("Par l’expérience (VAE)", "RNCP98001BC01");
    }

    @Test
    void a_manager_sees_what_ends_what_is_late_and_what_the_register_says_otherwise() throws Exception {
        LocalDate today = LocalDate.now(clock);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
        register.applied(MadeExport.of(
                4,
                cqp("RNCP98001", "CQP Bientôt d'essai").until(day.format(today.plusMonths(11))),
                cqp("RNCP98002", "CQP En retard d'essai").until(day.format(today.plusMonths(3))),
                cqp("RNCP98003", "CQP Tranquille d'essai").until(day.format(today.plusMonths(13))),
                cqp("RNCP99901", "CQP Autre titre d'essai")));
        Document all = page(manager(get("/certifications/follow-up?scope=ALL&concern=ENDING")));
        assertThat(all.select(".row-link").eachText())
                .contains("CQP Bientôt d'essai", "CQP En retard d'essai")
                .doesNotContain("CQP Tranquille d'essai");
        assertThat(page(manager(get("/certifications/follow-up?scope=ALL&concern=FILE_LATE")))
                        .select(".row-link")
                        .eachText())
                .contains("CQP En retard d'essai")
                .doesNotContain("CQP Bientôt d'essai");
        Document mine = page(manager(get("/certifications/follow-up?concern=DIFFERS")));
        assertThat(mine.select(".row-link").eachText()).containsExactly("CQP Négociateur immobilier");
        Document sheet = page(get("/certifications/"
                + certifications.findByNumber("RNCP99901").orElseThrow().id()));
        assertThat(sheet.select("#differs").text()).isEqualTo("Information : la fiche du registre diffère");
        assertThat(sheet.select("h1").text()).isEqualTo("CQP Négociateur immobilier");
        Document ending = page(get("/certifications/"
                + certifications.findByNumber("RNCP98001").orElseThrow().id()));
        assertThat(ending.select(".notice").text()).contains("Son enregistrement prend fin le");
    }

    @Test
    void a_broken_file_says_what_is_wrong_and_that_nothing_changed() throws Exception {
        RegisterImport one = register.settled(register.send(new byte[] {1, 2, 3}));
        assertThat(page(admin(get("/certifications/imports/" + one.id())))
                        .select(".notice")
                        .text())
                .contains("Ce n’est pas un fichier zip.", "Rien n’a été changé.");
    }

    private static AbstractMockHttpServletRequestBuilder<?> body(byte[] file) {
        return post("/certifications/imports")
                .contentType("application/octet-stream")
                .header("X-File-Name", "export%20d%27essai.zip")
                .content(file)
                .with(csrf());
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B admin(
            AbstractMockHttpServletRequestBuilder<B> request) {
        return request.with(SignedInAs.browser(acting.seeded(Role.ADMIN)));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B manager(
            AbstractMockHttpServletRequestBuilder<B> request) {
        return request.with(SignedInAs.browser(acting.seeded(Role.MANAGER)));
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return Jsoup.parse(browser.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
