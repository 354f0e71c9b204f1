package fr.acquis.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** A manager sees letters on an invented case, changes what is the body's own, and takes a former version up again. */
@AcquisTest
@Tag("livret1")
class CorrespondencePagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    ActingAs as;

    @Autowired
    Letterheads letterheads;

    private SignedIn manager;
    private RequestPostProcessor me;

    @BeforeEach
    void manager() {
        manager = as.seeded(Role.MANAGER);
        me = SignedInAs.browser(manager);
    }

    @Test
    void every_letter_is_seen_on_an_invented_case_with_the_words_that_are_typed() throws Exception {
        for (LetterTemplate template : LetterTemplate.values()) {
            assertThat(page("/correspondence/" + template.key())).doesNotContain("??");
            byte[] pdf = browser.perform(post("/correspondence/" + template.key())
                            .with(me)
                            .with(csrf())
                            .param("opening", "Une introduction, propre à nous.")
                            .param("look", "true"))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            assertThat(SealedPdf.checked("specimen-" + template.key(), pdf))
                    .as(template.key())
                    .contains("Projet");
            if (template != LetterTemplate.LEAVE_REQUEST) {
                assertThat(SealedPdf.text(pdf)).contains("Une introduction, propre à nous.");
            }
        }
    }

    @Test
    @Transactional
    void a_letterhead_is_changed_and_its_former_version_taken_up_again() throws Exception {
        String before =
                letterheads.of(manager.certifyingBody()).map(Letterhead::town).orElse("");
        change("Lyon", "Le service de la VAE").andExpect(redirectedUrl("/correspondence"));
        assertThat(letterheads.of(manager.certifyingBody()).orElseThrow().town())
                .isEqualTo("Lyon");
        change("Lille", "Le service de la VAE");
        String versions = page("/correspondence");
        assertThat(versions).contains("Reprendre cette version");
        String former =
                Jsoup.parse(versions).select("input[name=version]").first().val();
        browser.perform(post("/correspondence/letterhead/restoration")
                        .with(me)
                        .with(csrf())
                        .param("version", former))
                .andExpect(redirectedUrl("/correspondence"));
        assertThat(letterheads.of(manager.certifyingBody()).orElseThrow().town())
                .isEqualTo("Lyon");
        assertThat(before).isNotEqualTo("Lyon");
    }

    @Test
    @Transactional
    void words_added_to_a_letter_keep_their_versions() throws Exception {
        for (String opening : new String[] {"Première version.", "Seconde version."}) {
            browser.perform(post("/correspondence/receipt")
                            .with(me)
                            .with(csrf())
                            .param("opening", opening))
                    .andExpect(redirectedUrl("/correspondence/receipt"));
        }
        assertThat(page("/correspondence/receipt")).contains("Première version.", "Seconde version.");
        letterheads.restore(manager.certifyingBody(), LetterTemplate.RECEIPT, Locale.FRENCH, 1);
        assertThat(Jsoup.parse(page("/correspondence/receipt"))
                        .select("#opening")
                        .text())
                .isEqualTo("Première version.");
    }

    @Test
    void what_does_not_fit_a_letter_is_said_beside_its_field() throws Exception {
        change("Lyon", " ").andExpect(status().is(422));
        String html = browser.perform(multipart("/correspondence/letterhead")
                        .file(new MockMultipartFile("logo", "logo.png", "image/png", "GIF89a".getBytes()))
                        .param("function", "Le service")
                        .with(me)
                        .with(csrf()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(html).select("#logo-error").text()).contains("PNG ou JPEG");
    }

    private org.springframework.test.web.servlet.ResultActions change(String town, String function) throws Exception {
        return browser.perform(multipart("/correspondence/letterhead")
                .param("address", "1 rue de l’Exemple")
                .param("contact", "vae@acquis.example")
                .param("town", town)
                .param("signatory", "")
                .param("function", function)
                .with(me)
                .with(csrf()));
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).with(me))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
