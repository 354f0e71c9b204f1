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
import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.Documents;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Beside the straight way: a juror replaced and a hearing moved, an appeal, an assessment at work. */
@AcquisTest
class ApiDetoursTest extends ApiTest {

    private Program candidate;
    private Program agent;
    private LaterStory story;

    @BeforeEach
    void programs() {
        candidate = of(as.newCandidate());
        agent = of(as.another(Role.AGENT));
        story = new LaterStory(candidate, agent);
    }

    @Test
    void a_juror_is_replaced_and_a_hearing_moved_before_its_day() {
        String id = story.admitted();
        story.alone(id);
        story.deposited(id);
        story.checked(id);
        List<Juror> panel = Stream.generate(this::juror).limit(4).toList();
        String session = story.session(id, panel, 40);
        done(agent.post(session + "/hearings", Map.of("journeys", List.of(id))));
        assertThat(items(candidate.get(journey(id) + "/hearings")))
                .as("entered, not announced")
                .isEmpty();
        done(agent.post(session + "/publication", Map.of("accepted", "Délais acceptés par tous.")));
        JsonNode meeting = await().atMost(SOON)
                .until(() -> items(candidate.get(journey(id) + "/hearings")), told -> !told.isEmpty())
                .getFirst();
        assertThat(meeting.path("place").asString()).contains("12 rue");
        assertThat(meeting.path("result").isNull()).isTrue();
        String hearing = hearing(meeting.path("id").asString());
        Program former = panel.getLast().program();
        assertThat(former.get(hearing).status()).isEqualTo(200);
        Juror next = juror();
        String seat = done(agent.get(session))
                .json()
                .path("seats")
                .valueStream()
                .filter(one -> one.path("person")
                        .asString()
                        .equals(panel.getLast().person().id().toString()))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();

        done(agent.post(
                session + "/seats/" + seat + "/replacement",
                Map.of(
                        "person",
                        next.person().id().toString(),
                        "qualified",
                        true,
                        "college",
                        "EMPLOYEE",
                        "gender",
                        "MAN")));

        assertThat(former.get(hearing).status()).isEqualTo(404);
        assertThat(done(next.program().get(hearing)).text("declaration")).isEqualTo("NONE_YET");
        assertThat(items(next.program().get("/api/v1/sessions/mine"))).hasSize(1);
        String move = session + hearing.substring("/api/v1".length()) + "/move";
        assertThat(agent.post(move, Map.of("reason", " ")).status()).isEqualTo(422);
        done(agent.post(move, Map.of("reason", "Empêchement de la salle.")));
        awaitTask(agent, id, "PLAN_HEARING");
        assertThat(items(candidate.get(journey(id) + "/hearings"))).isEmpty();
        assertThat(items(agent.get(journey(id) + "/hearings"))
                        .getFirst()
                        .path("movedBecause")
                        .asString())
                .isEqualTo("Empêchement de la salle.");
    }

    @Test
    void a_refusal_is_appealed_and_examined_by_somebody_else() {
        String id = new Story(candidate, agent).examined();
        Program manager = of(as.another(Role.MANAGER));
        done(agent.post(
                journey(id) + "/decision/refusal",
                Map.of("reasons", List.of(Map.of("criterion", "Rapport direct", "reason", "Aucune estimation.")))));
        Reply filed = done(candidate.post(journey(id) + "/appeal", Map.of("reasons", "Mes estimations sont jointes.")));
        assertThat(items(filed).getFirst().path("about").asString()).isEqualTo("REFUSAL");
        assertThat(candidate
                        .post(journey(id) + "/appeal", Map.of("reasons", "Encore."))
                        .status())
                .isEqualTo(409);
        awaitTask(manager, id, "EXAMINE_APPEAL");
        Reply wrong =
                manager.post(journey(id) + "/appeal/answer", Map.of("outcome", "NEW_JURY", "answer", "Un autre jury."));
        assertThat(wrong.text("code")).as(wrong.toString()).isEqualTo("award.refused.outcome");

        done(manager.post(
                journey(id) + "/appeal/answer", Map.of("outcome", "NEW_DECISION", "answer", "Les pièces sont là.")));

        awaitTask(agent, id, "DECIDE_ADMISSIBILITY");
        assertThat(items(candidate.get(journey(id) + "/appeal"))
                        .getFirst()
                        .path("answer")
                        .asString())
                .isEqualTo("Les pièces sont là.");
        done(agent.post(journey(id) + "/decision/admissible"));
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("ADMITTED");
    }

    @Test
    void an_assessment_at_work_is_recorded_whole_with_its_signed_booklet() {
        String id = story.admitted("RNCP99903");
        story.alone(id);
        story.deposited(id);
        story.checked(id);
        awaitTask(agent, id, "ASSESS_AT_WORK");
        String path = journey(id) + "/workplace-assessment";
        assertThat(agent.get(path).text("code")).isEqualTo("api.assessment.none");
        Map<String, String> results = new HashMap<>();
        for (JsonNode block : done(agent.get(journey(id) + "/livret2")).json().path("blocks")) {
            block.path("skills").forEach(skill -> results.put(skill.path("id").asString(), "SHOWN"));
        }
        byte[] booklet = Documents.pdf("Livret signé");
        int pieces = items(agent.get(journey(id) + "/evidence")).size();

        Reply future = agent.upload(path, wish("2100-01-01", results), "document", "livret.pdf", booklet);
        Reply partly = agent.upload(path, wish("2026-01-05", Map.of()), "document", "livret.pdf", booklet);
        Reply program = agent.upload(
                path,
                wish("2026-01-05", results),
                "document",
                "livret.exe",
                "MZ program".getBytes(StandardCharsets.US_ASCII));

        assertThat(future.text("code")).as(future.toString()).isEqualTo("jury.refused.assessment-to-come");
        assertThat(partly.status()).as(partly.toString()).isEqualTo(422);
        assertThat(program.status()).as(program.toString()).isEqualTo(415);
        assertThat(items(agent.get(journey(id) + "/evidence")))
                .as("a refusal leaves no booklet behind")
                .hasSize(pieces);
        Reply recorded = done(agent.upload(path, wish("2026-01-05", results), "document", "livret.pdf", booklet));
        assertThat(recorded.json().path("results")).hasSize(results.size());
        awaitTask(agent, id, "PLAN_HEARING");
        assertThat(agent.upload(path, wish("2026-01-05", results), "document", "livret.pdf", booklet)
                        .status())
                .isEqualTo(409);
    }

    private static Map<String, Object> wish(String on, Map<String, String> results) {
        return Map.of(
                "assessment", Map.of("assessor", "Alex Exemple", "function", "Chef", "on", on, "results", results));
    }

    private Juror juror() {
        SignedIn person = as.another(Role.JUROR);
        return new Juror(person, of(person));
    }
}
