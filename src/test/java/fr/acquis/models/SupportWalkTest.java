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

/** Support walked on the engine: chosen, put off, declined, held and ended. */
@Tag("models")
class SupportWalkTest {

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
    void sessions_follow_one_another_until_the_last() {
        Walk walk = offered();
        walk.complete("choose-support", choice("BODY"));
        walk.complete("assign-adviser", Map.of("sessionDue", soon()));
        walk.complete("hold-support-session", session("ANOTHER_SESSION"));
        walk.complete(walk.task("hold-support-session", 2), session("END"));

        assertThat(walk.ended().path())
                .containsSubsequence(
                        "assign-adviser",
                        "hold-support-session",
                        "hold-support-session",
                        "last-session-held",
                        "close-support",
                        "support-closed");
    }

    @Test
    void a_candidate_who_declines_goes_on_alone() {
        Walk walk = offered();
        walk.complete("choose-support", choice("NONE"));

        assertThat(walk.ended().path())
                .containsSubsequence("choose-support", "without-support")
                .doesNotContain("assign-adviser", "close-support");
    }

    @Test
    void a_choice_put_off_is_offered_again_when_the_candidate_asks() {
        Walk walk = offered();
        walk.complete("choose-support", choice("LATER"));
        String due = soon();
        walk.publish("support-wanted", Map.of("choiceDue", due));
        Walk.Opened again = walk.task("choose-support", 2);
        assertThat(again.variables()).containsEntry("choiceDue", due);
        walk.complete(again, choice("NONE"));

        assertThat(walk.ended().path())
                .containsSubsequence("choose-support", "support-wanted", "choose-support", "without-support");
    }

    @Test
    void the_word_of_the_candidate_or_the_body_ends_it_at_any_moment() {
        Walk walk = offered();
        walk.complete("choose-support", choice("BODY"));
        walk.complete("assign-adviser", Map.of("sessionDue", soon()));
        walk.task("hold-support-session");
        walk.publish("support-ended", Map.of());

        assertThat(walk.ended().path())
                .containsSubsequence("support-stopped", "close-support", "support-closed")
                .doesNotContain("last-session-held");
        assertThat(walk.cancelled()).containsExactly("hold-support-session");
    }

    private static Walk offered() {
        return engine.walk()
                .usually("prepare-support", Map.of("choiceDue", soon()))
                .enter("support", Map.of());
    }

    private static Map<String, Object> choice(String choice) {
        return Map.of("supportChoice", choice, "assignmentDue", soon());
    }

    private static Map<String, Object> session(String continuation) {
        return Map.of("continuation", continuation, "sessionDue", soon());
    }

    private static String soon() {
        return engine.in(Duration.ofDays(10));
    }
}
