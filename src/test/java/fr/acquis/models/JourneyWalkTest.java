package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole journey walked on the engine, from livret 1 to every end it can have. */
@Tag("models")
class JourneyWalkTest {

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
    void a_candidate_who_holds_every_block_is_certified() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "WHOLE_CERTIFICATION", true, 5);
        journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", true));

        EngineRecords records = journey.walk().ended();
        assertThat(records.path())
                .containsSubsequence(
                        "journey-opened",
                        "admissibility",
                        "validation-file",
                        "jury",
                        "deliver-certificate",
                        "issue-certificate",
                        "certified")
                .doesNotContain("issue-block-attestations", "choose-next");
        assertThat(records.variablesOf("journey")).containsEntry("outcome", "\"WHOLE_CERTIFICATION\"");
    }

    @Test
    void support_runs_beside_the_journey_and_ends_without_touching_it() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.walk().complete("choose-support", Map.of("supportChoice", "NONE", "assignmentDue", engine.in(soon())));
        journey.walk().until(records -> records.path().contains("support-over"));
        journey.depositsAFile(1);
        journey.isJudged(1, "WHOLE_CERTIFICATION", true, 5);
        journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", true));

        assertThat(journey.walk().ended().path()).containsSubsequence("support-over", "certified");
    }

    @Test
    void support_still_open_ends_with_the_journey() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.walk().task("choose-support");
        journey.depositsAFile(1);
        journey.isJudged(1, "NO_BLOCK", false, 0);
        journey.walk().complete("choose-next", Map.of("next", "STOP"));

        assertThat(journey.walk().ended().withdrawn()).contains("choose-support", "support");
        assertThat(journey.walk().cancelled()).containsExactly("choose-support");
    }

    @Test
    void after_some_blocks_a_plan_leads_to_a_second_attempt_on_the_missing_ones() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "SOME_BLOCKS", false, 3);
        journey.walk().complete("choose-next", Map.of("next", "CONTINUE"));
        journey.followsAPlan();
        journey.depositsAFile(2);
        journey.isJudged(2, "ALL_TARGETED_BLOCKS", true, 2);
        journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", true));

        EngineRecords records = journey.walk().ended();
        assertThat(records.path())
                .containsSubsequence(
                        "jury",
                        "issue-block-attestations",
                        "choose-next",
                        "training-plan",
                        "validation-file",
                        "jury",
                        "certified");
        assertThat(records.variablesOf("journey")).containsEntry("attempt", "2");
        assertThat(journey.walk().asked("open-livret2").getLast().variables()).containsEntry("attempt", 2);
        assertThat(journey.walk().opened("choose-support")).hasSize(1);
    }

    @Test
    void without_any_block_there_is_nothing_to_attest_and_the_candidate_still_chooses() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "NO_BLOCK", false, 0);
        journey.walk().complete("choose-next", Map.of("next", "STOP"));

        assertThat(journey.walk().ended().path())
                .containsSubsequence("jury", "choose-next", "stopped")
                .doesNotContain("issue-block-attestations", "training-plan");
    }

    @Test
    void a_candidate_excused_goes_back_to_the_jury_without_a_new_attempt() {
        for (String outcome : new String[] {"EXCUSED", "ABSENT", "ADJOURNED"}) {
            WalkedJourney journey = opened();
            journey.isAdmitted();
            journey.depositsAFile(1);
            journey.isJudged(1, outcome, false, 0);
            journey.isJudged(2, "WHOLE_CERTIFICATION", true, 5);
            journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", true));

            EngineRecords records = journey.walk().ended();
            assertThat(records.path())
                    .as(outcome)
                    .containsSubsequence("jury", "prepare-new-hearing", "jury", "certified")
                    .doesNotContain("choose-next");
            assertThat(records.variablesOf("journey")).containsEntry("attempt", "1");
        }
    }

    @Test
    void an_irregularity_the_cpne_finds_returns_the_candidate_to_the_jury() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "WHOLE_CERTIFICATION", true, 5);
        journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", false));
        journey.isJudged(2, "WHOLE_CERTIFICATION", true, 5);
        journey.walk().complete(journey.walk().task("deliver-certificate", 2), Map.of("certificateDelivered", true));

        assertThat(journey.walk().ended().path())
                .containsSubsequence("deliver-certificate", "prepare-new-hearing", "jury", "issue-certificate");
    }

    @Test
    void a_refusal_nobody_appeals_ends_when_its_time_is_over() {
        WalkedJourney journey = opened();
        journey.isRefused();
        engine.advance(WalkedJourney.APPEAL.plusDays(1));

        assertThat(journey.walk().ended().path()).containsSubsequence("admissibility", "appeal-time-over", "refused");
    }

    @Test
    void an_appeal_upheld_brings_a_refusal_back_to_a_new_decision() {
        WalkedJourney journey = opened();
        journey.isRefused();
        journey.appeals();
        journey.walk().complete("examine-appeal", Map.of("appeal", "NEW_DECISION"));
        journey.walk().complete(journey.walk().task("decide-admissibility", 2), Map.of("decision", "RECEVABLE"));
        journey.walk().task("write-livret2");
        journey.walk().publish("journey-abandoned", Map.of());

        assertThat(journey.walk().ended().path())
                .containsSubsequence("refusal-appealed", "examine-appeal", "new-decision-due", "admissibility")
                .contains("open-livret2", "abandoned");
    }

    @Test
    void an_appeal_dismissed_ends_the_journey() {
        WalkedJourney journey = opened();
        journey.isRefused();
        journey.appeals();
        journey.walk().complete("examine-appeal", Map.of("appeal", "DISMISSED"));

        assertThat(journey.walk().ended().path()).containsSubsequence("examine-appeal", "appeal-dismissed");
    }

    @Test
    void an_appeal_against_a_result_is_remedied_by_a_new_jury() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "SOME_BLOCKS", false, 3);
        journey.walk().task("choose-next");
        journey.appeals();
        journey.walk().complete("examine-appeal", Map.of("appeal", "NEW_JURY"));
        journey.isJudged(2, "WHOLE_CERTIFICATION", true, 5);
        journey.walk().complete("deliver-certificate", Map.of("certificateDelivered", true));

        assertThat(journey.walk().ended().path())
                .containsSubsequence("result-appealed", "examine-appeal", "new-jury-due", "jury", "certified");
        assertThat(journey.walk().cancelled()).contains("choose-next");
    }

    @Test
    void a_candidate_who_gives_up_ends_everything_with_its_open_tasks() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.walk().task("write-livret2");
        journey.walk().task("choose-support");
        journey.walk().publish("journey-abandoned", Map.of());

        assertThat(journey.walk().ended().path()).containsSubsequence("record-abandon", "abandoned");
        assertThat(journey.walk().cancelled()).containsExactlyInAnyOrder("write-livret2", "choose-support");
        assertEnding(journey, "ABANDONED");
    }

    @Test
    void a_journey_closed_by_the_certifier_ends_everything() {
        WalkedJourney journey = opened();
        journey.walk().task("decide-admissibility");
        journey.walk().publish("journey-closed", Map.of());

        assertThat(journey.walk().ended().path()).containsSubsequence("record-closing", "closed");
        assertThat(journey.walk().cancelled()).containsExactly("decide-admissibility");
        assertEnding(journey, "CLOSED");
    }

    @Test
    void a_second_opening_of_the_same_journey_ends_at_once() {
        WalkedJourney journey = new WalkedJourney(engine);
        journey.walk().usually("record-journey-started", Map.of("duplicate", true));
        journey.open();

        assertThat(journey.walk().ended().path())
                .containsSubsequence("record-journey-started", "journey-already-open", "duplicate-discarded")
                .doesNotContain("admissibility", "check-livret1");
        assertThat(journey.walk().opened()).isEmpty();
    }

    @Test
    void the_same_opening_published_twice_starts_once() {
        WalkedJourney journey = opened();
        assertThatThrownBy(journey::open).hasMessageContaining("ALREADY_EXISTS");
        journey.walk().task("decide-admissibility");
        journey.walk().publish("journey-closed", Map.of());

        assertThat(journey.walk().ended().hasEnded("journey")).isTrue();
        assertThat(journey.walk().asked("record-journey-started")).hasSize(1);
    }

    @Test
    void a_journey_carries_ids_and_routing_facts_only() {
        WalkedJourney journey = opened();
        journey.isAdmitted();
        journey.depositsAFile(1);
        journey.isJudged(1, "NO_BLOCK", false, 0);
        journey.walk().complete("choose-next", Map.of("next", "STOP", "reason", "santé"));

        assertThat(journey.walk().ended().variablesOf("journey"))
                .containsOnlyKeys(
                        "journeyId",
                        "attempt",
                        "clockDue",
                        "duplicate",
                        "outcome",
                        "appealDue",
                        "juryDue",
                        "allBlocksHeld",
                        "blocksObtained",
                        "nextStepDue",
                        "next")
                .doesNotContainValue("null");
    }

    private static WalkedJourney opened() {
        WalkedJourney journey = new WalkedJourney(engine);
        journey.open();
        return journey;
    }

    private static Duration soon() {
        return Duration.ofDays(10);
    }

    private static void assertEnding(WalkedJourney journey, String ending) {
        assertThat(journey.walk().asked("record-journey-ended"))
                .singleElement()
                .satisfies(job -> assertThat(job.headers()).containsEntry("ending", ending));
    }
}
