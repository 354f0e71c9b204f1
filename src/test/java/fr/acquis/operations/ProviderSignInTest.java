package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in by an identity provider, walked by a browser through its redirects. */
@AsInProduction
@Tag("operations")
class ProviderSignInTest {

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Value("${local.server.port}")
    int port;

    private final String email = "personne-" + UUID.randomUUID() + "@acquis.example";

    @Test
    void the_sign_in_page_offers_the_provider() throws Exception {
        assertThat(get(browser(), "/login").body()).contains("/oauth2/authorization/acquis");
    }

    @Test
    void an_agent_of_the_realm_is_an_agent_here_until_the_realm_says_otherwise() throws Exception {
        Neighbours.ISSUER.signsIn(claims(Map.of("acquis_roles", List.of("AGENT"), "acquis_body", "demonstration")));
        HttpClient browser = browser();
        assertThat(signIn(browser)).isEqualTo("/");
        assertThat(get(browser, "/worklist").statusCode()).isEqualTo(200);
        assertThat(get(browser, "/blocks").statusCode()).isEqualTo(403);

        Neighbours.ISSUER.signsIn(claims(Map.of("acquis_roles", List.of("MANAGER"), "acquis_body", "demonstration")));
        HttpClient later = browser();
        signIn(later);
        assertThat(get(later, "/blocks").statusCode()).isEqualTo(200);

        Person person = people.findByEmail(email).orElseThrow();
        assertThat(people.holding(Role.AGENT, demonstration())).doesNotContain(person);
        assertThat(people.holding(Role.MANAGER, demonstration())).contains(person);
    }

    @Test
    void whoever_has_no_role_in_the_realm_is_a_candidate() throws Exception {
        Neighbours.ISSUER.signsIn(claims(Map.of()));
        HttpClient browser = browser();
        signIn(browser);
        assertThat(get(browser, "/journeys").statusCode()).isEqualTo(200);
        assertThat(get(browser, "/worklist").statusCode()).isEqualTo(403);
    }

    @Test
    void a_role_in_a_body_nobody_knows_opens_nothing_of_staff() throws Exception {
        Neighbours.ISSUER.signsIn(claims(Map.of("acquis_roles", List.of("ADMIN"), "acquis_body", "ailleurs")));
        HttpClient browser = browser();
        signIn(browser);
        assertThat(get(browser, "/blocks").statusCode()).isEqualTo(403);
    }

    @Test
    void an_address_the_provider_did_not_verify_opens_nothing() throws Exception {
        Neighbours.ISSUER.signsIn(claims(Map.of("email_verified", false)));
        assertThat(signIn(browser())).contains("/login?error");
        assertThat(people.findByEmail(email)).isEmpty();
    }

    @Test
    void a_token_signed_by_another_key_opens_nothing() throws Exception {
        Neighbours.ISSUER.forges(claims(Map.of("acquis_roles", List.of("ADMIN"), "acquis_body", "demonstration")));
        assertThat(signIn(browser())).contains("/login?error");
        assertThat(people.findByEmail(email)).isEmpty();
    }

    @Test
    void the_realm_file_has_the_roles_the_claims_and_the_way_back() {
        JsonNode realm = JsonMapper.shared()
                .readTree(MonitoringFiles.text(MonitoringFiles.FOLDER.resolve("keycloak/acquis-realm.json")));
        JsonNode client = realm.get("clients").get(0);
        assertThat(client.get("clientId").asString()).isEqualTo(Issuer.CLIENT);
        assertThat(client.get("redirectUris").get(0).asString())
                .isEqualTo("${ACQUIS_PUBLIC_ADDRESS}/login/oauth2/code/acquis");
        assertThat(realm.get("roles").get("client").get("acquis"))
                .allSatisfy(role ->
                        assertThat(Role.valueOf(role.get("name").asString())).isNotEqualTo(Role.CANDIDATE))
                .hasSize(Role.values().length - 1);
        assertThat(client.get("protocolMappers"))
                .extracting(mapper -> mapper.get("config").get("claim.name").asString())
                .containsExactlyInAnyOrder("acquis_roles", "acquis_body");
    }

    private fr.acquis.shared.CertifyingBodyId demonstration() {
        return organisations.all().stream()
                .filter(body -> body.slug().equals("demonstration"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Map<String, Object> claims(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(
                Map.of("email", email, "email_verified", true, "given_name", "Camille", "family_name", "Exemple"));
        claims.putAll(more);
        return claims;
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Where the browser stands after all redirects of the sign-in but the last. */
    private String signIn(HttpClient browser) throws IOException, InterruptedException {
        HttpResponse<String> toProvider = get(browser, "/oauth2/authorization/acquis");
        HttpResponse<String> back =
                get(browser, toProvider.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> entered =
                get(browser, back.headers().firstValue("Location").orElseThrow());
        URI end = URI.create(entered.headers().firstValue("Location").orElseThrow());
        return end.getRawQuery() == null ? end.getPath() : end.getPath() + "?" + end.getRawQuery();
    }

    private HttpResponse<String> get(HttpClient browser, String address) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port).resolve(address);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
