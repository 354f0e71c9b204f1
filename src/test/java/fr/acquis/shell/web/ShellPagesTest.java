package fr.acquis.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.shell.SearchBox;
import fr.acquis.shell.WorkUnderWay;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AcquisTest
@Tag("shell")
class ShellPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentPerson current;

    @Autowired
    ObjectProvider<SearchBox> search;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Test
    void the_login_speaks_french_unless_the_reader_chose_otherwise() throws Exception {
        browser.perform(get("/login").header("Accept-Language", "en"))
                .andExpect(
                        content().string(allOf(containsString("<html lang=\"fr\">"), containsString("Mot de passe"))));
        browser.perform(get("/login").cookie(new Cookie("acquis-lang", "en")))
                .andExpect(content().string(allOf(containsString("<html lang=\"en\">"), containsString("Password"))));
        browser.perform(get("/login").cookie(new Cookie("acquis-lang", "xx")))
                .andExpect(content().string(containsString("<html lang=\"fr\">")));
    }

    @Test
    void a_preference_is_kept_in_a_cookie_and_leads_back() throws Exception {
        browser.perform(post("/preferences")
                        .param("theme", "dark")
                        .param("back", "/about?x=%C3%A9")
                        .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/about?x=%C3%A9"))
                .andExpect(cookie().value("acquis-theme", "dark"))
                .andExpect(cookie().httpOnly("acquis-theme", true));
        browser.perform(get("/about").cookie(new Cookie("acquis-theme", "dark")))
                .andExpect(content().string(containsString("data-theme=\"dark\"")));
        browser.perform(get("/about").cookie(new Cookie("acquis-theme", "\"><script>")))
                .andExpect(content().string(not(containsString("data-theme"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "{x}"})
    void a_preference_never_leads_to_another_site(String elsewhere) throws Exception {
        browser.perform(post("/preferences")
                        .param("theme", "dark")
                        .param("back", elsewhere)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void an_unknown_preference_is_refused() throws Exception {
        browser.perform(post("/preferences").param("theme", "pink").with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 418, 419, 429, 500, 502, 503})
    void an_error_page_says_what_happened_what_is_kept_and_what_to_do(int status) throws Exception {
        browser.perform(failed(status).accept(MediaType.TEXT_HTML))
                .andExpect(status().is(status))
                .andExpect(content()
                        .string(allOf(
                                containsString("Ce qui est conservé"),
                                containsString("Que faire"),
                                containsString(status + "-"),
                                not(containsString("??")))));
    }

    @Test
    void a_program_is_told_of_an_error_in_its_own_format() throws Exception {
        browser.perform(failed(409).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(409))
                .andExpect(jsonPath("$.code").isNotEmpty());
    }

    @Test
    void a_part_of_a_page_asked_for_without_session_is_told_so() throws Exception {
        browser.perform(get("/").header("HX-Request", "true")).andExpect(status().isUnauthorized());
        browser.perform(get("/session").header("X-Requested-With", "XMLHttpRequest"))
                .andExpect(status().isUnauthorized());
        browser.perform(get("/").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
    }

    @Test
    void a_form_that_outlived_its_session_is_told_apart_from_a_forbidden_one() throws Exception {
        browser.perform(post("/preferences")).andExpect(status().is(419));
        browser.perform(post("/login")).andExpect(redirectedUrl("/login?error=expired"));
        browser.perform(post("/logout")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void the_session_gives_its_token_and_is_never_kept() throws Exception {
        browser.perform(get("/session").with(user("somebody").roles("AGENT")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(jsonPath("$.csrf").isNotEmpty());
    }

    @Test
    void a_file_of_the_page_carries_its_hash_and_is_kept_a_year() throws Exception {
        String login = browser.perform(get("/login")).andReturn().getResponse().getContentAsString();
        String style = login.replaceAll("(?s).*href=\"(/css/tokens-[0-9a-f]+\\.css)\".*", "$1");
        browser.perform(get(style))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=31536000")))
                .andExpect(content().string(containsString("inter-latin-")));
    }

    @Test
    void an_entry_that_no_page_answers_stops_the_start() {
        assertThatThrownBy(() -> check(NavigationEntry.rail(1, "x", "inbox", "/does-not-exist", Role.AGENT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/does-not-exist");
        check(NavigationEntry.rail(1, "x", "inbox", "/about", Role.AGENT));
    }

    @Test
    void what_a_form_of_the_style_page_holds_is_shown_as_text() throws Exception {
        browser.perform(post("/style")
                        .param("name", "<script>alert(1)</script>")
                        .with(user("somebody").roles("AGENT"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;")));
    }

    @Test
    void nothing_is_shown_to_somebody_who_is_not_signed_in_but_what_is_for_all() throws Exception {
        String about = browser.perform(get("/about")).andReturn().getResponse().getContentAsString();
        assertThat(about)
                .doesNotContain("class=\"rail\"")
                .doesNotContain("/logout")
                .doesNotContain("meta name=\"csrf\"");
    }

    private void check(NavigationEntry entry) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("entry", entry);
        Frame frame = new Frame(
                current,
                beans.getBeanProvider(NavigationEntry.class),
                search,
                beans.getBeanProvider(WorkUnderWay.class));
        new NavigationCheck(frame, search, pages).afterSingletonsInstantiated();
    }

    private static MockHttpServletRequestBuilder failed(int status) {
        return get("/error")
                .with(request -> {
                    request.setDispatcherType(jakarta.servlet.DispatcherType.ERROR);
                    return request;
                })
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/somewhere");
    }
}
