package fr.acquis.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.AccessRule;
import fr.acquis.identity.AccessTable;
import fr.acquis.identity.Role;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The published description says what the API does, all of it. */
@AcquisTest
class ApiDescriptionTest extends ApiTest {

    @Autowired
    AccessTable table;

    @Test
    void every_address_of_the_access_table_is_described_and_no_other() {
        JsonNode described = of(as.newCandidate()).get("/v3/api-docs").json().path("paths");
        List<String> expected = table.rules().stream()
                .filter(rule -> rule.pattern().startsWith("/api/"))
                .map(ApiDescriptionTest::operation)
                .toList();
        List<String> found = new ArrayList<>();
        described
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> found.add(method + " " + path.getKey())));
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_operation_says_what_it_does_how_it_succeeds_and_how_it_is_refused() {
        JsonNode api = of(as.newCandidate()).get("/v3/api-docs").json();
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .has("errors"))
                .isTrue();
        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        for (AccessRule rule : table.rules()) {
            if (!rule.pattern().startsWith("/api/")) {
                continue;
            }
            JsonNode operation = api.path("paths")
                    .path(rule.pattern())
                    .path(rule.method().name().toLowerCase(Locale.ROOT));
            String name = operation(rule);
            assertThat(operation.path("summary").asString()).as(name).isNotBlank();
            JsonNode responses = operation.path("responses");
            assertThat(Stream.of("200", "201", "204").anyMatch(responses::has))
                    .as(name)
                    .isTrue();
            List<String> refusals = new ArrayList<>(List.of("401", "403", "429"));
            if (rule.pattern().contains("{")) {
                refusals.add("404");
            }
            if (!rule.method().name().equals("GET")) {
                refusals.addAll(List.of("409", "422"));
            }
            for (String status : refusals) {
                assertThat(responses
                                .path(status)
                                .path("content")
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asString())
                        .as("%s %s", name, status)
                        .isEqualTo("#/components/schemas/Problem");
            }
        }
    }

    @Test
    void the_description_is_for_those_who_are_known() {
        assertThat(nobody().with("Accept", "application/json")
                        .get("/v3/api-docs")
                        .status())
                .isEqualTo(302);
        assertThat(Program.at(port, "acq_" + "C".repeat(43)).get("/v3/api-docs").status())
                .isEqualTo(401);
    }

    @Test
    void a_session_reads_the_description_and_opens_nothing_of_the_api() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        String csrf = Jsoup.parse(page(browser, "/login").body())
                .selectFirst("form[action$=/login] input[name=_csrf]")
                .val();
        var account = DevelopmentConfiguration.account(Role.CANDIDATE);
        String form = "email=%s&password=%s&_csrf=%s"
                .formatted(encoded(account.email()), encoded(account.password()), encoded(csrf));
        browser.send(
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(page(browser, "/v3/api-docs").statusCode()).isEqualTo(200);
        assertThat(page(browser, "/tokens").statusCode()).isEqualTo(200);
        assertThat(page(browser, "/api/v1/journeys").statusCode()).isEqualTo(401);
    }

    @Test
    void answers_are_not_kept_by_anyone_on_the_way() {
        Reply answer = of(as.newCandidate()).get("/api/v1/journeys");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.http().headers().map()).doesNotContainKey("set-cookie");
    }

    private HttpResponse<String> page(HttpClient browser, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String operation(AccessRule rule) {
        return rule.method().name().toLowerCase(Locale.ROOT) + " " + rule.pattern();
    }
}
