package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recevabilité walked on the engine, every way it can go. */
@Tag("models")
@Tag("livret1")
class AdmissibilityWalkTest {

    private static final Duration TWO_MONTHS = Duration.ofDays(61);

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
    void a_request_found_admissible_is_decided_and_notified() {
        Walk walk = opened();
        walk.complete("decide-admissibility", Map.of("decision", "RECEVABLE"));

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence(
                        "check-livret1",
                        "admissibility-rules",
                        "decide-admissibility",
                        "found-admissible",
                        "notify-admissibility",
                        "admissibility-notified");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"RECEVABLE\"");
        assertThat(walk.asked("notify-admissibility"))
                .singleElement()
                .satisfies(job -> assertThat(job.variables()).containsEntry("outcome", "RECEVABLE"));
        assertThat(walk.asked("check-clock")).isEmpty();
        assertThat(walk.cancelled()).isEmpty();
    }

    @Test
    void a_request_found_inadmissible_is_decided_and_notified() {
        Walk walk = opened();
        walk.complete("decide-admissibility", Map.of("decision", "NON_RECEVABLE"));

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence("decide-admissibility", "found-inadmissible", "notify-admissibility")
                .doesNotContain("take-tacit-decision");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"NON_RECEVABLE\"");
    }

    @Test
    void the_agent_receives_the_proposal_with_its_reasons_and_the_day_it_is_due() {
        String due = engine.in(Duration.ofDays(30));
        Walk walk = walk();
        walk.next("check-livret1", facts(Map.of("piecesMissing", 1, "filingLimitExceeded", true, "decisionDue", due)));
        open(walk);

        Walk.Opened task = walk.task("decide-admissibility");
        assertThat(task.due()).isEqualTo(OffsetDateTime.parse(due).toInstant().toString());
        assertThat(task.variables())
                .containsEntry(
                        "proposal",
                        Map.of(
                                "proposal",
                                "A_COMPLETER",
                                "reasons",
                                List.of("PIECE_MISSING", "FILING_LIMIT_EXCEEDED")));
        walk.complete(task, Map.of("decision", "RECEVABLE"));
        walk.ended();
    }

    @Test
    void a_completed_file_is_checked_again_before_it_is_decided() {
        Walk walk = walk();
        walk.next("check-livret1", facts(Map.of("piecesMissing", 2)));
        String clockDue = open(walk);
        walk.complete("decide-admissibility", Map.of("decision", "A_COMPLETER"));

        Walk.Opened completion = walk.task("complete-livret1");
        assertThat(completion.due())
                .isEqualTo(OffsetDateTime.parse(clockDue).toInstant().toString());
        walk.complete(completion, Map.of());
        Walk.Opened again = walk.task("decide-admissibility", 2);
        assertThat(again.variables()).containsEntry("proposal", Map.of("proposal", "RECEVABLE", "reasons", List.of()));
        walk.complete(again, Map.of("decision", "RECEVABLE"));

        assertThat(walk.ended().path())
                .containsSubsequence(
                        "check-livret1",
                        "decide-admissibility",
                        "complete-livret1",
                        "check-livret1",
                        "admissibility-rules",
                        "decide-admissibility",
                        "found-admissible",
                        "admissibility-notified");
    }

    @Test
    void silence_until_the_legal_date_is_a_tacit_decision() {
        Walk walk = opened().usually("check-clock", Map.of("clockReached", true, "clockDue", engine.in(Duration.ZERO)));
        walk.task("decide-admissibility");
        engine.advance(TWO_MONTHS.plusDays(1));

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence(
                        "legal-date-come",
                        "check-clock",
                        "legal-clock-reached",
                        "take-tacit-decision",
                        "notify-admissibility",
                        "admissibility-notified")
                .doesNotContain("decide-admissibility");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"TACITE\"");
        assertThat(walk.cancelled()).containsExactly("decide-admissibility");
    }

    @Test
    void the_clock_runs_while_the_candidate_completes_the_file() {
        Walk walk = opened().usually("check-clock", Map.of("clockReached", true, "clockDue", engine.in(Duration.ZERO)));
        walk.complete("decide-admissibility", Map.of("decision", "A_COMPLETER"));
        walk.task("complete-livret1");
        engine.advance(TWO_MONTHS.plusDays(1));

        EngineRecords records = walk.ended();
        assertThat(records.withdrawn()).contains("complete-livret1");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"TACITE\"");
        assertThat(walk.cancelled()).containsExactly("complete-livret1");
    }

    @Test
    void a_decision_committed_before_the_clock_wins_over_silence() {
        Walk walk = opened().usually("check-clock", Map.of("clockReached", true, "clockDue", engine.in(Duration.ZERO)))
                .next("take-tacit-decision", Map.of("outcome", "NON_RECEVABLE"));
        walk.task("decide-admissibility");
        engine.advance(TWO_MONTHS.plusDays(1));

        EngineRecords records = walk.ended();
        assertThat(records.path()).containsSubsequence("take-tacit-decision", "notify-admissibility");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"NON_RECEVABLE\"");
    }

    @Test
    void a_legal_date_moved_later_arms_the_clock_again() {
        Walk walk = opened();
        walk.task("decide-admissibility");
        String later = engine.in(TWO_MONTHS.plusDays(45));
        walk.next("check-clock", Map.of("clockReached", false, "clockDue", later))
                .next("check-clock", Map.of("clockReached", true, "clockDue", later));

        engine.advance(TWO_MONTHS.plusDays(1));
        walk.asked("check-clock", 1);
        assertThat(walk.cancelled()).isEmpty();
        engine.advance(Duration.ofDays(45));

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence(
                        "legal-date-come",
                        "check-clock",
                        "legal-date-passed",
                        "legal-date-come",
                        "check-clock",
                        "take-tacit-decision",
                        "admissibility-notified");
        assertThat(walk.asked("check-clock")).hasSize(2);
        assertThat(walk.asked("check-clock").getLast().variables()).containsEntry("clockDue", later);
    }

    @Test
    void after_a_date_moved_later_the_agent_can_still_decide() {
        Walk walk = opened();
        walk.task("decide-admissibility");
        walk.next("check-clock", Map.of("clockReached", false, "clockDue", engine.in(TWO_MONTHS.plusDays(90))));
        engine.advance(TWO_MONTHS.plusDays(1));
        walk.asked("check-clock", 1);
        walk.complete("decide-admissibility", Map.of("decision", "RECEVABLE"));

        EngineRecords records = walk.ended();
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"RECEVABLE\"");
        assertThat(records.path()).doesNotContain("take-tacit-decision");
    }

    @Test
    void a_date_brought_forward_is_checked_at_once() {
        Walk walk = opened();
        walk.task("decide-admissibility");
        walk.next("check-clock", Map.of("clockReached", true, "clockDue", engine.in(Duration.ZERO)));
        walk.publish("legal-date-reached", Map.of());

        EngineRecords records = walk.ended();
        assertThat(records.path())
                .containsSubsequence(
                        "legal-date-brought-forward", "check-clock", "take-tacit-decision", "admissibility-notified")
                .doesNotContain("legal-date-come");
        assertThat(records.variablesOf("admissibility")).containsEntry("outcome", "\"TACITE\"");
    }

    @Test
    void a_date_announced_too_early_decides_nothing() {
        Walk walk = opened();
        walk.task("decide-admissibility");
        walk.next("check-clock", Map.of("clockReached", false, "clockDue", engine.in(TWO_MONTHS)));
        walk.publish("legal-date-reached", Map.of());
        walk.asked("check-clock", 1);
        walk.complete("decide-admissibility", Map.of("decision", "RECEVABLE"));

        assertThat(walk.ended().path())
                .containsSubsequence("legal-date-brought-forward", "check-clock", "admissibility-notified")
                .doesNotContain("take-tacit-decision");
    }

    @Test
    void what_a_worker_says_beyond_its_contract_does_not_outlive_its_task() {
        Walk walk = walk();
        walk.next("check-livret1", facts(Map.of("birthName", "Durand")));
        open(walk);
        assertThat(walk.task("decide-admissibility").variables()).doesNotContainKey("birthName");
        walk.complete("decide-admissibility", Map.of("decision", "RECEVABLE", "comment", "bon dossier"));

        EngineRecords records = walk.ended();
        assertThat(records.variablesOf("admissibility")).doesNotContainKeys("birthName", "comment");
    }

    /** A request nothing can be said against, received today. */
    private static Walk opened() {
        Walk walk = walk();
        open(walk);
        return walk;
    }

    private static Walk walk() {
        return engine.walk()
                .usually("check-livret1", facts(Map.of()))
                .usually("notify-admissibility", Map.of("appealDue", engine.in(TWO_MONTHS)))
                .usually("take-tacit-decision", Map.of("outcome", "TACITE"));
    }

    private static String open(Walk walk) {
        String clockDue = engine.in(TWO_MONTHS);
        walk.enter("admissibility", Map.of("clockDue", clockDue));
        return clockDue;
    }

    private static Map<String, Object> facts(Map<String, Object> differing) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("piecesMissing", 0);
        facts.put("piecesUnreadable", 0);
        facts.put("certificationOpen", true);
        facts.put("registrationExpired", false);
        facts.put("standardRenewed", false);
        facts.put("filingLimitExceeded", false);
        facts.put("minimumHoursReached", "NOT_REQUIRED");
        facts.put("activitiesInDirectRelation", "YES");
        facts.put("periodsInconsistent", 0);
        facts.put("pendingIdentityQuestion", false);
        facts.put("decisionDue", engine.in(Duration.ofDays(45)));
        facts.putAll(differing);
        return facts;
    }
}
