package fr.acquis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.acquis.devservices.AcquisTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AcquisTest
@Tag("identity")
class AccessTableTest {

    @Autowired
    AccessTable table;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc browser;

    @Test
    void every_mapping_has_its_line() {
        Set<String> lines = new TreeSet<>();
        table.rules().forEach(rule -> lines.add(rule.method() + " " + rule.pattern()));
        assertThat(mappedEndpoints()).allSatisfy(endpoint -> assertThat(lines).contains(endpoint));
    }

    @Test
    void every_line_has_its_mapping() {
        Set<String> mapped = mappedEndpoints();
        assertThat(table.rules())
                .filteredOn(rule -> !rule.pattern().startsWith("/actuator/")
                        && !rule.pattern().startsWith("/v3/"))
                .allSatisfy(rule -> assertThat(mapped).contains(rule.method() + " " + rule.pattern()));
    }

    @Test
    void each_role_reaches_what_its_lines_say_and_nothing_else() throws Exception {
        List<String> surprises = new ArrayList<>();
        for (AccessRule rule : table.rules()) {
            for (Role role : Role.values()) {
                boolean refused = refused(rule, user(role.name()).roles(role.name()));
                if (refused == rule.allows(EnumSet.of(role))) {
                    surprises.add(rule.method() + " " + rule.pattern() + " as " + role
                            + (refused ? " is refused" : " is let in"));
                }
            }
        }
        assertThat(surprises).isEmpty();
    }

    @Test
    void nobody_signed_in_reaches_only_what_is_open_to_anyone() throws Exception {
        for (AccessRule rule : table.rules()) {
            MvcResult answer = browser.perform(
                            request(rule.method(), path(rule)).with(csrf()))
                    .andReturn();
            boolean sentToLogin = answer.getResponse().getStatus() == 401
                    || String.valueOf(answer.getResponse().getRedirectedUrl()).contains("/login");
            if (!rule.anyone()) {
                assertThat(sentToLogin)
                        .as("%s %s without signing in", rule.method(), rule.pattern())
                        .isTrue();
            }
        }
    }

    @Test
    void what_no_line_names_is_refused_to_all_and_unknown_to_the_signed_in() throws Exception {
        MvcResult anonymous =
                browser.perform(request(HttpMethod.GET, "/nowhere")).andReturn();
        assertThat(anonymous.getResponse().getRedirectedUrl()).contains("/login");
        for (Role role : Role.values()) {
            MvcResult answer = browser.perform(request(HttpMethod.GET, "/nowhere")
                            .with(user("somebody").roles(role.name())))
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).isEqualTo(404);
        }
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        for (AccessRule rule : table.rules()) {
            boolean changesNothing = rule.method() == HttpMethod.GET || rule.method() == HttpMethod.HEAD;
            if (changesNothing || rule.pattern().startsWith("/api/")) {
                continue;
            }
            MvcResult answer = browser.perform(request(rule.method(), path(rule))
                            .with(user("somebody").roles(Role.ADMIN.name())))
                    .andReturn();
            assertThat(answer.getResponse().getStatus()).as(rule.pattern()).isEqualTo(419);
        }
    }

    private boolean refused(AccessRule rule, RequestPostProcessor who) throws Exception {
        try {
            return browser.perform(request(rule.method(), path(rule)).with(who).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus()
                    == 403;
        } catch (jakarta.servlet.ServletException reachedAndFailed) {
            return false;
        }
    }

    private static String path(AccessRule rule) {
        return rule.pattern()
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
                .replace("/**", "");
    }

    private Set<String> mappedEndpoints() {
        Set<String> endpoints = new TreeSet<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            Class<?> bean = mapping.getValue().getBeanType();
            if (!bean.getPackageName().startsWith("fr.acquis") || ErrorController.class.isAssignableFrom(bean)) {
                continue; // error pages are forwarded to, for any method; asked for by hand they are refused
            }
            for (String pattern : mapping.getKey().getPatternValues()) {
                assertThat(mapping.getKey().getMethodsCondition().getMethods())
                        .as("%s names its method", mapping.getValue())
                        .isNotEmpty();
                for (RequestMethod method :
                        mapping.getKey().getMethodsCondition().getMethods()) {
                    endpoints.add(method + " " + pattern);
                }
            }
        }
        return endpoints;
    }
}
