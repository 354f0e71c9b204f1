package fr.acquis.api;

import static fr.acquis.api.Story.SOON;
import static fr.acquis.api.Story.items;
import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.api.Program.Reply;
import fr.acquis.identity.SignedIn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Steps after the decision on recevabilité, each over HTTP by the program of the person it is asked of. */
final class LaterStory {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Story story;
    private final Program candidate;
    private final Program agent;

    LaterStory(Program candidate, Program agent) {
        this.story = new Story(candidate, agent);
        this.candidate = candidate;
        this.agent = agent;
    }

    /** @param program with the juror's own token */
    record Juror(SignedIn person, Program program) {}

    static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isBetween(200, 201);
        return reply;
    }

    static String hearing(String id) {
        return "/api/v1/hearings/" + id;
    }

    /** Filed and accepted. */
    String admitted() {
        return admitted("RNCP99901");
    }

    String admitted(String number) {
        String id = story.examined(number);
        done(agent.post(journey(id) + "/decision/admissible"));
        return id;
    }

    void alone(String id) {
        awaitTask(candidate, id, "CHOOSE_SUPPORT");
        assertThat(done(candidate.post(journey(id) + "/support", Map.of("choice", "NONE")))
                        .text("choice"))
                .isEqualTo("NONE");
    }

    /** The case's open task of a kind, as a reader of the case sees it. */
    static String awaitTask(Program reader, String id, String kind) {
        return await().atMost(SOON)
                .until(
                        () -> items(reader.get(journey(id) + "/tasks")).stream()
                                .filter(task -> task.path("kind").asString().equals(kind))
                                .map(task -> task.path("id").asString())
                                .findFirst()
                                .orElse(""),
                        task -> !task.isEmpty());
    }

    /** One skill written and proved, the livret deposited as it is. */
    void deposited(String id) {
        awaitTask(candidate, id, "WRITE_LIVRET2");
        JsonNode livret = done(candidate.get(journey(id) + "/livret2")).json();
        String skill = journey(id) + "/livret2/skills/"
                + livret.path("blocks")
                        .path(0)
                        .path("skills")
                        .path(0)
                        .path("id")
                        .asString();
        for (JsonNode field : done(candidate.get(skill)).json().path("fields")) {
            done(candidate.put(
                    skill + "/answers/" + field.path("question").asString(),
                    Map.of(
                            "text",
                            "Chaque semaine, en autonomie.",
                            "version",
                            field.path("version").asInt())));
        }
        Reply linked = done(
                candidate.post(skill + "/proofs", Map.of("evidence", story.attached(id, "WORK_SAMPLE"), "pages", "1")));
        assertThat(linked.json().path("skill").path("complete").asBoolean()).isTrue();
        done(candidate.post(journey(id) + "/livret2/deposit"));
    }

    void checked(String id) {
        String task = "/api/v1/tasks/" + awaitTask(agent, id, "CHECK_FILE");
        assertThat(done(agent.get(task + "/form")).json().path("asked").asBoolean())
                .isTrue();
        done(agent.post(task + "/answer", Map.of("fileCheck", "COMPLETE")));
    }

    /** A session of that day from today, its panel seated, not published. @return its address */
    String session(String id, List<Juror> jurors, int days) {
        awaitTask(agent, id, "PLAN_HEARING");
        Reply opened = agent.post(
                "/api/v1/sessions",
                Map.of(
                        "certification",
                        candidate
                                .get(journey(id))
                                .json()
                                .path("certification")
                                .path("id")
                                .asString(),
                        "startsAt",
                        LocalDate.now(PARIS)
                                .plusDays(days)
                                .atStartOfDay(PARIS)
                                .toOffsetDateTime()
                                .toString(),
                        "minutesEach",
                        60,
                        "mode",
                        "ENTRETIEN",
                        "place",
                        "12 rue de l’Exemple, Paris"));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        String session = opened.header("Location");
        for (int place = 0; place < jurors.size(); place++) {
            done(agent.post(
                    session + "/seats",
                    Map.of(
                            "person", jurors.get(place).person().id().toString(),
                            "role", place == 0 ? "PRESIDENT" : "MEMBER",
                            "qualified", true,
                            "college", place % 2 == 0 ? "EMPLOYER" : "EMPLOYEE",
                            "gender", place % 2 == 0 ? "WOMAN" : "MAN")));
        }
        return session;
    }

    /** Entered and published; everybody is summoned and the day has come. @return the hearing */
    String summoned(String id, List<Juror> jurors) {
        String session = session(id, jurors, 0);
        assertThat(items(done(agent.post(session + "/hearings", Map.of("journeys", List.of(id))))))
                .allMatch(row -> row.path("done").asBoolean());
        Reply unexplained = agent.post(session + "/publication");
        assertThat(unexplained.text("code")).as(unexplained.toString()).isEqualTo("jury.refused.warnings");
        assertThat(items(done(agent.post(session + "/publication", Map.of("accepted", "Délais acceptés par tous.")))))
                .allMatch(row -> row.path("done").asBoolean());
        for (Juror juror : jurors) {
            await().atMost(SOON)
                    .until(() -> items(juror.program().get("/api/v1/tasks?view=MINE")).stream()
                            .anyMatch(task -> task.path("kind").asString().equals("EVALUATE")
                                    && task.path("journey").asString().equals(id)));
        }
        return agent.get(session).json().path("passages").path(0).path("id").asString();
    }

    /** Each juror declares, marks and hands in; the president decides and signs. */
    void judged(String hearing, List<Juror> jurors, Set<String> obtained) {
        for (Juror juror : jurors) {
            done(juror.program().post(hearing(hearing) + "/declaration", Map.of("linked", false)));
            Reply kept = done(juror.program().put(hearing(hearing) + "/grid", grid(juror, hearing, obtained)));
            assertThat(kept.json().path("evaluation").path("gaps").isEmpty()).isTrue();
            done(juror.program().post(hearing(hearing) + "/evaluation"));
        }
        Program president = jurors.getFirst().program();
        JsonNode marks = await().atMost(SOON)
                .until(
                        () -> done(president.get(hearing(hearing) + "/deliberation"))
                                .json(),
                        read -> read.path("asked").asBoolean());
        List<Map<String, Object>> decisions = new ArrayList<>();
        for (JsonNode block : marks.path("blocks")) {
            assertThat(block.path("marks")).hasSize(jurors.size());
            boolean got = obtained.contains(block.path("code").asString());
            decisions.add(Map.of(
                    "block", block.path("code").asString(),
                    "obtained", got,
                    "votesFor", got ? 3 : 1,
                    "votesAgainst", got ? 1 : 3,
                    "reasons", got ? "" : "Les situations décrites ne montrent pas encore l’autonomie attendue."));
        }
        done(president.post(hearing(hearing) + "/deliberation", Map.of("decisions", decisions)));
        done(president.post(hearing(hearing) + "/signature"));
    }

    static Map<String, Object> grid(Juror juror, String hearing, Set<String> shown) {
        Map<String, Object> skills = new HashMap<>();
        Map<String, Object> blocks = new HashMap<>();
        for (JsonNode block : done(juror.program().get(hearing(hearing)))
                .json()
                .path("evaluation")
                .path("blocks")) {
            boolean yes = shown.contains(block.path("code").asString());
            block.path("skills")
                    .forEach(skill -> skills.put(
                            skill.path("id").asString(),
                            Map.of("level", yes ? "SHOWN" : "PARTLY", "comment", "Entendu.")));
            blocks.put(block.path("code").asString(), Map.of("percent", yes ? 80 : 40));
        }
        return Map.of("skills", skills, "blocks", blocks);
    }

    /** A plan proposed, accepted and followed until the candidate is ready. */
    void trained(String id) {
        String task = "/api/v1/tasks/" + awaitTask(agent, id, "COMPLETE_PLAN");
        String block = done(agent.get(task + "/form"))
                .json()
                .path("initial")
                .path("missingBlocks")
                .path(0)
                .path("value")
                .asString();
        done(agent.post(
                task + "/answer",
                Map.of(
                        "actions",
                        List.of(Map.of(
                                "kind",
                                "EXPERIENCE",
                                "blocks",
                                List.of(block),
                                "title",
                                "Suivre deux estimations",
                                "startsOn",
                                "2030-01-01",
                                "endsOn",
                                "2030-01-31")),
                        "reviewOn",
                        "2030-03-01")));
        awaitTask(candidate, id, "ACCEPT_PLAN");
        done(candidate.post(journey(id) + "/plan/acceptance"));
        awaitTask(agent, id, "FOLLOW_PLAN");
        followed(id);
        assertThat(done(agent.post(journey(id) + "/plan/readiness")).text("doneAt"))
                .isNotEmpty();
    }

    /** What is noted beside an action under way. */
    private void followed(String id) {
        String action = journey(id) + "/plan/actions/"
                + done(agent.get(journey(id) + "/plan"))
                        .json()
                        .path("actions")
                        .path(0)
                        .path("id")
                        .asString();
        done(agent.post(
                action + "/quotes", Map.of("provider", "Agence", "amount", "120.50", "quotedOn", "2026-01-05")));
        done(agent.post(action + "/waiver", Map.of("why", "Un seul organisme.")));
        Reply unproved = agent.post(action + "/state", Map.of("to", "DONE"));
        assertThat(unproved.text("code")).as(unproved.toString()).isEqualTo("training.refused.no-proof");
        done(agent.post(action + "/proofs", Map.of("what", "Attestation", "datedOn", "2026-01-05")));
        JsonNode read = done(agent.post(action + "/state", Map.of("to", "RUNNING")))
                .json()
                .path("actions")
                .path(0);
        assertThat(read.path("state").asString()).isEqualTo("RUNNING");
        assertThat(read.path("proofs")).hasSize(1);
        assertThat(read.path("waiver").asString()).isEqualTo("Un seul organisme.");
    }

    List<String> blocks(String id) {
        List<String> codes = new ArrayList<>();
        done(candidate.get(journey(id) + "/livret2"))
                .json()
                .path("blocks")
                .forEach(block -> codes.add(block.path("code").asString()));
        return codes;
    }
}
