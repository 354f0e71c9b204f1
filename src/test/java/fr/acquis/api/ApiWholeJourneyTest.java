package fr.acquis.api;

import static fr.acquis.api.LaterStory.awaitTask;
import static fr.acquis.api.LaterStory.done;
import static fr.acquis.api.LaterStory.hearing;
import static fr.acquis.api.Story.SOON;
import static fr.acquis.api.Story.items;
import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.api.LaterStory.Juror;
import fr.acquis.api.Program.Reply;
import fr.acquis.audit.AuditVerifier;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The whole journey as programs live it: a candidate's, an agent's, four jurors' and the CPNE's. */
@AcquisTest
class ApiWholeJourneyTest extends ApiTest {

    @Autowired
    AuditVerifier audit;

    private Program candidate;
    private Program agent;
    private Program adviser;
    private Program cpne;
    private SignedIn advising;
    private LaterStory story;

    @BeforeEach
    void programs() {
        candidate = of(as.newCandidate());
        agent = of(as.another(Role.AGENT));
        advising = as.another(Role.ADVISER);
        adviser = of(advising);
        cpne = of(as.another(Role.CPNE));
        story = new LaterStory(candidate, agent);
    }

    @Test
    void a_journey_goes_from_livret_1_to_the_certificate_through_a_partial_result() {
        String id = story.admitted();
        story.alone(id);
        story.deposited(id);
        story.checked(id);
        assertThat(pdf(candidate.get(journey(id) + "/livret2/file"))).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(letters(candidate, id)).contains("LIVRET2_RECEIPT"));
        List<String> all = story.blocks(id);
        Set<String> first = Set.copyOf(all.subList(0, 2));

        List<Juror> panel = panel();
        String partial = story.summoned(id, panel);
        assertThat(pdf(panel.get(1).program().get(journey(id) + "/livret2/file")))
                .isTrue();
        story.judged(partial, panel, first);
        assertThat(pdf(agent.get(hearing(partial) + "/minutes"))).isTrue();
        awaitTask(candidate, id, "CHOOSE_NEXT");
        JsonNode choice = done(candidate.get(journey(id) + "/next")).json();
        assertThat(choice.path("asked").asBoolean()).isTrue();
        JsonNode told =
                items(candidate.get(journey(id) + "/hearings")).getFirst().path("result");
        assertThat(told.path("outcome").asString()).isEqualTo("SOME_BLOCKS");
        assertThat(told.path("decisions")).hasSize(all.size());
        assertThat(choice.path("held")).hasSize(2);
        assertThat(choice.path("missing")).hasSize(all.size() - 2);
        assertThat(choice.path("appeal").path("about").asString()).isEqualTo("RESULT");
        done(candidate.post(journey(id) + "/next", Map.of("next", "CONTINUE")));
        story.trained(id);

        assertThat(candidate.get(journey(id)).json().path("attempt").asInt()).isEqualTo(2);
        story.deposited(id);
        story.checked(id);
        assertThat(story.blocks(id))
                .containsExactlyElementsOf(
                        all.stream().filter(code -> !first.contains(code)).toList());
        List<Juror> second = panel();
        story.judged(story.summoned(id, second), second, Set.copyOf(all));
        await().atMost(SOON).until(() -> waiting().contains(id));
        assertThat(items(done(cpne.post("/api/v1/deliveries", Map.of("journeys", List.of(id))))))
                .allMatch(row -> row.path("done").asBoolean());

        JsonNode certificate = await().atMost(SOON)
                .until(
                        () -> items(candidate.get("/api/v1/results")).stream()
                                .flatMap(result -> result.path("documents").valueStream())
                                .filter(one -> one.path("kind").asString().equals("CERTIFICATE")
                                        && !one.path("content").isNull())
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        assertThat(pdf(candidate.get(certificate.path("content").asString()))).isTrue();
        assertThat(items(candidate.get("/api/v1/results"))
                        .getFirst()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThat(candidate.get(journey(id)).text("endedAt")).isNotEmpty();
        assertThat(items(candidate.get(journey(id) + "/history")))
                .extracting(line -> line.path("what").asString())
                .contains("Demande déposée", "Choix de continuer sur les blocs qui manquent", "Certificat établi");
        assertThat(items(candidate.get(journey(id) + "/history")))
                .as("the candidate is told what was done, not by whom")
                .allMatch(line -> line.path("who").isNull());
        assertThat(audit.verify(UUID.fromString(id))).isEmpty();
    }

    @Test
    void a_candidate_is_supported_and_the_adviser_reviews_the_livret() {
        String id = story.admitted();
        awaitTask(candidate, id, "CHOOSE_SUPPORT");
        String body = done(candidate.get(journey(id) + "/support"))
                .json()
                .path("offered")
                .path(0)
                .path("id")
                .asString();
        done(candidate.post(journey(id) + "/support", Map.of("choice", "BODY", "body", body)));
        String assign = "/api/v1/tasks/"
                + await().atMost(SOON).until(() -> adviserTask(id, "ASSIGN_ADVISER"), task -> !task.isEmpty());
        done(adviser.post(
                assign + "/answer",
                Map.of(
                        "adviserId", advising.id().toString(),
                        "firstSessionAt", "2030-01-07T10:00+01:00",
                        "place", "REMOTE")));
        assertThat(items(adviser.get("/api/v1/support")))
                .anyMatch(row -> row.path("journey").asString().equals(id));
        String session = "/api/v1/tasks/"
                + await().atMost(SOON).until(() -> adviserTask(id, "HOLD_SUPPORT_SESSION"), task -> !task.isEmpty());
        done(adviser.post(
                session + "/answer",
                Map.of(
                        "heldAt", "2026-01-05T10:00+01:00",
                        "hours", 1.5,
                        "attendance", "PRESENT",
                        "notes", "Bloc 1 relu.",
                        "continuation", "ANOTHER_SESSION",
                        "nextSessionAt", "2030-01-14T10:00+01:00")));
        JsonNode held = done(candidate.get(journey(id) + "/support"))
                .json()
                .path("sessions")
                .path(0);
        assertThat(held.path("notes").asString()).isEqualTo("Bloc 1 relu.");
        assertThat(done(agent.get(journey(id) + "/support"))
                        .json()
                        .path("sessions")
                        .path(0)
                        .path("notes")
                        .isNull())
                .as("notes are between the two")
                .isTrue();

        awaitTask(candidate, id, "WRITE_LIVRET2");
        assertThat(adviser.get(journey(id) + "/livret2").status())
                .as("not shared yet")
                .isEqualTo(403);
        done(candidate.post(journey(id) + "/livret2/review-request", Map.of("wish", "Le bloc 1")));
        await().atMost(SOON).until(() -> !adviserTask(id, "REVIEW_LIVRET2").isEmpty());
        String skill = done(adviser.get(journey(id) + "/livret2"))
                .json()
                .path("blocks")
                .path(0)
                .path("skills")
                .path(0)
                .path("id")
                .asString();
        done(adviser.put(journey(id) + "/livret2/review", Map.of("remarks", Map.of(skill, "Dites où et quand."))));
        done(adviser.post(
                journey(id) + "/livret2/review/return",
                Map.of("remarks", Map.of(skill, "Dites où et quand."), "general", "Bon début.")));
        JsonNode back = await().atMost(SOON)
                .until(
                        () -> candidate.get(journey(id) + "/livret2").json(),
                        read -> read.path("writable").asBoolean());
        assertThat(back.path("reviews").path(0).path("remarks").path(skill).asString())
                .isEqualTo("Dites où et quand.");
        done(candidate.post(journey(id) + "/support/end"));
        assertThat(candidate.get(journey(id) + "/support").text("endedBy")).isEqualTo("CANDIDATE");
    }

    private String adviserTask(String id, String kind) {
        return items(adviser.get("/api/v1/tasks?limit=100")).stream()
                .filter(task -> task.path("journey").asString().equals(id)
                        && task.path("kind").asString().equals(kind))
                .map(task -> task.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private List<Juror> panel() {
        return Stream.generate(() -> as.another(Role.JUROR))
                .limit(4)
                .map(person -> new Juror(person, of(person)))
                .toList();
    }

    private List<String> waiting() {
        return items(cpne.get("/api/v1/deliveries")).stream()
                .flatMap(group -> group.path("rows").valueStream())
                .map(row -> row.path("journey").asString())
                .toList();
    }

    private static List<String> letters(Program reader, String id) {
        return items(reader.get(journey(id) + "/letters")).stream()
                .map(letter -> letter.path("template").asString())
                .toList();
    }

    private static boolean pdf(Reply reply) {
        assertThat(done(reply).header("Content-Type")).isEqualTo("application/pdf");
        return new String(reply.bytes(), 0, 5, StandardCharsets.US_ASCII).equals("%PDF-");
    }
}
