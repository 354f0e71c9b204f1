package fr.acquis.api;

import static fr.acquis.api.Story.SOON;
import static fr.acquis.api.Story.items;
import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Recevabilité through every layer, as two programs live it. */
@AcquisTest
class ApiJourneyTest extends ApiTest {

    @Autowired
    JdbcClient database;

    @Autowired
    People people;

    private Program candidate;
    private Program agent;
    private Story story;

    @BeforeEach
    void programs() {
        candidate = of(as.newCandidate());
        agent = of(as.seeded(Role.AGENT));
        story = new Story(candidate, agent);
    }

    /** A seeded person would run into the limit of open tokens. */
    @AfterEach
    void seededTokensEnd() {
        for (Role role : List.of(Role.AGENT, Role.MANAGER, Role.ADVISER)) {
            SignedIn person = as.seeded(role);
            as.run(person, () -> tokens.mine().forEach(token -> tokens.revoke(token.id())));
        }
    }

    @Test
    void a_request_is_filed_examined_and_accepted() {
        String id = story.filed();
        Reply waiting = candidate.get(journey(id));
        assertThat(waiting.text("state")).isEqualTo("EXAMINED");
        JsonNode dates = waiting.json().path("legalDates");
        OffsetDateTime silence = OffsetDateTime.parse(dates.path("silenceAt").asString());
        assertThat(LocalDate.parse(dates.path("lastDay").asString()))
                .isEqualTo(silence.toLocalDate().minusDays(1));
        assertThat(waiting.json().path("stages")).hasSizeGreaterThan(1);
        story.awaitTask(id);
        assertThat(agent.get(journey(id) + "/examination")
                        .json()
                        .path("proposal")
                        .path("reasons")
                        .toString())
                .contains("IDENTITY_TO_CHECK");

        Reply decided = agent.post(journey(id) + "/decision/admissible", Map.of("comment", "Bon parcours."));

        assertThat(decided.status()).as(decided.toString()).isEqualTo(201);
        assertThat(decided.text("outcome")).isEqualTo("RECEVABLE");
        assertThat(candidate.get(journey(id) + "/decision").text("comment")).isEqualTo("Bon parcours.");
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("ADMITTED");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(story.letters(id)).containsExactlyInAnyOrder("RECEIPT", "ADMISSIBLE"));
        JsonNode letter = items(candidate.get(journey(id) + "/letters")).getFirst();
        Reply pdf = candidate.get(letter.path("content").asString());
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(new String(pdf.bytes(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(pdf.bytes()).hasSize(letter.path("size").asInt());
    }

    @Test
    void a_refusal_needs_a_reason_and_says_it() {
        String id = story.examined();
        Reply bare = agent.post(journey(id) + "/decision/refusal", Map.of("reasons", List.of()));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/reasons");
        Reply hollow = agent.post(
                journey(id) + "/decision/refusal",
                Map.of("reasons", List.of(Map.of("criterion", "Rapport direct", "reason", " "))));
        assertThat(hollow.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("#/reasons/0/reason");
        assertThat(candidate.get(journey(id) + "/decision").status()).isEqualTo(404);

        Reply refused = agent.post(
                journey(id) + "/decision/refusal",
                Map.of(
                        "reasons",
                        List.of(Map.of("criterion", "Rapport direct", "reason", "Aucune activité d’estimation."))));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(201);
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("REFUSED");
        await().atMost(SOON).untilAsserted(() -> assertThat(story.letters(id)).contains("NOT_ADMISSIBLE"));
    }

    @Test
    void missing_pieces_are_asked_for_and_the_case_comes_back() {
        String id = story.examined();
        Reply past = agent.post(
                journey(id) + "/decision/completion",
                Map.of("pieces", List.of(Map.of("name", "Certificat")), "answerBy", "2020-01-01"));
        assertThat(past.status()).isEqualTo(422);

        Reply asked = agent.post(
                journey(id) + "/decision/completion",
                Map.of("pieces", List.of(Map.of("name", "Certificat de travail", "expected", "avec les dates"))));

        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        await().atMost(SOON)
                .until(() -> candidate
                        .get(journey(id) + "/livret1")
                        .json()
                        .path("writable")
                        .asBoolean());
        Reply answered = candidate.put(journey(id) + "/livret1/completion/1", Map.of("text", "Il suit."));
        assertThat(answered.status()).as(answered.toString()).isEqualTo(204);
        story.attached(id, "WORK_CERTIFICATE");
        Reply completed = candidate.post(journey(id) + "/livret1/completion");
        assertThat(completed.status()).as(completed.toString()).isEqualTo(200);
        story.awaitTask(id);
        assertThat(items(candidate.get(journey(id) + "/completion-requests"))
                        .getFirst()
                        .path("answeredAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void an_abandoned_request_asks_nobody_anything_any_more() {
        String id = story.examined();
        assertThat(candidate.post(journey(id) + "/abandon").text("state")).isEqualTo("ABANDONED");
        await().atMost(SOON)
                .until(() ->
                        agent.get(journey(id) + "/examination").text("task").isEmpty());
        Reply again = candidate.post(journey(id) + "/abandon");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("journey.refused.ended");
    }

    @Test
    void a_decision_taken_twice_changes_nothing_the_second_time() {
        String id = story.examined();
        assertThat(agent.post(journey(id) + "/decision/admissible").status()).isEqualTo(201);
        Reply again = agent.post(
                journey(id) + "/decision/refusal",
                Map.of("reasons", List.of(Map.of("criterion", "Autre", "reason", "Autre"))));
        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(again.text("detail")).contains("Une décision est déjà prise");
        assertThat(candidate.get(journey(id) + "/decision").text("outcome")).isEqualTo("RECEVABLE");
    }

    @Test
    void the_wrong_person_decides_nothing_and_sees_nothing() {
        String id = story.examined();
        Program stranger = of(as.newCandidate());
        Program adviser = of(as.seeded(Role.ADVISER));
        for (Program other : List.of(candidate, stranger, adviser)) {
            assertThat(other.post(journey(id) + "/decision/admissible").status())
                    .isEqualTo(403);
        }
        for (String path : List.of("", "/livret1", "/evidence", "/letters", "/decision", "/completion-requests")) {
            assertThat(stranger.get(journey(id) + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.post(journey(id) + "/abandon").status()).isEqualTo(404);
        SignedIn both = as.newCandidate();
        people.grant(both.id(), Role.AGENT, as.seeded(Role.AGENT).certifyingBody());
        assertThat(of(both).post(journey(id) + "/abandon").status())
                .as("an agent who is somewhere else a candidate")
                .isEqualTo(403);
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("EXAMINED");
    }

    @Test
    void one_claim_wins_and_the_other_learns_who() {
        String id = story.examined();
        String task = "/api/v1/tasks/" + story.awaitTask(id);
        Program manager = of(as.seeded(Role.MANAGER));
        assertThat(agent.post(task + "/claim").json().path("mine").asBoolean()).isTrue();

        Reply late = manager.post(task + "/claim");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("holder")).isEqualTo("Andréa Démo");
        assertThat(late.text("detail")).contains("Andréa Démo");
        Reply taken = manager.post(journey(id) + "/decision/admissible");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("detail")).contains("Andréa Démo");
        assertThat(manager.post(task + "/release").status()).isEqualTo(409);
        assertThat(agent.post(task + "/release").json().path("holder").isNull()).isTrue();
        assertThat(manager.post(task + "/claim").status()).isEqualTo(200);
        assertThat(items(manager.get("/api/v1/tasks?view=MINE&limit=100")))
                .anyMatch(mine -> mine.path("journey").asString().equals(id));
        assertThat(candidate.get("/api/v1/tasks").status()).isEqualTo(403);
    }

    @Test
    void an_exceeded_filing_limit_is_a_warning_and_stops_nothing() {
        story.examined();
        String second = story.draft();
        Reply draft = candidate.get(journey(second));
        assertThat(draft.json().path("warnings").path(0).path("code").asString())
                .isEqualTo("FILING_LIMIT");
        assertThat(draft.json().path("warnings").path(0).path("detail").asString())
                .contains("une personne décide");
        candidate.put(journey(second) + "/livret1", story.livret1(second));
        story.attached(second, "IDENTITY_DOCUMENT");
        story.attached(second, "PAYSLIP");
        assertThat(candidate.post(journey(second) + "/livret1/submission").status())
                .isEqualTo(200);
        story.awaitTask(second);
        assertThat(agent.get(journey(second) + "/examination")
                        .json()
                        .path("facts")
                        .path("filingLimitExceeded")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        List<String> begun = List.of(story.draft("RNCP99901"), story.draft("RNCP99902"), story.draft("RNCP99905"));
        Reply first = candidate.get("/api/v1/journeys?limit=2");
        assertThat(items(first))
                .extracting(one -> one.path("id").asString())
                .containsExactly(begun.get(2), begun.get(1));
        String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        Reply last = candidate.get(next);
        assertThat(items(last)).extracting(one -> one.path("id").asString()).containsExactly(begun.get(0));
        assertThat(last.json().path("next").isNull()).isTrue();
        assertThat(last.header("Link")).isEmpty();
        assertThat(candidate.get("/api/v1/journeys?after=nonsense").status()).isEqualTo(422);
        assertThat(candidate.get("/api/v1/journeys?limit=1000").status()).isEqualTo(422);
        assertThat(items(agent.get("/api/v1/journeys?limit=100")))
                .as("a draft is its candidate's alone")
                .noneMatch(one -> begun.contains(one.path("id").asString()));
    }

    @Test
    void a_request_repeated_under_its_key_is_done_once() {
        String id = story.examined();
        Program keyed = agent.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> body = Map.of("comment", "Une fois.");
        Reply first = keyed.post(journey(id) + "/decision/admissible", body);
        Reply again = keyed.post(journey(id) + "/decision/admissible", body);
        assertThat(again.status()).isEqualTo(201).isEqualTo(first.status());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Reply other = keyed.post(journey(id) + "/decision/admissible", Map.of("comment", "Deux fois."));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("api.key-of-another");
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String id = story.draft();
        Program keyed = candidate.with("Idempotency-Key", "file-" + id);
        assertThat(keyed.post(journey(id) + "/livret1/submission").status()).isEqualTo(422);
        candidate.put(journey(id) + "/livret1", story.livret1(id));
        story.attached(id, "IDENTITY_DOCUMENT");
        story.attached(id, "PAYSLIP");
        assertThat(keyed.post(journey(id) + "/livret1/submission").status()).isEqualTo(200);
        assertThat(keyed.post(journey(id) + "/livret1/submission").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(database.sql("select count(*) from api_request where request_key = :key")
                        .param("key", "file-" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_key_in_use_waits_and_one_cut_short_is_free_after_a_while() {
        String id = story.draft();
        String key = UUID.randomUUID().toString();
        Program keyed = candidate.with("Idempotency-Key", key);
        assertThat(keyed.post(journey(id) + "/abandon").status()).isEqualTo(200);
        database.sql("update api_request set status = null where request_key = :key")
                .param("key", key)
                .update();
        Reply underWay = keyed.post(journey(id) + "/abandon");
        assertThat(underWay.status()).isEqualTo(409);
        assertThat(underWay.text("code")).isEqualTo("api.key-in-use");

        database.sql("update api_request set begun_at = date_sub(begun_at, interval 6 minute) where request_key = :key")
                .param("key", key)
                .update();

        assertThat(keyed.post(journey(id) + "/abandon").text("code"))
                .as("what was done already is refused by the verb itself")
                .isEqualTo("journey.refused.ended");
    }
}
