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

/** The validation file walked on the engine: written, reviewed, deposited, checked, completed. */
@Tag("models")
class ValidationFileWalkTest {

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
    void a_complete_file_is_assembled_checked_and_ready() {
        Walk walk = begun();
        walk.complete("write-livret2", writing(false));
        walk.complete("check-file", check("COMPLETE"));

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence("open-livret2", "write-livret2", "assemble-file", "check-file", "file-ready");
        assertThat(records.variablesOf("validation-file")).containsKey("juryDue");
    }

    @Test
    void a_review_asked_for_brings_the_file_back_to_its_author() {
        Walk walk = begun();
        walk.complete("write-livret2", writing(true));
        walk.complete("review-livret2", Map.of("livret2Due", soon()));
        walk.complete(walk.task("write-livret2", 2), writing(false));
        walk.complete("check-file", check("COMPLETE"));

        assertThat(walk.ended().path())
                .containsSubsequence("write-livret2", "review-livret2", "write-livret2", "assemble-file");
    }

    @Test
    void a_problem_signalled_is_repaired_and_the_file_assembled_and_checked_again() {
        Walk walk = begun();
        walk.complete("write-livret2", writing(false));
        walk.complete("check-file", check("PROBLEM"));
        walk.complete("complete-livret2", Map.of());
        walk.complete(walk.task("check-file", 2), check("COMPLETE"));

        assertThat(walk.ended().path())
                .containsSubsequence("check-file", "complete-livret2", "assemble-file", "check-file", "file-ready");
        assertThat(walk.asked("assemble-file")).hasSize(2);
    }

    @Test
    void an_answer_the_model_does_not_know_never_sends_a_file_to_the_jury() {
        Walk walk = begun();
        walk.complete("write-livret2", writing(false));
        walk.complete("check-file", check("UNHEARD_OF"));
        walk.complete("complete-livret2", Map.of());
        walk.complete(walk.task("check-file", 2), check("COMPLETE"));

        assertThat(walk.ended().path()).containsSubsequence("check-file", "complete-livret2", "file-ready");
    }

    private static Walk begun() {
        return engine.walk()
                .usually("open-livret2", Map.of("livret2Due", soon()))
                .usually("assemble-file", Map.of("checkDue", soon(), "juryDue", soon()))
                .enter("validation-file", Map.of());
    }

    private static Map<String, Object> writing(boolean reviewWanted) {
        return Map.of("reviewWanted", reviewWanted, "reviewDue", soon());
    }

    private static Map<String, Object> check(String verdict) {
        return Map.of("fileCheck", verdict, "completionDue", soon());
    }

    private static String soon() {
        return engine.in(Duration.ofDays(10));
    }
}
