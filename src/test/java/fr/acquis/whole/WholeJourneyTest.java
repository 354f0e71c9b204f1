package fr.acquis.whole;

import static fr.acquis.jury.JuryCase.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.audit.AuditVerifier;
import fr.acquis.award.AcquiredBlock;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.award.Deliveries;
import fr.acquis.award.NextStep;
import fr.acquis.award.NextSteps;
import fr.acquis.certification.JuryMode;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Aftermath;
import fr.acquis.forms.FormTask;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.jury.Deliberations;
import fr.acquis.jury.DepositedFile;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.JuryCase;
import fr.acquis.livret2.Deposits;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Supports;
import fr.acquis.training.TrainingPlans;
import fr.acquis.training.TrainingProgress;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** From livret 1 to the certificate through a partial result and a training plan, every room at work. */
@AcquisTest
@Import(JuryCase.class)
@Tag("whole")
class WholeJourneyTest {

    private static final String NUMBER = "RNCP99901";

    @Autowired
    ActingAs as;

    @Autowired
    JuryCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    Supports supports;

    @Autowired
    Deposits deposits;

    @Autowired
    List<FormTask> forms;

    @Autowired
    DepositedFile files;

    @Autowired
    Deliberations deliberations;

    @Autowired
    NextSteps steps;

    @Autowired
    TrainingPlans plans;

    @Autowired
    TrainingProgress progress;

    @Autowired
    Deliveries deliveries;

    @Autowired
    AcquiredBlocks blocks;

    @Autowired
    Aftermath aftermath;

    @Autowired
    AuditVerifier audit;

    @Autowired
    TransactionTemplate transaction;

    private SignedIn candidate;
    private SignedIn agent;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        agent = cases.agent();
    }

    @Test
    void a_journey_goes_from_livret_1_to_the_certificate_through_a_partial_result() {
        JourneyId id = cases.admitted(candidate, NUMBER, Set.of());
        cases.awaitTask(id, TaskKind.CHOOSE_SUPPORT);
        as.run(candidate, () -> supports.choose(id, Choice.NONE, null));
        List<SkillBlockCode> all = cases.codes(NUMBER);
        Set<SkillBlockCode> first = Set.copyOf(all.subList(0, 2));

        Hearing partial = heard(id);
        assertThat(as.call(agent, () -> files.of(journey(id), 1))).isPresent();
        judged(partial, first);
        cases.awaitTask(id, TaskKind.CHOOSE_NEXT);
        assertThat(held(id)).containsExactlyInAnyOrderElementsOf(first);
        as.run(candidate, () -> steps.choose(id, NextStep.CONTINUE));
        plan(id);

        assertThat(journey(id).attempt()).isEqualTo(2);
        Hearing second = heard(id);
        Set<SkillBlockCode> rest =
                all.stream().filter(code -> !first.contains(code)).collect(java.util.stream.Collectors.toSet());
        assertThat(blocks.missing(journey(id)).stream().map(SkillBlock::code))
                .containsExactlyInAnyOrderElementsOf(rest);
        judged(second, rest);
        cases.awaitTask(id, TaskKind.DELIVER_CERTIFICATE);
        assertThat(as.call(as.seeded(Role.CPNE), () -> deliveries.deliver(List.of(id))))
                .allMatch(Deliveries.Answer::done);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(journey(id).ending()).isEqualTo(Ending.CERTIFIED));
        aftermath.nothingIsLeft(id);
        assertThat(held(id)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(audit.verify(id.value())).isEmpty();
    }

    /** Livret 2 is deposited and complete, a session is published, the day has come. */
    private Hearing heard(JourneyId id) {
        cases.awaitTask(id, TaskKind.WRITE_LIVRET2);
        as.run(candidate, () -> deposits.deposit(id));
        answer(id, TaskKind.CHECK_FILE, Map.of("fileCheck", "COMPLETE"));
        cases.awaitTask(id, TaskKind.PLAN_HEARING);
        jurors = cases.fourJurors();
        return cases.summoned(cases.session(NUMBER, jurors, JuryMode.ENTRETIEN, cases.today()), id);
    }

    private List<SignedIn> jurors;

    private void judged(Hearing hearing, Set<SkillBlockCode> obtained) {
        jurors.forEach(juror -> cases.evaluates(juror, hearing, "Entendu", obtained));
        cases.awaitTask(hearing.journey(), TaskKind.DELIBERATE);
        as.run(jurors.getFirst(), () -> {
            deliberations.decide(hearing.id(), cases.decisions(hearing, obtained), null);
            deliberations.sign(hearing.id());
        });
    }

    private void plan(JourneyId id) {
        cases.awaitTask(id, TaskKind.COMPLETE_PLAN);
        String block = plans.latest(id).orElseThrow().missing().getFirst().value();
        answer(
                id,
                TaskKind.COMPLETE_PLAN,
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
                        "2030-03-01"));
        cases.awaitTask(id, TaskKind.ACCEPT_PLAN);
        as.run(candidate, () -> plans.accept(id));
        cases.awaitTask(id, TaskKind.FOLLOW_PLAN);
        as.run(agent, () -> progress.declareReady(id));
    }

    private void answer(JourneyId id, TaskKind kind, Map<String, Object> data) {
        Task task = cases.awaitTask(id, kind);
        FormTask form =
                forms.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        as.run(agent, () -> transaction.executeWithoutResult(status -> form.submit(task, data)));
    }

    private Journey journey(JourneyId id) {
        return journeys.find(id).orElseThrow();
    }

    private List<SkillBlockCode> held(JourneyId id) {
        return blocks.heldFor(journey(id)).stream().map(AcquiredBlock::code).toList();
    }
}
