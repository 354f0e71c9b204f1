package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.CorrelateMessageResponse;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said to a process from outside. */
abstract class MessageContract extends Contract {

    private static BpmnModelInstance waiting(String id) {
        return process(id)
                .startEvent()
                .intermediateCatchEvent(
                        "wait", event -> event.message(m -> m.name(id).zeebeCorrelationKeyExpression("key")))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done();
    }

    private static BpmnModelInstance startedBy(String id) {
        return process(id)
                .startEvent("start")
                .message(id)
                .serviceTask("work", task -> task.zeebeJobType(id))
                .endEvent()
                .done();
    }

    @Test
    void a_message_starts_a_process_with_its_variables() {
        String id = unique("start");
        deploy(startedBy(id));
        publish(id, "", Map.of("name", "Ada"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("name", "Ada");
    }

    @Test
    void while_an_instance_with_the_same_key_lives_a_second_start_message_waits() {
        String id = unique("once");
        deploy(startedBy(id));
        publish(id, "journey-1", Map.of("number", 1));
        ActivatedJob first = take(id);
        publish(id, "journey-1", Map.of("number", 2));
        publish(id, "journey-2", Map.of("number", 3));
        assertThat(take(id).getVariablesAsMap()).containsEntry("number", 3);
        nobodyFinds(id);
        complete(first);
        assertThat(take(id).getVariablesAsMap()).containsEntry("number", 2);
    }

    @Test
    void a_published_message_waits_for_the_process_as_long_as_it_lives() {
        String id = unique("buffered");
        deploy(waiting(id));
        publish(id, "k", Map.of("said", "before"));
        start(id, Map.of("key", "k"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("said", "before");
    }

    @Test
    void a_message_whose_time_is_over_is_gone() {
        String id = unique("expired");
        deploy(waiting(id));
        camunda.newPublishMessageCommand()
                .messageName(id)
                .correlationKey("k")
                .timeToLive(Duration.ofMinutes(5))
                .send()
                .join();
        cluster.advance(Duration.ofMinutes(6));
        start(id, Map.of("key", "k"));
        publish(id, "k", Map.of("said", "later"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("said", "later");
    }

    @Test
    void a_message_that_does_not_live_at_all_reaches_only_who_waits_now() {
        String id = unique("unbuffered");
        deploy(waiting(id));
        camunda.newPublishMessageCommand()
                .messageName(id)
                .correlationKey("k")
                .timeToLive(Duration.ZERO)
                .variables(Map.of("said", "too early"))
                .send()
                .join();
        start(id, Map.of("key", "k"));
        publish(id, "k", Map.of("said", "in time"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("said", "in time");
    }

    @Test
    void a_message_id_is_taken_once_while_the_message_lives() {
        String id = unique("dedupe");
        Runnable publish = () -> camunda.newPublishMessageCommand()
                .messageName(id)
                .correlationKey("k")
                .messageId("m-1")
                .timeToLive(Duration.ofMinutes(5))
                .send()
                .join();
        publish.run();
        refused(Status.Code.ALREADY_EXISTS, publish::run, "with id 'm-1'", "already published");
        cluster.advance(Duration.ofMinutes(6));
        await().ignoreExceptions().until(() -> {
            publish.run();
            return true;
        });
    }

    @Test
    void correlating_tells_which_instance_took_the_message() {
        String id = unique("correlate");
        deploy(waiting(id));
        long instance = start(id, Map.of("key", "k"));
        CorrelateMessageResponse taken = camunda.newCorrelateMessageCommand()
                .messageName(id)
                .correlationKey("k")
                .variables(Map.of("said", "now"))
                .send()
                .join();
        assertThat(taken.getProcessInstanceKey()).isEqualTo(instance);
        assertThat(taken.getTenantId()).isEqualTo("<default>");
        assertThat(take(id).getVariablesAsMap()).containsEntry("said", "now");
    }

    @Test
    void correlating_with_nobody_is_refused_and_nothing_is_kept() {
        String id = unique("nobody");
        deploy(waiting(id));
        refused(
                404,
                "NOT_FOUND",
                () -> camunda.newCorrelateMessageCommand()
                        .messageName(id)
                        .correlationKey("k")
                        .send()
                        .join());
        start(id, Map.of("key", "k"));
        publish(id, "k", Map.of("said", "later"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("said", "later");
    }

    @Test
    void a_non_interrupting_message_boundary_adds_work_without_taking_any() {
        String id = unique("boundary");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id + "work"))
                .boundaryEvent(
                        "told",
                        event -> event.cancelActivity(false)
                                .message(m -> m.name(id).zeebeCorrelationKeyExpression("key")))
                .serviceTask("extra", task -> task.zeebeJobType(id + "extra"))
                .endEvent()
                .moveToActivity("work")
                .endEvent()
                .done());
        start(id, Map.of("key", "k"));
        ActivatedJob work = take(id + "work");
        publish(id, "k", Map.of());
        publish(id, "k", Map.of());
        take(id + "extra", 2);
        complete(work);
    }

    @Test
    void an_interrupting_event_subprocess_ends_everything_else_in_its_scope() {
        String id = unique("withdrawn");
        deploy(process(id)
                .eventSubProcess(
                        "withdrawal",
                        sub -> sub.startEvent("withdrawn")
                                .interrupting(true)
                                .message(m -> m.name(id).zeebeCorrelationKeyExpression("key"))
                                .serviceTask("close", task -> task.zeebeJobType(id + "close"))
                                .endEvent())
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id + "work"))
                .endEvent()
                .done());
        start(id, Map.of("key", "k"));
        ActivatedJob work = take(id + "work");
        publish(id, "k", Map.of("reason", "moved away"));
        assertThat(take(id + "close").getVariablesAsMap()).containsEntry("reason", "moved away");
        refused(Status.Code.NOT_FOUND, () -> complete(work));
    }
}
