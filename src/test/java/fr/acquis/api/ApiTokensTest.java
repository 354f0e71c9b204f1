package fr.acquis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.acquis.api.Program.Reply;
import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.TokenId;
import fr.acquis.identity.Tokens;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.Sha256;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A token is its person and never more, for as long as that person wants. */
@AcquisTest
class ApiTokensTest extends ApiTest {

    private static final String LIST = "/api/v1/journeys";
    private static final Pattern SECRET = Pattern.compile("acq_[A-Za-z0-9_-]{43}");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    Audit audit;

    @Autowired
    People people;

    private SignedIn person;

    @BeforeEach
    void somebody() {
        person = as.newCandidate();
    }

    @Test
    void without_a_token_nothing_opens() {
        Reply refused = nobody().get(LIST);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"acquis\"");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("code")).isEqualTo("api.no-token");
        assertThat(refused.http().headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void an_unknown_token_is_refused_and_so_is_a_password() {
        Reply refused = Program.at(port, "acq_" + "A".repeat(43)).get(LIST);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(nobody().with("Authorization", "Basic YTpi").get(LIST).status())
                .isEqualTo(401);
    }

    @Test
    void a_token_is_its_person_and_notes_its_use() {
        Tokens.Issued issued = issued(person, false);
        assertThat(Program.at(port, issued.secret()).get(LIST).status()).isEqualTo(200);
        assertThat(as.call(person, () -> tokens.mine()).getFirst().lastUsedAt()).isNotNull();
        assertThat(Program.at(port, issued.secret()).get("/api/v1/tasks").status())
                .as("a candidate has no worklist, by a token neither")
                .isEqualTo(403);
    }

    @Test
    void roles_are_those_of_now_not_of_the_day_the_token_was_made() {
        Program program = of(person);
        var body = as.seeded(Role.AGENT).certifyingBody();
        people.grant(person.id(), Role.AGENT, body);
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(200);
        database.sql("delete from person_role where person_id = :person and role = 'AGENT'")
                .param("person", person.id().value())
                .update();
        assertThat(program.get("/api/v1/tasks").status()).isEqualTo(403);
        database.sql("update person set enabled = false where id = :person")
                .param("person", person.id().value())
                .update();
        assertThat(program.get(LIST).status()).isEqualTo(401);
    }

    @Test
    void only_its_hash_is_kept_and_its_making_and_end_are_in_the_log() {
        Tokens.Issued issued = issued(person, false);
        assertThat(issued.secret()).matches(SECRET);
        assertThat(database.sql("select hash from api_token where id = :id")
                        .param("id", issued.token().id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.of(issued.secret()).hex());
        as.run(person, () -> tokens.revoke(issued.token().id()));
        as.run(person, () -> tokens.revoke(issued.token().id()));
        assertThat(audit.of(person.id().value()))
                .extracting(AuditEntry::action)
                .containsSubsequence("make-token", "revoke-token")
                .containsOnlyOnce("revoke-token");
        assertThat(audit.of(person.id().value()).toString()).doesNotContain(issued.secret());
    }

    @Test
    void a_revoked_token_opens_nothing_from_that_moment() {
        Tokens.Issued issued = issued(person, false);
        Program program = Program.at(port, issued.secret());
        assertThat(program.get(LIST).status()).isEqualTo(200);
        as.run(person, () -> tokens.revoke(issued.token().id()));
        assertThat(program.get(LIST).status()).isEqualTo(401);
    }

    @Test
    void an_expired_token_opens_nothing() {
        Tokens.Issued issued = issued(person, false);
        database.sql("update api_token set expires_at = date_sub(created_at, interval 1 second) where id = :id")
                .param("id", issued.token().id().value())
                .update();
        Reply refused = Program.at(port, issued.secret()).get(LIST);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("detail")).contains("expiré");
    }

    @Test
    void a_token_that_reads_only_changes_nothing() {
        Program reader = Program.at(port, issued(person, true).secret());
        assertThat(reader.get(LIST).status()).isEqualTo(200);
        String certification = new Story(reader, nobody()).certification("RNCP99901");
        Reply refused = reader.post(LIST, Map.of("certification", certification));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("api.read-only");
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(Story.items(reader.get(LIST))).isEmpty();
    }

    @Test
    void nobody_else_ends_a_token_and_none_lives_longer_than_a_year() {
        TokenId id = issued(person, false).token().id();
        assertThatThrownBy(() -> as.run(as.newCandidate(), () -> tokens.revoke(id)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(person, () -> tokens.issue("Long", Duration.ofDays(366), true)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(person, () -> tokens.issue(" ", Duration.ofDays(1), true)))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(as.call(person, () -> tokens.mine())).hasSize(1);
    }

    @Test
    void guesses_from_one_address_are_bounded_and_others_are_not_disturbed() throws Exception {
        Set<Integer> statuses = new HashSet<>();
        for (int guess = 0; guess < 100; guess++) {
            statuses.add(guess("203.0.113.7", "acq_" + "%043d".formatted(guess)).getStatus());
        }
        assertThat(statuses).containsExactly(401);
        MockHttpServletResponse bounded = guess("203.0.113.7", "acq_" + "B".repeat(43));
        assertThat(bounded.getStatus()).isEqualTo(429);
        assertThat(bounded.getHeader("Retry-After")).isEqualTo("900");
        assertThat(guess("203.0.113.8", "acq_" + "B".repeat(43)).getStatus()).isEqualTo(401);
        assertThat(guess("203.0.113.7", issued(person, true).secret()).getStatus())
                .as("a right token is no guess")
                .isEqualTo(200);
    }

    private MockHttpServletResponse guess(String origin, String token) throws Exception {
        return browser.perform(
                        get(LIST).header("Authorization", "Bearer " + token).with(request -> {
                            request.setRemoteAddr(origin);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    @Test
    void the_page_shows_a_new_token_once() throws Exception {
        MockHttpServletResponse made = browser.perform(post("/tokens")
                        .param("name", "Le logiciel de paie")
                        .param("lifetime", "D30")
                        .param("rights", "READ")
                        .with(SignedInAs.browser(person))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(made.getStatus()).isEqualTo(200);
        assertThat(made.getHeader("Cache-Control")).contains("no-store");
        Matcher secret = SECRET.matcher(made.getContentAsString());
        assertThat(secret.find()).isTrue();
        assertThat(Jsoup.parse(made.getContentAsString()).selectFirst("#name").val())
                .isEmpty();
        assertThat(Program.at(port, secret.group()).get(LIST).status()).isEqualTo(200);

        String later = page();
        assertThat(later).contains("Le logiciel de paie").doesNotContain(secret.group());

        TokenId id = as.call(person, () -> tokens.mine()).getFirst().id();
        browser.perform(post("/tokens/{id}/revocation", id)
                .with(SignedInAs.browser(person))
                .with(csrf()));
        assertThat(Program.at(port, secret.group()).get(LIST).status()).isEqualTo(401);
        assertThat(page()).contains("Révoqué");
    }

    @Test
    void a_token_without_a_name_is_not_made() throws Exception {
        MockHttpServletResponse refused = browser.perform(post("/tokens")
                        .param("name", " ")
                        .param("lifetime", "D365")
                        .param("rights", "ALL")
                        .with(SignedInAs.browser(person))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Cette réponse est nécessaire.");
        assertThat(as.call(person, () -> tokens.mine())).isEmpty();
    }

    private String page() throws Exception {
        return browser.perform(get("/tokens").with(SignedInAs.browser(person)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
