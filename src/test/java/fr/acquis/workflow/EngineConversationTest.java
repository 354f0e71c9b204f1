package fr.acquis.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.store.JobMemory;
import io.camunda.client.CamundaClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("journey")
@AcquisTest
@Import(Probe.class)
@TestPropertySource(
        properties = {
            "acquis.engine.job-timeout=5s",
            "acquis.engine.job-retry-pause=100ms",
            "acquis.engine.request-timeout=4s",
            "acquis.engine.send-lease=5s"
        })
class EngineConversationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    Probe probe;

    @Autowired
    Processes processes;

    @Autowired
    HumanTasks tasks;

    @Autowired
    EngineState engine;

    @Autowired
    CamundaClient client;

    @Autowired
    JobMemory memory;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final JourneyId journey = JourneyId.create();

    @BeforeEach
    void an_engine_with_the_probe() {
        // A thread that is killed here is meant to be.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        await().atMost(SOON).until(engine::ready);
        client.newDeployResourceCommand()
                .addResourceString(Probe.MODEL, StandardCharsets.UTF_8, "probe.bpmn")
                .send()
                .join();
    }

    @Test
    void what_is_committed_reaches_the_engine_and_comes_back_as_jobs() {
        open(journey);
        long task = taskOf(journey);
        complete(journey, task);
        await().atMost(SOON).until(() -> probe.seen(journey, "probe-end").size() == 1);
        assertThat(probe.seen(journey, "probe-end").getFirst().variables())
                .containsEntry("stepDone", true)
                .containsEntry("done", "well");
        assertSettled(journey, "ACCEPTED", "ACCEPTED");
    }

    @Test
    void what_is_rolled_back_is_never_said() {
        transaction.executeWithoutResult(status -> {
            processes.message(journey, Probe.OPENED, journey.toString(), Map.of("journeyId", journey.toString()));
            status.setRollbackOnly();
        });
        assertThat(states(journey)).isEmpty();
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        assertThatThrownBy(() -> processes.open(journey, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_completion_while_the_task_is_being_created_is_tried_until_it_is_taken() {
        probe.hasty.add(journey);
        open(journey);
        await().atMost(SOON).until(() -> probe.seen(journey, "probe-end").size() == 1);
        assertSettled(journey, "ACCEPTED", "ACCEPTED");
    }

    @Test
    void a_task_completed_twice_is_settled_without_a_second_effect() {
        open(journey);
        long task = taskOf(journey);
        complete(journey, task);
        complete(journey, task);
        assertSettled(journey, "ACCEPTED", "ACCEPTED", "GONE");
        assertThat(probe.seen(journey, "probe-end")).hasSize(1);
    }

    @Test
    void a_worker_dead_after_its_commit_has_its_effect_once_and_its_result_is_told_later() {
        probe.deaths.add(FaultPoints.Place.AFTER_WORKER_COMMITTED);
        open(journey);
        taskOf(journey);
        assertThat(probe.seen(journey, "probe-step")).hasSize(1);
        assertThat(probe.deaths).isEmpty();
    }

    @Test
    void a_publisher_dead_after_the_engine_accepted_says_it_again_and_nothing_happens_twice() {
        probe.deaths.add(FaultPoints.Place.AFTER_ENGINE_ACCEPTED);
        open(journey);
        assertSettled(journey, "REPEATED");
        taskOf(journey);
        assertThat(probe.seen(journey, "probe-step")).hasSize(1);
    }

    @Test
    void a_death_between_commit_and_send_loses_nothing() {
        probe.deaths.add(FaultPoints.Place.AFTER_COMMIT_BEFORE_SEND);
        assertThatThrownBy(() -> open(journey)).isInstanceOf(Probe.Killed.class);
        assertSettled(journey, "ACCEPTED");
    }

    @Test
    void a_death_before_the_commit_leaves_nothing() {
        probe.deaths.add(FaultPoints.Place.BEFORE_COMMIT);
        assertThatThrownBy(() -> open(journey)).isInstanceOf(Probe.Killed.class);
        assertThat(states(journey)).isEmpty();
    }

    @Test
    void a_job_left_by_a_death_and_never_given_out_again_is_forgotten_and_no_other() {
        UUID epoch = UUID.randomUUID();
        Duration lease = Duration.ofMinutes(5);
        JobMemory.Step step = new JobMemory.Step("journey", "somewhere");
        JobMemory.Delivery left = new JobMemory.Delivery(epoch, 1, "left", step, journey, "dead");
        JobMemory.Delivery alive = new JobMemory.Delivery(epoch, 2, "alive", step, journey, "alive");
        memory.claim(left, Duration.ZERO);
        memory.claim(alive, lease);
        await().atMost(SOON).until(() -> memory.forgetAbandoned(Duration.ZERO) > 0);
        assertThat(memory.claim(new JobMemory.Delivery(epoch, 2, "alive", step, journey, "other"), lease))
                .isInstanceOf(JobMemory.Claim.Busy.class);
        assertThat(memory.extend(left, lease)).isFalse();
    }

    @Test
    void a_fault_that_passes_is_tried_again() {
        probe.faultsLeft.put(journey, 1);
        open(journey);
        taskOf(journey);
        assertThat(probe.seen(journey, "probe-step")).hasSize(2);
    }

    @Test
    void a_journey_opened_twice_has_one_process() {
        Map<String, Object> routing = Map.of("attempt", 1, "clockDue", "2199-01-01T00:00:00+01:00");
        transaction.executeWithoutResult(status -> processes.open(journey, routing));
        transaction.executeWithoutResult(status -> processes.open(journey, routing));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(states(journey)).hasSize(2).last().isEqualTo("REPEATED"));
        await().atMost(SOON)
                .until(() -> database.sql(
                                "select count(process_instance_key) from engine_journey where journey_id = :journey")
                        .param("journey", journey.value())
                        .query(Integer.class)
                        .single()
                        .equals(1));
    }

    @Test
    void journeys_go_side_by_side_each_in_its_order() {
        List<JourneyId> many =
                IntStream.range(0, 20).mapToObj(n -> JourneyId.create()).toList();
        probe.hasty.addAll(many);
        many.forEach(this::open);
        await().atMost(SOON)
                .until(() -> many.stream()
                        .allMatch(one -> probe.seen(one, "probe-end").size() == 1));
        many.forEach(one -> assertSettled(one, "ACCEPTED", "ACCEPTED"));
    }

    private void open(JourneyId one) {
        transaction.executeWithoutResult(
                status -> processes.message(one, Probe.OPENED, one.toString(), Map.of("journeyId", one.toString())));
    }

    private void complete(JourneyId one, long task) {
        transaction.executeWithoutResult(status -> tasks.complete(one, task, Map.of("done", "well")));
    }

    private long taskOf(JourneyId one) {
        await().atMost(SOON).until(() -> !probe.seen(one, "probe-created").isEmpty());
        return probe.seen(one, "probe-created").getFirst().task().orElseThrow().key();
    }

    private void assertSettled(JourneyId one, String... answers) {
        await().atMost(SOON).untilAsserted(() -> assertThat(states(one)).containsExactly(answers));
    }

    /** The answer of each command that is done, the state of any other. */
    private List<String> states(JourneyId one) {
        return database.sql("""
                        select if(state = 'DONE', answer, state) from engine_command
                        where journey_id = :journey order by seq
                        """)
                .param("journey", one.value())
                .query(String.class)
                .list();
    }
}
