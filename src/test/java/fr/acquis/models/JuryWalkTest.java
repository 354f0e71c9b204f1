package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jury walked on the engine: planned, moved, evaluated seat by seat, deliberated, told in time or late. */
@Tag("models")
class JuryWalkTest {

    private static final Duration FIFTEEN_DAYS = Duration.ofDays(15);
    private static final List<String> SEATS = List.of("seat-1", "seat-2", "seat-3");

    @TempDir
    private static Path dataFolder;

    private static WalkedEngine engine;

    @BeforeAll
    static void start() {
        engine = new WalkedEngine(dataFolder);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void a_hearing_goes_from_its_planning_to_the_result() {
        Walk walk = planned();
        comeToTheDay(walk);
        evaluateEverySeat(walk);
        deliberate(walk);
        sign(walk, 1);

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence(
                        "prepare-jury",
                        "plan-hearing",
                        "summon",
                        "hearing-day-come",
                        "evaluate",
                        "deliberate",
                        "minutes-signed",
                        "minutes-in-time",
                        "notify-result",
                        "jury-closed")
                .doesNotContain("assess-at-work", "escalate-late-result");
        assertThat(records.variablesOf("jury"))
                .containsEntry("outcome", "\"SOME_BLOCKS\"")
                .containsEntry("blocksObtained", "2")
                .containsEntry("allBlocksHeld", "false")
                .containsKey("nextStepDue");
    }

    @Test
    void an_assessment_at_work_comes_first_where_the_regulation_has_it() {
        Walk walk = jury().next("prepare-jury", preparation(true));
        walk.enter("jury", Map.of("juryDue", soon()));
        walk.complete("assess-at-work", Map.of());
        walk.complete("plan-hearing", Map.of());
        comeToTheDay(walk);
        evaluateEverySeat(walk);
        deliberate(walk);
        sign(walk, 1);

        assertThat(walk.ended().path()).containsSubsequence("assess-at-work", "plan-hearing", "jury-closed");
    }

    @Test
    void each_seat_has_its_own_task_and_knows_which() {
        Walk walk = planned();
        comeToTheDay(walk);
        walk.task("evaluate", SEATS.size());

        assertThat(walk.opened("evaluate"))
                .extracting(task -> task.variables().get("seat"))
                .containsExactlyInAnyOrderElementsOf(SEATS);
        evaluateEverySeat(walk);
        deliberate(walk);
        sign(walk, 1);
        assertThat(walk.ended().variablesOf("jury")).doesNotContainKey("seat");
    }

    @Test
    void the_president_closing_the_marks_withdraws_what_is_left_to_evaluate() {
        Walk walk = planned();
        comeToTheDay(walk);
        walk.task("evaluate", SEATS.size());
        walk.complete(walk.task("evaluate", 1), Map.of());
        walk.publish("marks-closed", hearingKey(walk, 1), Map.of());
        deliberate(walk);
        sign(walk, 1);

        assertThat(walk.ended().path()).containsSubsequence("marks-closed", "deliberate", "jury-closed");
        assertThat(walk.cancelled()).containsExactly("evaluate", "evaluate");
    }

    @Test
    void a_hearing_moved_is_planned_and_summoned_again_under_a_new_key() {
        Walk walk = planned();
        walk.asked("summon", 1);
        walk.next("summon", summons(walk, 2));
        walk.publish("hearing-moved", hearingKey(walk, 1), Map.of("planningDue", soon()));
        walk.complete(walk.task("plan-hearing", 2), Map.of());
        walk.asked("summon", 2);
        walk.publish("hearing-moved", hearingKey(walk, 1), Map.of("planningDue", soon()));
        engine.advance(Duration.ofDays(31));
        evaluateEverySeat(walk);
        deliberate(walk);
        sign(walk, 2);

        assertThat(walk.ended().path())
                .containsSubsequence("summon", "hearing-moved", "plan-hearing", "summon", "hearing-day-come")
                .containsOnlyOnce("hearing-moved");
    }

    @Test
    void a_result_not_signed_in_time_alerts_the_manager_and_is_told_once_signed() {
        Walk walk = planned().usually("check-result-clock", clock(true, Duration.ZERO));
        comeToTheDay(walk);
        evaluateEverySeat(walk);
        deliberate(walk);
        pastDeliberation(walk);
        engine.advance(FIFTEEN_DAYS.plusDays(1));
        walk.asked("escalate-late-result", 1);
        assertThat(walk.asked("notify-result")).isEmpty();
        sign(walk, 1);

        assertThat(walk.ended().path())
                .containsSubsequence(
                        "check-result-clock",
                        "result-clock-reached",
                        "escalate-late-result",
                        "late-minutes-signed",
                        "notify-result",
                        "jury-closed");
    }

    @Test
    void a_result_date_moved_later_arms_the_clock_again() {
        Walk walk = planned().usually("check-result-clock", clock(false, Duration.ofDays(60)));
        comeToTheDay(walk);
        evaluateEverySeat(walk);
        deliberate(walk);
        pastDeliberation(walk);
        engine.advance(FIFTEEN_DAYS.plusDays(1));
        walk.asked("check-result-clock", 1);
        sign(walk, 1);

        assertThat(walk.ended().path())
                .containsSubsequence("result-date-come", "check-result-clock", "minutes-in-time", "notify-result")
                .doesNotContain("escalate-late-result");
    }

    @Test
    void a_result_date_brought_forward_is_checked_at_once() {
        Walk walk = planned().usually("check-result-clock", clock(true, Duration.ZERO));
        comeToTheDay(walk);
        evaluateEverySeat(walk);
        deliberate(walk);
        walk.publish("result-date-reached", Map.of());
        walk.asked("escalate-late-result", 1);
        sign(walk, 1);

        assertThat(walk.ended().path())
                .containsSubsequence("result-date-brought-forward", "escalate-late-result", "jury-closed");
    }

    private static Walk planned() {
        Walk walk = jury();
        walk.enter("jury", Map.of("juryDue", soon()));
        walk.complete("plan-hearing", Map.of());
        return walk;
    }

    private static Walk jury() {
        Walk walk = engine.walk();
        return walk.usually("prepare-jury", preparation(false))
                .next("summon", summons(walk, 1))
                .usually(
                        "notify-result",
                        Map.of("allBlocksHeld", false, "blocksObtained", 2, "juryDue", soon(), "nextStepDue", soon()));
    }

    private static Map<String, Object> preparation(boolean atWork) {
        return Map.of("workplaceAssessment", atWork, "assessmentDue", soon(), "planningDue", soon());
    }

    private static Map<String, Object> summons(Walk walk, int request) {
        Map<String, Object> summons = new HashMap<>();
        summons.put("hearingKey", hearingKey(walk, request));
        summons.put("hearingDay", engine.in(Duration.ofDays(30)));
        summons.put("seats", SEATS);
        summons.put("evaluationDue", engine.in(Duration.ofDays(30)));
        summons.put("deliberationDue", engine.in(Duration.ofDays(30)));
        return summons;
    }

    private static void comeToTheDay(Walk walk) {
        walk.asked("summon", 1);
        engine.advance(Duration.ofDays(31));
    }

    private static void evaluateEverySeat(Walk walk) {
        for (int seat = 1; seat <= SEATS.size(); seat++) {
            walk.complete(walk.task("evaluate", seat), Map.of());
        }
    }

    private static void deliberate(Walk walk) {
        walk.complete("deliberate", Map.of("outcome", "SOME_BLOCKS", "resultDue", engine.in(FIFTEEN_DAYS)));
    }

    /** The timer of the result is armed once the deliberation is behind; only then may time be moved over it. */
    private static void pastDeliberation(Walk walk) {
        walk.until(records -> records.path().contains("deliberate"));
    }

    private static void sign(Walk walk, int request) {
        walk.publish("minutes-signed", hearingKey(walk, request), Map.of());
    }

    private static Map<String, Object> clock(boolean reached, Duration due) {
        return Map.of("clockReached", reached, "resultDue", engine.in(due.plus(Duration.ofDays(120))));
    }

    private static String hearingKey(Walk walk, int request) {
        return walk.journeyId() + ":1:" + request;
    }

    private static String soon() {
        return engine.in(Duration.ofDays(10));
    }
}
