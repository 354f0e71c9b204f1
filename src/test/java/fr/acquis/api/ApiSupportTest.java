package fr.acquis.api;

import static fr.acquis.api.Story.journey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.corpus.Layout;
import fr.acquis.evidence.corpus.Specimen;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIns;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What stands between a candidate and their adviser, and what documents say, as programs read and answer it. */
@AcquisTest
class ApiSupportTest extends ApiTest {

    @Autowired
    FiledCase filed;

    @Autowired
    Journeys journeys;

    @Autowired
    Supports supports;

    @Autowired
    SupportBodies bodies;

    @Autowired
    SupportSessions sessions;

    @Autowired
    CheckIns checkIns;

    @Test
    void a_support_is_agreed_on_planned_reported_signed_and_handed_over() {
        SignedIn person = as.newCandidate();
        SignedIn adviser = as.another(Role.ADVISER);
        JourneyId id = supported(person, adviser);
        Program candidate = of(person);
        Program helper = of(adviser);
        String support = journey(id.toString()) + "/support";

        Map<String, Object> terms = terms();
        assertThat(pointers(helper.post(support + "/agreements", with(terms, "price", 100)), 422))
                .containsExactly("#/funding");
        assertThat(pointers(helper.post(support + "/agreements", with(terms, "endsOn", "hier")), 422))
                .containsExactly("#/endsOn");
        assertThat(candidate.post(support + "/agreements", terms).status()).isEqualTo(403);
        done(helper.with("Idempotency-Key", "accord-1").post(support + "/agreements", terms), 201);
        Reply again = helper.with("Idempotency-Key", "accord-1").post(support + "/agreements", terms);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        done(candidate.post(support + "/agreements/1/signature"), 200);
        assertThat(candidate.post(support + "/agreements/1/signature").status()).isEqualTo(409);
        assertThat(candidate.get(support + "/agreements").json().path("items"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("state").asString()).isEqualTo("SIGNED"));

        Map<String, Object> meeting = Map.of("startsAt", soon(50), "minutes", 90, "place", "ON_SITE");
        assertThat(pointers(helper.post(support + "/planned", with(meeting, "place", "REMOTE")), 422))
                .containsExactly("#/where");
        assertThat(pointers(helper.post(support + "/planned", with(meeting, "startsAt", soon(-5))), 422))
                .containsExactly("#/startsAt");
        Reply planned = done(helper.post(support + "/planned", meeting), 201);
        String session = support + "/planned/" + planned.text("id");
        assertThat(done(helper.put(session, with(meeting, "startsAt", soon(74))), 200)
                        .json()
                        .path("minutes")
                        .asInt())
                .isEqualTo(90);
        Reply entry = done(candidate.get(session + "/calendar"), 200);
        assertThat(entry.header("Content-Type")).startsWith("text/calendar");
        assertThat(entry.toString()).contains("UID:" + planned.text("id"), "SEQUENCE:1");
        done(candidate.post(session + "/cancellation", Map.of("reason", "Je travaille ce jour-là.")), 204);
        assertThat(helper.put(session, meeting).status()).isEqualTo(409);

        String task = filed.task(id, TaskKind.HOLD_SUPPORT_SESSION).id().toString();
        done(helper.post("/api/v1/tasks/" + task + "/answer", report()), 200);
        JsonNode follow = done(candidate.get(support + "/follow-up"), 200).json();
        assertThat(follow.path("hours").path("done").asDouble()).isEqualTo(2);
        assertThat(follow.path("sessions").path(0).path("notes").asString()).isEqualTo("Livret relu.");
        assertThat(follow.path("sessions").path(0).path("ownNotes").isNull()).isTrue();
        assertThat(pointers(candidate.post(support + "/sessions/1/dispute", Map.of("word", " ")), 422))
                .containsExactly("#/word");
        done(candidate.post(support + "/sessions/1/signature"), 200);
        assertThat(candidate.post(support + "/sessions/1/signature").status()).isEqualTo(409);
        assertThat(of(as.another(Role.ADVISER)).get(support + "/follow-up").status())
                .isEqualTo(404);

        checkIns.ask(id, Instant.now().plus(Duration.ofDays(61)));
        assertThat(helper.post(support + "/check-in", Map.of("answer", "CONTINUE"))
                        .status())
                .isEqualTo(403);
        done(candidate.post(support + "/check-in", Map.of("answer", "CONTINUE", "word", "Tout va bien.")), 204);
        assertThat(helper.get(support + "/follow-up")
                        .json()
                        .path("checkIns")
                        .path(0)
                        .path("word")
                        .asString())
                .isEqualTo("Tout va bien.");

        done(candidate.post(support + "/transfer/request", Map.of("reason", "Je déménage.")), 204);
        assertThat(helper.get(support + "/transfer").status()).isEqualTo(404);
        assertThat(candidate.get(support + "/transfer").text("reason")).isEqualTo("Je déménage.");
        SignedIn next = as.another(Role.ADVISER);
        Program agent = of(as.another(Role.AGENT));
        Map<String, Object> handover = Map.of("adviser", next.id().value(), "reason", "Déménagement.");
        assertThat(helper.post(support + "/transfer", handover).status()).isEqualTo(403);
        assertThat(agent.get(support + "/transfer/receivers").toString())
                .contains(next.id().toString());
        done(agent.post(support + "/transfer", handover), 204);
        assertThat(helper.get(support + "/follow-up").status()).isEqualTo(404);
        tellsHowSoon(of(next), id);
    }

    private void tellsHowSoon(Program adviser, JourneyId id) {
        String choices = "/api/v1/notices/choices";
        done(adviser.put(choices + "/SUPPORT", Map.of("pace", "DAILY")), 200);
        assertThat(adviser.put(choices + "/LEGAL", Map.of("pace", "NEVER")).status())
                .isEqualTo(422);
        assertThat(adviser.put(choices + "/OFFICE", Map.of("pace", "NEVER")).status())
                .isEqualTo(404);
        assertThat(adviser.get(choices).toString()).contains("\"subject\":\"SUPPORT\",\"pace\":\"DAILY\"");
        String watch = journey(id.toString()) + "/watch";
        done(adviser.put(watch, Map.of("on", true)), 204);
        assertThat(adviser.get(watch).json().path("mine").asBoolean()).isTrue();
        done(adviser.put(watch, Map.of("on", false)), 204);
        assertThat(adviser.get(watch).json().path("watchers").isEmpty()).isTrue();
    }

    @Test
    void what_a_document_says_is_read_corrected_and_added_up_with_its_arithmetic() {
        SignedIn person = as.newCandidate();
        Program candidate = of(person);
        Program agent = of(as.another(Role.AGENT));
        String id = filed.draft(person, FiledCase.NUMBER).toString();
        Specimen payslip = Specimen.of(layout("payslip-a"), Specimen.Form.PDF, System.nanoTime());
        String piece = done(candidate.upload(journey(id) + "/evidence", "OTHER", "paie.pdf", payslip.bytes()), 201)
                .text("id");
        String reading = "/api/v1/evidence/" + piece + "/reading";
        await().atMost(FiledCase.SOON)
                .until(() -> !candidate.get(reading).json().path("underWay").asBoolean());

        JsonNode read = done(candidate.get(reading), 200).json();
        assertThat(read.path("found").path("kind").asString()).isEqualTo("PAYSLIP");
        assertThat(read.path("found").path("clues").path(0).path("words").asString())
                .isNotBlank();
        JsonNode fact = read.path("lines").path(0).path("facts").path(0);
        assertThat(fact.path("page").asInt()).isEqualTo(1);
        assertThat(fact.path("snippet").asString()).isNotBlank();
        String facts = "/api/v1/evidence/" + piece + "/facts";
        assertThat(candidate.post(facts + "/99/confirmation").status()).isEqualTo(404);
        done(candidate.post(facts + "/1/confirmation"), 200);
        done(candidate.post("/api/v1/evidence/" + piece + "/kind", Map.of("kind", "PAYSLIP")), 200);

        Map<String, Object> line = Map.of(
                "employer",
                "Ateliers Modèle",
                "first",
                "2020-01-01",
                "last",
                "2020-01-31",
                "hours",
                100,
                "unit",
                "TOTAL");
        assertThat(pointers(agent.post(facts + "/1/correction", with(line, "last", "2019-01-31")), 422))
                .containsExactly("#/last");
        assertThat(pointers(agent.post(facts + "/1/correction", with(line, "siret", "123")), 422))
                .containsExactly("#/siret");
        JsonNode corrected =
                done(agent.post(facts + "/1/correction", line), 200).json();
        assertThat(corrected.path("lines").path(0).path("checked").asBoolean()).isTrue();
        assertThat(candidate.post(facts + "/1/rejection").status()).isEqualTo(409);
        JsonNode total =
                done(candidate.get(journey(id) + "/periods"), 200).json().path("checked");
        assertThat(total.path("hours").asDouble()).isEqualTo(100);
        assertThat(total.path("jobs").path(0).path("lines").path(0).path("rule").asString())
                .isEqualTo("STATED");
        assertThat(of(as.newCandidate()).get(reading).status()).isEqualTo(404);
        assertThat(of(as.newCandidate()).get(journey(id) + "/periods").status()).isEqualTo(404);
    }

    private JourneyId supported(SignedIn person, SignedIn adviser) {
        JourneyId id = filed.admitted(person);
        filed.task(id, TaskKind.CHOOSE_SUPPORT);
        UUID body = bodies.offered(journeys.find(id).orElseThrow().certifyingBody())
                .getFirst()
                .id();
        as.run(person, () -> supports.choose(id, Choice.BODY, body));
        filed.task(id, TaskKind.ASSIGN_ADVISER);
        Instant first = Instant.now().plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MINUTES);
        as.run(adviser, () -> sessions.assign(id, adviser.id(), first, Place.ON_SITE, null));
        // What is moved before the engine's task is there is dated by the engine again.
        filed.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        return id;
    }

    private static Layout layout(String name) {
        return Layout.tuning().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> terms() {
        return Map.of(
                "hours",
                20,
                "object",
                "Choisir les situations et écrire le livret 2.",
                "startsOn",
                LocalDate.now(LegalClock.ZONE).toString(),
                "endsOn",
                LocalDate.now(LegalClock.ZONE).plusMonths(6).toString(),
                "price",
                0);
    }

    private static Map<String, Object> report() {
        return Map.of(
                "heldAt", soon(-3),
                "hours", 2,
                "attendance", "PRESENT",
                "notes", "Livret relu.",
                "ownNotes", "À moi seul.",
                "continuation", "ANOTHER_SESSION",
                "nextSessionAt", soon(120));
    }

    private static String soon(int hours) {
        return Instant.now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static Map<String, Object> with(Map<String, Object> body, String member, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(member, value);
        return other;
    }

    private static Reply done(Reply reply, int status) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply;
    }

    private static List<String> pointers(Reply refused, int status) {
        return StreamSupport.stream(done(refused, status).json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}
