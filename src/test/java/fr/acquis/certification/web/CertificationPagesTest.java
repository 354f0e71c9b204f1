package fr.acquis.certification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.certification.CatalogueSearch;
import fr.acquis.certification.Certification;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.NewCertification;
import fr.acquis.certification.Openness;
import fr.acquis.certification.Registration;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The pages as they are sent. The reader of pages used here shows a non-breaking space as a space. */
@AcquisTest
@Tag("certification")
@Tag("catalogue")
class CertificationPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Certifications certifications;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Test
    void anyone_reads_the_catalogue_and_each_certification_without_an_account() throws Exception {
        assertThat(page(get("/certifications")).select("h1").text()).isEqualTo("Certifications");
        assertThat(sheet("RNCP99901").select("h1").text()).isEqualTo("CQP Négociateur immobilier");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_finds_the_way_in(Role role) throws Exception {
        Document list = page(as(role, get("/certifications")));
        assertThat(list.select(".rail a[href=/certifications][aria-current=page]")
                        .text())
                .isEqualTo("Certifications");
        assertThat(list.select(".page-head a[href=/login]")).isEmpty();
    }

    @Test
    void a_result_says_whether_vae_is_open_until_when_and_how_many_blocs_there_are() throws Exception {
        Element row = row("RNCP99901");
        assertThat(row.text())
                .contains("VAE ouverte", "RNCP99901 · Niveau 5 · Immobilier", "6 blocs de compétences")
                .contains("Enregistrée jusqu’au 31 décembre 2028")
                .contains("Fictive, pour la démonstration");
        assertThat(row("RNCP37268").text()).contains("Blocs non décrits ici", "Date de fin non connue ici");
    }

    @Test
    void a_closed_result_says_why() throws Exception {
        assertThat(row("RS99901").text()).contains("VAE non ouverte", "répertoire spécifique (RS)");
        assertThat(row("RNCP99904").text())
                .contains("VAE non ouverte", "enregistrement au RNCP est terminé", "terminé le 30 juin 2025");
        assertThat(row("RNCP99905").text()).contains("VAE non ouverte", "règlement de la certification n’ouvre pas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"negociateur", "NÉGOCIATEURS", "RNCP 99901", "portefeuille de biens", "immobilier négoc"})
    void a_search_finds_by_title_number_and_bloc_without_minding_accents(String words) throws Exception {
        Document found = page(get("/certifications").param("q", words));
        assertThat(found.select(".row-link").eachText()).containsExactly("CQP Négociateur immobilier");
        assertThat(found.select("#catalogue-found").text()).isEqualTo("Une certification pour « " + words + " »");
        assertThat(found.select("#catalogue-words").attr("value")).isEqualTo(words);
        assertThat(found.select(".pager")).isEmpty();
    }

    @Test
    void a_search_that_finds_nothing_says_what_to_try_and_leads_back() throws Exception {
        Document nothing = page(get("/certifications").param("q", "dompteur <b>de</b> puces"));
        assertThat(nothing.select(".empty h2").text())
                .isEqualTo("Aucune certification pour « dompteur <b>de</b> puces »");
        assertThat(nothing.select(".empty p").text()).contains("un conseiller peut le vérifier");
        assertThat(nothing.select(".empty a").attr("href")).isEqualTo("/certifications");
        assertThat(nothing.select(".row")).isEmpty();
    }

    @Test
    void pages_lead_forth_and_back_and_keep_the_words() throws Exception {
        List<String> forth = new ArrayList<>();
        List<Document> pages = new ArrayList<>();
        String address = "/certifications?q=cqp";
        while (!address.isEmpty()) {
            Document page = page(get(address));
            forth.addAll(page.select(".row-link").eachText());
            pages.add(page);
            address = page.select(".pager a[rel=next]").attr("href");
        }
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(forth).doesNotHaveDuplicates().hasSize(certifications.count("cqp"));
        assertThat(pages.getFirst().select(".pager a[rel=prev]")).isEmpty();
        Document back = page(get(pages.get(1).select(".pager a[rel=prev]").attr("href")));
        assertThat(back.select(".row-link").eachText())
                .isEqualTo(pages.getFirst().select(".row-link").eachText());
        assertThat(back.select("#catalogue-words").attr("value")).isEqualTo("cqp");
        assertThat(back.select(".pager a[rel=prev]")).isEmpty();
    }

    @Test
    void endless_words_and_both_directions_at_once_are_borne() throws Exception {
        page(get("/certifications").param("q", "é".repeat(5_000)));
        String there = numbered("RNCP99901").id().toString();
        page(get("/certifications").param("after", there).param("before", there));
    }

    @Test
    void an_unknown_certification_or_page_is_not_found_and_a_malformed_one_not_understood() throws Exception {
        browser.perform(get("/certifications/" + UUID.randomUUID())).andExpect(status().isNotFound());
        browser.perform(get("/certifications").param("after", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
        browser.perform(get("/certifications/RNCP99901")).andExpect(status().isBadRequest());
        browser.perform(get("/certifications").param("before", "x")).andExpect(status().isBadRequest());
    }

    @Test
    void an_open_certification_offers_the_request_to_candidates_and_to_whom_nobody_knows_yet() throws Exception {
        String request = "/journeys/new?certification=" + numbered("RNCP99901").id();
        assertThat(button(sheet("RNCP99901"))).isEqualTo(request);
        assertThat(button(page(as(Role.CANDIDATE, address("RNCP99901"))))).isEqualTo(request);
        assertThat(button(page(as(Role.AGENT, address("RNCP99901"))))).isEmpty();
        browser.perform(get(request)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void an_open_certification_that_nobody_here_examines_leads_to_its_certifier() throws Exception {
        Document sheet = sheet("RNCP37268");
        assertThat(button(sheet)).isEmpty();
        assertThat(sheet.select("main").text())
                .contains("La VAE est ouverte", "La demande ne se dépose pas ici : adressez-la au certificateur, UIMM");
        assertThat(sheet.select("a[href=https://www.francecompetences.fr/recherche/rncp/37268/]"))
                .hasSize(1);
        assertThat(sheet.select("#blocks + p").text()).contains("pas encore décrit ici");
    }

    @Test
    void a_closed_certification_says_exactly_why_with_its_text_and_what_comes_and_offers_no_request() throws Exception {
        Document byRegulation = sheet("RNCP99905");
        assertThat(button(byRegulation)).isEmpty();
        assertThat(byRegulation.select(".notice.tone-warn").text())
                .contains("La VAE n’est pas ouverte", "règlement de la certification n’ouvre pas la VAE")
                .contains("La VAE ouvrira le 1er janvier 2027", "article 2", "faites vérifier par un conseiller");
        Document ended = sheet("RNCP99904");
        assertThat(ended.select(".notice.tone-warn").text())
                .contains("Il a pris fin le 30 juin 2025", "Une version plus récente existe", "L6412-1");
        assertThat(ended.select(".notice.tone-warn a").attr("href"))
                .isEqualTo("/certifications/" + numbered("RNCP99903").id());
        assertThat(sheet("RS99901").select(".notice.tone-warn").text()).contains("répertoire spécifique (RS)");
    }

    @Test
    @Transactional
    void every_reason_to_be_closed_has_its_page() throws Exception {
        LocalDate today = LocalDate.now(clock);
        register(Registration.TRANSMIS, null, null);
        register(Registration.AUCUN, null, null);
        register(Registration.RNCP, "RNCP999801", today.plusDays(3));
        database.sql("""
                        insert into certification_register (certification_id, title, active, said_at)
                        values (:id, 'Retirée', false, :at)
                        """)
                .param("id", register(Registration.RNCP, "RNCP999802", null).value())
                .param("at", clock.instant())
                .update();
        database.sql("insert into certification_access_way (certification_id, way) values (:id, 'APPRENTICESHIP')")
                .param("id", register(Registration.RNCP, "RNCP999803", null).value())
                .update();
        for (Openness.Reason reason : Openness.Reason.values()) {
            Certification closed = certifications.search(new CatalogueSearch("", null, 100)).entries().stream()
                    .filter(entry -> entry.openness().equals(new Openness.Closed(reason)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is closed because of " + reason))
                    .certification();
            Document sheet = page(get("/certifications/" + closed.id()));
            assertThat(sheet.select("#closed").text()).isEqualTo("La VAE n’est pas ouverte");
            assertThat(button(sheet)).isEmpty();
        }
    }

    @Test
    void a_sheet_tells_blocs_skills_pieces_limits_delays_and_their_texts() throws Exception {
        Document sheet = sheet("RNCP99901");
        assertThat(sheet.select("section[aria-labelledby=blocks] .skills")).hasSize(6);
        assertThat(sheet.select("section[aria-labelledby=blocks]").text())
                .contains(
                        "Prospecter et développer un portefeuille de biens",
                        "C1.1",
                        "RNCP99901BC01",
                        "Ce que le jury regarde");
        assertThat(sheet.select("section[aria-labelledby=prepare]").text())
                .contains("Justificatif d’identité", "Nécessaire", "Aucune durée minimale", "Loi n° 2022-1598");
        assertThat(sheet.select("section[aria-labelledby=limits]").text())
                .contains("Une demande par année civile pour cette certification", "3 demandes", "R6412-3");
        assertThat(sheet.select("section[aria-labelledby=way]").text())
                .contains(
                        "sous 2 mois à compter de la réception de votre demande",
                        "votre demande est acceptée",
                        "L6412-2");
        assertThat(sheet.select("section[aria-labelledby=facts]").text())
                .contains(
                        "RNCP99901",
                        "Certificateur de démonstration",
                        "31 décembre 2028",
                        "Aucune version plus récente");
        assertThat(sheet.select("section[aria-labelledby=rules] tbody tr")).hasSameSizeAs(RegulationParameters.ALL);
        assertThat(sheet.select("section[aria-labelledby=rules]").text())
                .contains("Règlement de la certification, depuis le 1er janvier 2024", "Règle générale");
    }

    @Test
    void what_a_reglement_settles_changes_what_its_sheet_says() throws Exception {
        Document sheet = sheet("RNCP99903");
        assertThat(sheet.select("section[aria-labelledby=prepare]").text())
                .contains("Le règlement attend 1\u202f607 heures", "article 3");
        assertThat(sheet.select("section[aria-labelledby=way]").text())
                .contains("dernière pièce manquante", "puis vous reçoit", "la CPNE décide ensuite");
    }

    @Test
    void under_the_state_portal_the_reader_is_told_where_the_legal_filing_is() throws Exception {
        Document sheet = sheet("RNCP99902");
        assertThat(sheet.select(".notice").text()).contains("Le dépôt officiel se fait sur France VAE");
        assertThat(sheet.select(".notice a").attr("href")).isEqualTo("https://vae.gouv.fr/");
        assertThat(sheet("RNCP99901").select(".notice").text()).doesNotContain("France VAE");
    }

    @Test
    void english_is_complete() throws Exception {
        for (String path : List.of(
                "/certifications",
                "/certifications?q=zzzz",
                "/certifications/" + numbered("RNCP99903").id(),
                "/certifications/" + numbered("RNCP99905").id())) {
            Document english = page(get(path).cookie(new Cookie("acquis-lang", "en")));
            assertThat(english.select("html").attr("lang")).isEqualTo("en");
            english.select("[lang=fr]").remove();
            assertThat(english.select("main").text())
                    .doesNotContain("??")
                    .doesNotContain("Source :", "ouverte", "Enregistr", "demande");
        }
    }

    private CertificationId register(Registration registration, String number, LocalDate from) {
        return certifications.register(new NewCertification(
                null,
                "Un certificateur",
                registration,
                number,
                "A CQP d’essai " + registration,
                null,
                "Essai",
                from,
                null,
                true));
    }

    private Element row(String number) throws Exception {
        return page(get("/certifications").param("q", number)).select(".row").first();
    }

    private Document sheet(String number) throws Exception {
        return page(address(number));
    }

    private MockHttpServletRequestBuilder address(String number) {
        return get("/certifications/" + numbered(number).id());
    }

    private Certification numbered(String number) {
        return certifications.findByNumber(number).orElseThrow();
    }

    private static String button(Document sheet) {
        return sheet.select(".page-head a.button.primary").attr("href");
    }

    private static MockHttpServletRequestBuilder as(Role role, MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.browser(SignedInAs.somebody(role, null)));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        String html = browser.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).doesNotContain("??");
        return Jsoup.parse(html);
    }
}
