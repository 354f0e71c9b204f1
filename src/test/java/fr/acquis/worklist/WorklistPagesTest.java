package fr.acquis.worklist;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.net.URI;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@AcquisTest
@Tag("worklist")
class WorklistPagesTest {

    @Autowired
    Office office;

    @Autowired
    MockMvc mvc;

    CertifyingBody body;
    SignedIn agent;
    JourneyId journey;
    TaskId task;

    @BeforeEach
    void anOffice() {
        body = office.body();
        agent = office.person(body, Role.AGENT, "Andréa", "Essai");
        journey = office.caseOf(body, office.certification(body, "CQP Essai", "Services"), "Camille", "Exemple", "V-1");
        task = office.task(body, journey, TaskKind.DECIDE_ADMISSIBILITY, Duration.ofDays(2), null);
    }

    @Test
    void a_row_says_who_what_when_and_why_it_presses() throws Exception {
        Document page = page(get("/worklist"));
        assertThat(page.select("[data-row]").text())
                .contains(
                        "Camille Exemple",
                        "Décider de la recevabilité",
                        "V-1",
                        "Prioritaire",
                        "échéance légale dans 2 jours");
        assertThat(page.select("#waiting")).isNotEmpty();
    }

    @Test
    void words_searched_stand_in_no_address() throws Exception {
        String address = mvc.perform(post("/worklist/search")
                        .with(browser(agent))
                        .with(csrf())
                        .param("q", "exemple")
                        .param("back", "view=ALL&stage=ADMISSIBILITY"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address)
                .startsWith("/worklist?view=ALL&stage=ADMISSIBILITY&words=")
                .doesNotContain("exemple");
        Document page = page(get(address));
        assertThat(page.select("[data-row]")).hasSize(1);
        assertThat(page.select("#q").val()).isEqualTo("exemple");
    }

    @Test
    void an_address_of_anything_at_all_still_opens() throws Exception {
        String junk =
                "/worklist?view=X&kind=%27&kind=CHECK_FILE&stage=%25&late=maybe&certification=1&branch=%22%3Cx&holder=&team=-&tag=%&from=31/12&until=2026-13-45&sort=;&after="
                                .replace("tag=%&", "tag=%25&")
                        + "&words=nobody";
        assertThat(page(get(URI.create(junk.replace(";", "%3B")))).select("h1")).isNotEmpty();
    }

    @Test
    void what_is_done_to_a_row_leads_back_to_the_list_as_it_was() throws Exception {
        String back = "view=UNASSIGNED&stage=ADMISSIBILITY";
        Document summary = page(get("/worklist/{id}/summary", task.value()).param("back", back));
        assertThat(summary.select("h2").text()).isEqualTo("Camille Exemple");
        mvc.perform(act("claim").param("back", back)).andExpect(redirectedUrl("/worklist?" + back));
        mvc.perform(act("tags").param("back", back).param("name", "Urgent"))
                .andExpect(redirectedUrl("/worklist?" + back));
        mvc.perform(act("watch").param("back", "https://elsewhere.example/?x").param("on", "true"))
                .andExpect(redirectedUrl("/worklist?view=TEAM"));
        mvc.perform(act("release").param("because", "Je connais cette personne"))
                .andExpect(redirectedUrl("/worklist"));
        summary = page(get("/worklist/{id}/summary", task.value()).param("back", back));
        assertThat(summary.text()).contains("Urgent", "Je connais cette personne", "Ne plus suivre");
        assertThat(page(get("/worklist?view=WATCHED")).select("[data-row]")).hasSize(1);
    }

    @Test
    void a_view_is_kept_counted_and_opened_again() throws Exception {
        mvc.perform(post("/worklist/views")
                        .with(browser(agent))
                        .with(csrf())
                        .param("name", "À décider")
                        .param("back", "view=TEAM&kind=DECIDE_ADMISSIBILITY"))
                .andExpect(status().is3xxRedirection());
        Document views = page(get("/worklist/views"));
        assertThat(views.select(".counter").text()).isEqualTo("1");
        mvc.perform(get(views.select("a").attr("href")).with(browser(agent)))
                .andExpect(redirectedUrl("/worklist?view=TEAM&kind=DECIDE_ADMISSIBILITY"));
    }

    @Test
    void columns_chosen_are_shown_and_no_others() throws Exception {
        mvc.perform(post("/worklist/columns").with(browser(agent)).with(csrf()).param("column", "BRANCH", "STAGE"))
                .andExpect(status().is3xxRedirection());
        String row = page(get("/worklist")).select("[data-row]").text();
        assertThat(row).contains("Services", "Recevabilité").doesNotContain("V-1", "Prioritaire");
    }

    @Test
    void work_on_many_rows_shows_its_answers() throws Exception {
        String address = mvc.perform(post("/worklist/bulk")
                        .with(browser(agent))
                        .with(csrf())
                        .param("verb", "TAG")
                        .param("words", "Urgent")
                        .param("whole", "true")
                        .param("back", "view=UNASSIGNED"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(address).startsWith("/worklist/bulk/");
        await().atMost(FiledCase.SOON)
                .until(() -> page(get(address)).select("#bulk h2").text().contains("Une ligne traitée, aucun refus"));
        assertThat(page(get(address.replaceFirst("\\?.*", "/progress"))).text()).contains("Une ligne traitée");
    }

    @Test
    void the_palette_leads_to_lists_views_and_pages() throws Exception {
        assertThat(page(get("/palette")).select("a").eachAttr("href"))
                .contains("/worklist", "/worklist?view=MINE", "/absences")
                .doesNotContain("/teams");
    }

    @Test
    void a_manager_founds_a_team_and_gives_it_a_certification() throws Exception {
        SignedIn manager = office.person(body, Role.MANAGER, "Dominique", "Essai");
        posted(manager, "/teams", "name", "Services");
        String team = page(manager, get("/teams"))
                .select("form[action$=/members]")
                .attr("action")
                .split("/")[2];
        posted(manager, "/teams/" + team + "/members", "person", agent.id().toString());
        posted(manager, "/teams/" + team + "/referent", "person", agent.id().toString());
        String certification = page(manager, get("/teams"))
                .select("select[name=certification] option")
                .val();
        posted(manager, "/teams/" + team + "/certifications", "certification", certification);
        assertThat(page(manager, get("/teams")).text()).contains("Andréa Essai", "Référent", "CQP Essai");
        assertThat(page(get("/worklist/{id}/summary", task.value())).text()).contains("Services");
    }

    @Test
    void an_absence_is_planned_taken_back_and_refused_beside_what_was_typed() throws Exception {
        SignedIn mate = office.person(body, Role.AGENT, "Alix", "Essai");
        Document refused = Jsoup.parse(mvc.perform(post("/absences")
                        .with(browser(agent))
                        .with(csrf())
                        .param("from", "2030-02-10")
                        .param("until", "2030-02-01")
                        .param("substitute", mate.id().toString()))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select("[role=alert]").text()).contains("ne peut pas précéder");
        assertThat(refused.select("#from").val()).isEqualTo("2030-02-10");
        mvc.perform(post("/absences")
                        .with(browser(agent))
                        .with(csrf())
                        .param("from", "2030-02-01")
                        .param("until", "2030-02-10")
                        .param("openTasks", "true")
                        .param("substitute", mate.id().toString()))
                .andExpect(redirectedUrl("/absences"));
        Document planned = page(get("/absences"));
        assertThat(planned.text()).contains("Du 1er", "Remplacement par Alix Essai");
        posted(agent, planned.select("form[action$=/cancellation]").attr("action"), "x", "x");
        assertThat(page(get("/absences")).text()).contains("Aucune absence prévue");
    }

    private void posted(SignedIn person, String address, String name, String value) throws Exception {
        mvc.perform(post(address).with(browser(person)).with(csrf()).param(name, value))
                .andExpect(status().is3xxRedirection());
    }

    private MockHttpServletRequestBuilder act(String verb) {
        return post("/worklist/{id}/" + verb, task.value()).with(browser(agent)).with(csrf());
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return page(agent, request);
    }

    private Document page(SignedIn person, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(browser(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
