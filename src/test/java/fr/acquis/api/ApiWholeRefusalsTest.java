package fr.acquis.api;

import static fr.acquis.api.LaterStory.awaitTask;
import static fr.acquis.api.LaterStory.done;
import static fr.acquis.api.LaterStory.grid;
import static fr.acquis.api.LaterStory.hearing;
import static fr.acquis.api.Story.items;
import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.api.LaterStory.Juror;
import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** After the decision on recevabilité: the wrong person, the wrong moment, the wrong body; nothing is changed by any. */
@AcquisTest
class ApiWholeRefusalsTest extends ApiTest {

    private Program candidate;
    private Program agent;
    private Program stranger;
    private LaterStory story;

    @BeforeEach
    void programs() {
        candidate = of(as.newCandidate());
        agent = of(as.another(Role.AGENT));
        stranger = of(as.newCandidate());
        story = new LaterStory(candidate, agent);
    }

    @Test
    void support_is_chosen_by_its_candidate_once_asked_and_once() {
        String draft = new Story(candidate, agent).draft();
        assertThat(candidate
                        .post(journey(draft) + "/support", Map.of("choice", "NONE"))
                        .status())
                .isEqualTo(409);
        String id = story.admitted();
        awaitTask(candidate, id, "CHOOSE_SUPPORT");
        String support = journey(id) + "/support";
        refused(stranger.post(support, Map.of("choice", "NONE")), 404, "journey.refused.unknown");
        assertThat(agent.post(support, Map.of("choice", "NONE")).status()).isEqualTo(403);
        assertThat(pointers(candidate.post(support, Map.of()))).containsExactly("#/choice");
        refused(candidate.post(support, Map.of("choice", "BODY")), 422, "support.refused.no-body");
        assertThat(pointers(candidate.post(support, Map.of("choice", "EVERYONE"))))
                .containsExactly("#/choice");
        refused(candidate.post(support + "/end"), 409, "support.refused.not-running");
        assertThat(candidate.get(support).json().path("choice").isNull()).isTrue();

        story.alone(id);
        refused(candidate.post(support, Map.of("choice", "LATER")), 409, "support.refused.chosen");
        assertThat(candidate.get(support).text("choice")).isEqualTo("NONE");
    }

    @Test
    void a_livret_is_written_by_its_candidate_from_what_stands() {
        String id = story.admitted();
        awaitTask(candidate, id, "WRITE_LIVRET2");
        String livret = journey(id) + "/livret2";
        JsonNode skills = candidate.get(livret).json().path("blocks").path(0).path("skills");
        String skill = livret + "/skills/" + skills.path(0).path("id").asString();
        String answer = skill + "/answers/SITUATION";
        assertThat(stranger.put(answer, Map.of("text", "Moi", "version", 0)).status())
                .isEqualTo(404);
        assertThat(agent.put(answer, Map.of("text", "Moi", "version", 0)).status())
                .isEqualTo(403);
        assertThat(pointers(candidate.put(answer, Map.of("version", -1)))).containsExactly("#/text", "#/version");
        assertThat(pointers(candidate.put(answer, Map.of("text", "x".repeat(8001), "version", 0))))
                .containsExactly("#/text");
        done(candidate.put(answer, Map.of("text", "D’abord.", "version", 0)));
        Reply stale = candidate.put(answer, Map.of("text", "Autrement.", "version", 0));
        refused(stale, 409, "api.livret2.stale");
        assertThat(stale.text("text")).isEqualTo("D’abord.");
        assertThat(stale.json().path("version").asInt()).isEqualTo(1);
        String unknown = livret + "/skills/" + UUID.randomUUID();
        refused(candidate.get(unknown), 404, "livret2.refused.unknown");
        refused(
                candidate.put(unknown + "/answers/RESULT", Map.of("text", "x", "version", 0)),
                404,
                "livret2.refused.unknown");
        assertThat(candidate
                        .put(skill + "/answers/OTHER", Map.of("text", "x", "version", 0))
                        .status())
                .isEqualTo(404);
        String identity = items(candidate.get(journey(id) + "/evidence")).stream()
                .filter(piece -> piece.path("kind").asString().equals("IDENTITY_DOCUMENT"))
                .map(piece -> piece.path("id").asString())
                .findFirst()
                .orElseThrow();
        refused(candidate.post(skill + "/proofs", Map.of("evidence", identity)), 404, "livret2.refused.no-piece");
        refused(candidate.post(livret + "/review-request"), 409, "livret2.refused.no-adviser");
        refused(candidate.post(livret + "/completion"), 409, "livret2.refused.not-writable");
        refused(candidate.get(livret + "/deposit"), 404, "livret2.refused.not-deposited");
        refused(agent.get(livret), 404, "livret2.refused.not-deposited");
        assertThat(agent.post(livret + "/deposit").status()).isEqualTo(403);
        assertThat(of(as.another(Role.ADVISER)).get(livret + "/review").status())
                .as("an adviser of other cases")
                .isEqualTo(404);

        done(candidate.post(livret + "/deposit"));
        refused(candidate.post(livret + "/deposit"), 409, "livret2.refused.not-writable");
        refused(candidate.put(answer, Map.of("text", "Trop tard.", "version", 1)), 409, "livret2.refused.not-writable");
        form(id);
        assertThat(done(agent.get(livret))
                        .json()
                        .path("blocks")
                        .path(0)
                        .path("skills")
                        .path(0)
                        .path("answers")
                        .path("SITUATION")
                        .asString())
                .isEqualTo("D’abord.");
    }

    /** The file is to be checked. */
    private void form(String id) {
        String task = "/api/v1/tasks/" + awaitTask(agent, id, "CHECK_FILE");
        assertThat(candidate.get(task + "/form").status()).isEqualTo(403);
        assertThat(of(as.another(Role.ADVISER)).post(task + "/answer", Map.of()).status())
                .isEqualTo(404);
        refused(agent.get("/api/v1/tasks/" + UUID.randomUUID() + "/form"), 404, "worklist.refused.unknown");
        assertThat(pointers(agent.post(task + "/answer", Map.of()))).containsExactly("#/fileCheck");
        assertThat(pointers(agent.post(task + "/answer", Map.of("fileCheck", "PROBLEM"))))
                .containsExactly("#/explanation", "#/problems");
        assertThat(agent.post(task + "/answer", List.of("COMPLETE")).status()).isIn(400, 422);
        assertThat(done(agent.get(task + "/form")).json().path("asked").asBoolean())
                .isTrue();
        done(agent.post(task + "/answer", Map.of("fileCheck", "COMPLETE")));
        refused(agent.post(task + "/answer", Map.of("fileCheck", "COMPLETE")), 409, "worklist.refused.no-longer-open");
    }

    @Test
    void a_jury_is_held_by_those_who_sit_in_it_and_in_its_order() {
        String id = story.admitted();
        story.alone(id);
        story.deposited(id);
        story.checked(id);
        List<Juror> panel = Stream.generate(() -> as.another(Role.JUROR))
                .limit(4)
                .map(person -> new Juror(person, of(person)))
                .toList();
        sessions(id, panel.getFirst());
        List<String> blocks = story.blocks(id);
        String hearing = hearing(story.summoned(id, panel));
        Program president = panel.get(0).program();
        Program member = panel.get(1).program();
        refused(of(as.another(Role.JUROR)).get(hearing), 404, "jury.refused.unknown-hearing");
        assertThat(agent.get(hearing).status()).isEqualTo(403);
        assertThat(pointers(member.post(hearing + "/declaration", Map.of()))).containsExactly("#/linked");
        Map<String, Object> empty = Map.of("skills", Map.of(), "blocks", Map.of());
        refused(member.put(hearing + "/grid", empty), 409, "jury.refused.declare-first");
        assertThat(member.get(hearing).json().path("evaluation").isNull()).isTrue();
        done(member.post(hearing + "/declaration", Map.of("linked", false)));
        assertThat(pointers(member.put(
                        hearing + "/grid",
                        Map.of("skills", Map.of(), "blocks", Map.of(blocks.getFirst(), Map.of("percent", 120))))))
                .containsExactly("#/blocks/" + blocks.getFirst() + "/percent");
        assertThat(pointers(member.put(
                        hearing + "/grid",
                        Map.of("skills", Map.of(), "blocks", Map.of("RNCP1BC01", Map.of("percent", 10))))))
                .containsExactly("#/blocks/RNCP1BC01");
        refused(member.post(hearing + "/evaluation"), 422, "jury.refused.grid-incomplete");
        refused(member.get(hearing + "/deliberation"), 404, "jury.refused.unknown-hearing");
        refused(member.post(hearing + "/marks-closed"), 404, "jury.refused.unknown-hearing");
        Map<String, Object> decided = Map.of(
                "decisions",
                blocks.stream()
                        .map(code -> Map.of("block", code, "obtained", true, "votesFor", 4, "votesAgainst", 0))
                        .toList());
        refused(president.post(hearing + "/deliberation", decided), 409, "jury.refused.marks-open");
        done(president.post(hearing + "/declaration", Map.of("linked", false)));
        assertThat(done(president.get(hearing + "/deliberation"))
                        .json()
                        .path("blocks")
                        .path(0)
                        .path("marks"))
                .as("nobody's marks before they are closed")
                .isEmpty();
        done(member.put(hearing + "/grid", grid(panel.get(1), hearing.substring(17), Set.copyOf(blocks))));
        done(member.post(hearing + "/evaluation"));
        refused(member.post(hearing + "/evaluation"), 409, "jury.refused.handed-in");
        done(president.post(hearing + "/marks-closed"));
        refused(president.post(hearing + "/signature"), 409, "jury.refused.not-deliberated");
        refused(
                president.post(
                        hearing + "/deliberation",
                        Map.of("decisions", ((List<?>) decided.get("decisions")).subList(0, 1))),
                422,
                "jury.refused.bloc-left-out");
        assertThat(pointers(president.post(
                        hearing + "/deliberation", Map.of("decisions", List.of(Map.of("block", "no code"))))))
                .contains("#/decisions/0/block", "#/decisions/0/obtained", "#/decisions/0/votesFor");
        refused(
                president.post(hearing + "/deliberation/without-decision", Map.of("outcome", "NO_BLOCK")),
                422,
                "jury.refused.unknown-outcome");
        assertThat(president
                        .get(hearing + "/deliberation")
                        .json()
                        .path("closed")
                        .isNull())
                .isTrue();
    }

    private void sessions(String id, Juror somebody) {
        assertThat(candidate.get("/api/v1/sessions").status()).isEqualTo(403);
        assertThat(pointers(agent.post("/api/v1/sessions", Map.of("minutesEach", 5, "videoLink", "http://visio"))))
                .containsExactlyInAnyOrder("#/certification", "#/startsAt", "#/minutesEach", "#/mode", "#/videoLink");
        refused(agent.get("/api/v1/sessions/" + UUID.randomUUID()), 404, "jury.refused.unknown-session");
        String session = story.session(id, List.of(somebody), 0);
        refused(agent.post(session + "/publication"), 422, "jury.refused.findings");
        assertThat(pointers(agent.post(session + "/seats", Map.of())))
                .containsExactly("#/college", "#/gender", "#/person", "#/qualified", "#/role");
        refused(
                agent.post(
                        session + "/seats",
                        Map.of(
                                "person", somebody.person().id().toString(),
                                "role", "MEMBER",
                                "qualified", true,
                                "college", "NONE",
                                "gender", "MAN")),
                422,
                "jury.refused.seated-already");
        assertThat(pointers(agent.post(session + "/hearings", Map.of("journeys", List.of()))))
                .containsExactly("#/journeys");
        Reply read = done(agent.get(session));
        assertThat(read.json().path("session").path("publishedAt").isNull()).isTrue();
        assertThat(read.json().path("seats")).hasSize(1);
        assertThat(StreamSupport.stream(read.json().path("waiting").spliterator(), false)
                        .map(one -> one.path("journey").asString()))
                .contains(id);
    }

    @Test
    void results_plans_and_closings_have_their_moment_and_their_people() {
        String id = story.admitted();
        Program manager = of(as.another(Role.MANAGER));
        Program cpne = of(as.another(Role.CPNE));
        refused(candidate.post(journey(id) + "/next", Map.of("next", "STOP")), 409, "worklist.refused.no-longer-open");
        assertThat(pointers(candidate.post(journey(id) + "/next", Map.of()))).containsExactly("#/next");
        refused(stranger.get(journey(id) + "/next"), 404, "journey.refused.unknown");
        refused(
                candidate.post(journey(id) + "/appeal", Map.of("reasons", "Je ne comprends pas.")),
                409,
                "award.refused.no-appeal");
        assertThat(agent.get(journey(id) + "/appeal").status()).isEqualTo(403);
        assertThat(pointers(manager.post(journey(id) + "/appeal/answer", Map.of("outcome", "DISMISSED"))))
                .containsExactly("#/answer");
        assertThat(pointers(manager.post(journey(id) + "/appeal/answer", Map.of())))
                .containsExactly("#/answer", "#/outcome");
        assertThat(pointers(agent.post(journey(id) + "/plan/actions/" + UUID.randomUUID() + "/state", Map.of())))
                .containsExactly("#/to");
        refused(candidate.get(journey(id) + "/plan"), 404, "training.refused.no-plan");
        refused(candidate.post(journey(id) + "/plan/acceptance"), 404, "training.refused.no-plan");
        refused(agent.post(journey(id) + "/plan/readiness"), 409, "training.refused.not-under-way");
        assertThat(candidate
                        .post("/api/v1/deliveries", Map.of("journeys", List.of(id)))
                        .status())
                .isEqualTo(403);
        JsonNode not = items(done(cpne.post("/api/v1/deliveries", Map.of("journeys", List.of(id)))))
                .getFirst();
        assertThat(not.path("done").asBoolean()).isFalse();
        assertThat(not.path("code").asString()).isEqualTo("award.refused.blocks-missing");
        assertThat(pointers(cpne.post("/api/v1/deliveries/" + id + "/irregularity", Map.of("irregularity", " "))))
                .containsExactly("#/irregularity");
        refused(candidate.get("/api/v1/awards/" + UUID.randomUUID()), 404, "award.refused.no-document");
        assertThat(items(candidate.get("/api/v1/results"))).isEmpty();
        assertThat(agent.post(journey(id) + "/closing", Map.of("reasons", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(pointers(manager.post(journey(id) + "/closing", Map.of("reasons", List.of()))))
                .containsExactly("#/reasons");
        refused(candidate.get(journey(id) + "/closing"), 404, "api.closing.none");
        refused(stranger.get(journey(id) + "/history"), 404, "journey.refused.unknown");
        refused(stranger.get(journey(id) + "/tasks"), 404, "journey.refused.unknown");
        refused(stranger.post(journey(id) + "/pause"), 404, "journey.refused.unknown");
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("ADMITTED");

        done(candidate.post(journey(id) + "/pause"));
        done(candidate.post(journey(id) + "/resume"));
        done(manager.post(
                journey(id) + "/closing",
                Map.of("reasons", List.of(Map.of("criterion", "Délai", "reason", "Sans nouvelles depuis un an.")))));
        assertThat(candidate.get(journey(id)).text("state")).isEqualTo("CLOSED");
        assertThat(done(candidate.get(journey(id) + "/closing"))
                        .json()
                        .path("reasons")
                        .path(0)
                        .path("criterion")
                        .asString())
                .isEqualTo("Délai");
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.text("code")).as(reply.toString()).isEqualTo(code);
        assertThat(reply.text("detail")).isNotBlank();
    }

    private static List<String> pointers(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        return StreamSupport.stream(reply.json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asString())
                .sorted()
                .toList();
    }
}
