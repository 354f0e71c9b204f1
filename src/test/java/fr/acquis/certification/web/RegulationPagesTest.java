package fr.acquis.certification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.certification.Regulations;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A manager reads the rules, sees what a change would do, settles it for a day to come, and gives it up before. */
@AcquisTest
@Tag("livret1")
class RegulationPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Certifications certifications;

    @Autowired
    Regulations regulations;

    @Autowired
    Clock clock;

    private Certification certification;
    private String rule;
    private LocalDate tomorrow;

    @BeforeEach
    void certification() {
        certification = certifications.findByNumber("RNCP99901").orElseThrow();
        rule = "/regulations/" + certification.id() + "/decision-delay";
        tomorrow = LocalDate.now(clock).plusDays(1);
    }

    @Test
    void every_rule_is_listed_with_its_value_its_text_and_since_when() throws Exception {
        assertThat(page(mine(get("/regulations"))).select(".row-link").eachText())
                .contains(certification.title());
        Document rules = page(mine(get("/regulations/" + certification.id())));
        assertThat(rules.select("tbody tr")).hasSize(RegulationParameters.ALL.size());
        assertThat(rules.select("tbody").text()).contains("2 mois", "L6412-2", "Confirmation par une seconde personne");
    }

    @Test
    void every_rule_can_be_opened() throws Exception {
        for (var parameter : RegulationParameters.ALL) {
            Document form = page(mine(get("/regulations/" + certification.id() + "/" + parameter.name())));
            assertThat(form.select("[name=value], [name=label]"))
                    .as(parameter.name())
                    .isNotEmpty();
        }
    }

    @Test
    void what_cannot_be_is_said_beside_its_field_and_what_was_typed_stays() throws Exception {
        String html = browser.perform(mine(post(rule))
                        .with(csrf())
                        .param("value", "zéro")
                        .param("unit", "M")
                        .param("from", LocalDate.now(clock).toString())
                        .param("source", " "))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Document form = Jsoup.parse(html);
        assertThat(form.select(".error").eachText()).hasSize(3);
        assertThat(form.select("#value").val()).isEqualTo("zéro");
    }

    @Test
    @Transactional
    void a_change_is_seen_before_it_is_settled_and_given_up_before_its_day() throws Exception {
        Document seen = page(change("false"));
        assertThat(seen.select(".notice").text()).contains("Aujourd’hui : 2 mois", "3 mois");
        assertThat(delay(tomorrow)).isEqualTo(Period.ofMonths(2));

        browser.perform(change("true")).andExpect(redirectedUrl("/regulations/" + certification.id()));
        assertThat(delay(tomorrow)).isEqualTo(Period.ofMonths(3));
        assertThat(delay(tomorrow.minusDays(1))).isEqualTo(Period.ofMonths(2));
        assertThat(page(mine(get(rule))).select("#history ~ ul").text()).contains("3 mois", "à venir", "Délibération");

        browser.perform(mine(post(rule + "/withdrawal")).with(csrf()).param("from", tomorrow.toString()))
                .andExpect(redirectedUrl(rule));
        assertThat(delay(tomorrow)).isEqualTo(Period.ofMonths(2));
    }

    @Test
    void another_body_s_manager_sees_none_of_it() throws Exception {
        browser.perform(get(rule)
                        .with(SignedInAs.browser(SignedInAs.somebody(Role.MANAGER, CertifyingBodyId.create()))))
                .andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder change(String seen) {
        return mine(post(rule))
                .with(csrf())
                .param("value", "3")
                .param("unit", "M")
                .param("from", tomorrow.toString())
                .param("source", "Délibération de la CPNE")
                .param("confidence", "MEDIUM")
                .param("seen", seen);
    }

    private Period delay(LocalDate day) {
        return regulations.on(certification.id(), day).decisionDelay();
    }

    private MockHttpServletRequestBuilder mine(MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.browser(SignedInAs.somebody(Role.MANAGER, certification.certifyingBody())));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        String html = browser.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).doesNotContain("??");
        return Jsoup.parse(html.replace('\u00a0', ' '));
    }
}
