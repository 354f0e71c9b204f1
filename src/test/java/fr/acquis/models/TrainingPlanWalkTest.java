package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training plan walked on the engine: drafted, completed, accepted or not, followed to its end. */
@Tag("models")
class TrainingPlanWalkTest {

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
    void an_accepted_plan_is_followed_until_all_its_actions_are_done() {
        Walk walk = begun();
        walk.complete("complete-plan", Map.of("acceptanceDue", soon()));
        walk.complete("accept-plan", answer(true));
        walk.task("follow-plan");
        walk.publish("plan-ready", planKey(walk), Map.of());

        assertThat(walk.ended().path())
                .containsSubsequence("draft-plan", "complete-plan", "accept-plan", "plan-ready", "candidate-ready");
        assertThat(walk.cancelled()).containsExactly("follow-plan");
    }

    @Test
    void the_one_who_follows_a_plan_may_say_it_is_done() {
        Walk walk = begun();
        walk.complete("complete-plan", Map.of("acceptanceDue", soon()));
        walk.complete("accept-plan", answer(true));
        walk.complete("follow-plan", Map.of());

        assertThat(walk.ended().path()).containsSubsequence("follow-plan", "candidate-ready");
    }

    @Test
    void a_plan_the_candidate_does_not_accept_is_worked_on_again() {
        Walk walk = begun();
        walk.complete("complete-plan", Map.of("acceptanceDue", soon()));
        walk.complete("accept-plan", answer(false));
        walk.complete(walk.task("complete-plan", 2), Map.of("acceptanceDue", soon()));
        walk.complete(walk.task("accept-plan", 2), answer(true));
        walk.complete("follow-plan", Map.of());

        assertThat(walk.ended().path())
                .containsSubsequence("accept-plan", "complete-plan", "accept-plan", "follow-plan", "candidate-ready");
    }

    private static Walk begun() {
        Walk walk = engine.walk();
        return walk.usually("draft-plan", Map.of("planKey", planKey(walk), "planDue", soon()))
                .enter("training-plan", Map.of());
    }

    private static String planKey(Walk walk) {
        return walk.journeyId() + ":1:plan";
    }

    private static Map<String, Object> answer(boolean accepted) {
        return Map.of("planAccepted", accepted, "planDue", soon(), "followUpDue", soon());
    }

    private static String soon() {
        return engine.in(Duration.ofDays(10));
    }
}
