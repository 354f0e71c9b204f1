package fr.acquis.models;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journey whose workers find nothing to object to, and the stretches its people walk. */
final class WalkedJourney {

    static final Duration APPEAL = Duration.ofDays(61);

    private static final Duration SOON = Duration.ofDays(10);

    private final WalkedEngine engine;
    private final Walk walk;

    WalkedJourney(WalkedEngine engine) {
        this.engine = engine;
        this.walk = engine.walk();
        String soon = engine.in(SOON);
        walk.usually("record-journey-started", Map.of("duplicate", false))
                .usually("check-livret1", clearFacts())
                .usually("notify-admissibility", Map.of("appealDue", engine.in(APPEAL)))
                .usually("prepare-support", Map.of("choiceDue", soon))
                .usually("open-livret2", Map.of("livret2Due", soon))
                .usually("assemble-file", Map.of("checkDue", soon, "juryDue", soon))
                .usually("prepare-new-hearing", Map.of("juryDue", soon))
                .usually(
                        "prepare-jury",
                        Map.of("workplaceAssessment", false, "assessmentDue", soon, "planningDue", soon))
                .usually("draft-plan", Map.of("planKey", walk.journeyId() + ":1:plan", "planDue", soon));
    }

    Walk walk() {
        return walk;
    }

    /** As the outbox opens it: addressed and deduplicated by the journey's id. */
    void open() {
        engine.client()
                .newPublishMessageCommand()
                .messageName("journey-opened")
                .correlationKey(walk.journeyId())
                .messageId(walk.journeyId())
                .timeToLive(Duration.ofDays(1))
                .variables(Map.of("journeyId", walk.journeyId(), "attempt", 1, "clockDue", engine.in(APPEAL)))
                .send()
                .join();
    }

    void isAdmitted() {
        walk.complete("decide-admissibility", Map.of("decision", "RECEVABLE"));
    }

    void isRefused() {
        walk.complete("decide-admissibility", Map.of("decision", "NON_RECEVABLE"));
        walk.until(records -> records.path().contains("admissibility"));
    }

    void appeals() {
        walk.publish("appeal-filed", Map.of("examinationDue", engine.in(SOON)));
    }

    void depositsAFile(int time) {
        walk.complete(walk.task("write-livret2", time), Map.of("reviewWanted", false, "reviewDue", engine.in(SOON)));
        walk.complete(walk.task("check-file", time), Map.of("fileCheck", "COMPLETE", "completionDue", engine.in(SOON)));
    }

    /** From the planning to the signed minutes: the jury's nth meeting about this candidate. */
    void isJudged(int time, String outcome, boolean allBlocksHeld, int blocksObtained) {
        String hearing = walk.journeyId() + ":1:" + time;
        walk.next("summon", summons(hearing))
                .next(
                        "notify-result",
                        Map.of(
                                "allBlocksHeld",
                                allBlocksHeld,
                                "blocksObtained",
                                blocksObtained,
                                "juryDue",
                                engine.in(SOON),
                                "nextStepDue",
                                engine.in(SOON)));
        walk.complete(walk.task("plan-hearing", time), Map.of());
        walk.complete(walk.task("evaluate", time), Map.of());
        walk.complete(walk.task("deliberate", time), Map.of("outcome", outcome, "resultDue", engine.in(SOON)));
        walk.publish("minutes-signed", hearing, Map.of());
    }

    void followsAPlan() {
        walk.complete("complete-plan", Map.of("acceptanceDue", engine.in(SOON)));
        walk.complete(
                "accept-plan",
                Map.of("planAccepted", true, "planDue", engine.in(SOON), "followUpDue", engine.in(SOON)));
        walk.complete("follow-plan", Map.of());
    }

    private Map<String, Object> summons(String hearing) {
        String today = engine.in(Duration.ZERO);
        return Map.of(
                "hearingKey", hearing,
                "hearingDay", today,
                "seats", List.of("seat-1"),
                "evaluationDue", today,
                "deliberationDue", today);
    }

    private Map<String, Object> clearFacts() {
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
        facts.put("decisionDue", engine.in(SOON));
        return facts;
    }
}
