package fr.acquis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.api.Program.Reply;
import fr.acquis.evidence.Documents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Steps a candidate's and an agent's program take, each over HTTP. */
final class Story {

    static final Duration SOON = Duration.ofSeconds(30);

    private final Program candidate;
    private final Program agent;

    Story(Program candidate, Program agent) {
        this.candidate = candidate;
        this.agent = agent;
    }

    static String journey(String id) {
        return "/api/v1/journeys/" + id;
    }

    String certification(String number) {
        Reply found = candidate.get("/api/v1/certifications?q=" + number);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        return found.json().path("items").path(0).path("id").asString();
    }

    String draft() {
        return draft("RNCP99901");
    }

    String draft(String number) {
        Reply begun = candidate.post("/api/v1/journeys", Map.of("certification", certification(number)));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.header("Location")).isEqualTo(journey(begun.text("id")));
        return begun.text("id");
    }

    String filed() {
        return filed("RNCP99901");
    }

    String filed(String number) {
        String id = draft(number);
        Reply written = candidate.put(journey(id) + "/livret1", livret1(id));
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        attached(id, "IDENTITY_DOCUMENT");
        attached(id, "PAYSLIP");
        Reply filed = candidate.post(journey(id) + "/livret1/submission");
        assertThat(filed.status()).as(filed.toString()).isEqualTo(200);
        assertThat(filed.text("lastDay")).isNotEmpty();
        return id;
    }

    String attached(String id, String kind) {
        Reply taken = candidate.upload(journey(id) + "/evidence", kind, "piece.pdf", Documents.pdf("Preuve"));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return taken.text("id");
    }

    /** Filed, and the agent is asked. */
    String examined() {
        return examined("RNCP99901");
    }

    String examined(String number) {
        String id = filed(number);
        awaitTask(id);
        return id;
    }

    /** The agent's open task on the case. */
    String awaitTask(String id) {
        return await().atMost(SOON)
                .until(() -> agent.get(journey(id) + "/examination").text("task"), task -> !task.isEmpty());
    }

    List<String> letters(String id) {
        return items(candidate.get(journey(id) + "/letters")).stream()
                .map(letter -> letter.path("template").asString())
                .toList();
    }

    static List<JsonNode> items(Reply page) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return StreamSupport.stream(page.json().path("items").spliterator(), false)
                .toList();
    }

    /** A form without gaps but its pieces. */
    Map<String, Object> livret1(String id) {
        String certification = candidate
                .get(journey(id))
                .json()
                .path("certification")
                .path("id")
                .asString();
        List<Map<String, String>> activities = StreamSupport.stream(
                        candidate
                                .get("/api/v1/certifications/" + certification)
                                .json()
                                .path("blocks")
                                .spliterator(),
                        false)
                .map(block ->
                        Map.of("code", block.path("code").asString(), "practised", "YES", "comment", "Chaque semaine."))
                .toList();
        return Map.of(
                "request", Map.of("nature", "INITIAL", "target", "WHOLE"),
                "identity",
                        Map.of(
                                "birthName", "Exemple",
                                "givenNames", "Camille",
                                "birthDate", "1985-03-14",
                                "nationality", "française",
                                "educationLevel", 4,
                                "certificationLevel", 4,
                                "certificationsHeld", "Aucune"),
                "contact",
                        Map.of(
                                "address", "1 rue de l’Exemple",
                                "postalCode", "75011",
                                "city", "Paris",
                                "country", "France",
                                "phone", "06 12 34 56 78",
                                "email", "c@acquis.example"),
                "situation",
                        Map.of("status", "EMPLOYEE", "idcc", "1527", "goals", List.of("BETTER_PAY", "CONFIRM_SKILLS")),
                "experiences",
                        Map.of(
                                "experiences",
                                List.of(Map.of(
                                        "role", "Négociatrice",
                                        "organisation", "Agence de l’Exemple",
                                        "setting", "SALARIED",
                                        "start", "2018-01-08",
                                        "weeklyHours", 35,
                                        "description", "Prospection, estimations, visites."))),
                "activities", Map.of("blocks", activities),
                "statement",
                        Map.of(
                                "truthful",
                                true,
                                "shareAdmissibility",
                                true,
                                "shareResult",
                                false,
                                "accompaniment",
                                "LATER"));
    }
}
