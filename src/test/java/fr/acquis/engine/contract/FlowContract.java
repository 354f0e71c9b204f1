package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the token moves. */
abstract class FlowContract extends Contract {

    @Test
    void a_parallel_gateway_opens_every_branch_and_waits_for_all() {
        String id = unique("parallel");
        deploy(process(id)
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("a", task -> task.zeebeJobType(id + "a"))
                .parallelGateway("join")
                .serviceTask("end", task -> task.zeebeJobType(id + "end"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("b", task -> task.zeebeJobType(id + "b"))
                .connectTo("join")
                .done());
        start(id);
        ActivatedJob b = take(id + "b");
        complete(take(id + "a"));
        nobodyFinds(id + "end");
        complete(b);
        assertThat(take(id + "end").getElementId()).isEqualTo("end");
    }

    @Test
    void an_exclusive_gateway_takes_the_branch_whose_condition_holds_and_else_the_default() {
        String id = unique("exclusive");
        deploy(process(id)
                .startEvent()
                .exclusiveGateway("choice")
                .defaultFlow()
                .endEvent("small", end -> end.zeebeOutputExpression("\"small\"", "taken"))
                .moveToNode("choice")
                .conditionExpression("amount > 100")
                .endEvent("large", end -> end.zeebeOutputExpression("\"large\"", "taken"))
                .done());
        assertThat(run(id, Map.of("amount", 101))).containsEntry("taken", "large");
        assertThat(run(id, Map.of("amount", 100))).containsEntry("taken", "small");
    }

    @Test
    void an_inclusive_gateway_opens_each_branch_whose_condition_holds() {
        String id = unique("inclusive");
        deploy(process(id)
                .startEvent()
                .inclusiveGateway("choice")
                .conditionExpression("x > 1")
                .serviceTask("a", task -> task.zeebeJobType(id + "a"))
                .endEvent()
                .moveToNode("choice")
                .conditionExpression("x > 2")
                .serviceTask("b", task -> task.zeebeJobType(id + "b"))
                .endEvent()
                .moveToNode("choice")
                .conditionExpression("x > 3")
                .serviceTask("c", task -> task.zeebeJobType(id + "c"))
                .endEvent()
                .done());
        start(id, Map.of("x", 3));
        take(id + "a");
        take(id + "b");
        nobodyFinds(id + "c");
    }

    @Test
    void an_event_based_gateway_goes_on_with_the_first_event_and_forgets_the_others() {
        String id = unique("events");
        deploy(process(id)
                .startEvent()
                .eventBasedGateway("wait")
                .intermediateCatchEvent(
                        "answered",
                        event -> event.message(
                                message -> message.name(id + "answer").zeebeCorrelationKeyExpression("key")))
                .serviceTask("a", task -> task.zeebeJobType(id + "answered"))
                .endEvent()
                .moveToNode("wait")
                .intermediateCatchEvent("late", event -> event.timerWithDuration("P60D"))
                .serviceTask("b", task -> task.zeebeJobType(id + "late"))
                .endEvent()
                .done());
        start(id, Map.of("key", id));
        publish(id + "answer", id, Map.of());
        take(id + "answered");
        cluster.advance(java.time.Duration.ofDays(61));
        nobodyFinds(id + "late");
    }

    @Test
    void a_terminate_end_event_ends_what_still_runs_beside_it() {
        String id = unique("terminate");
        deploy(process(id)
                .startEvent()
                .parallelGateway("fork")
                .serviceTask("slow", task -> task.zeebeJobType(id + "slow"))
                .endEvent()
                .moveToNode("fork")
                .serviceTask("quick", task -> task.zeebeJobType(id + "quick"))
                .endEvent("stop", end -> end.terminate())
                .done());
        start(id);
        ActivatedJob slow = take(id + "slow");
        complete(take(id + "quick"));
        refused(Status.Code.NOT_FOUND, () -> complete(slow), "no such job was found");
    }

    @Test
    void a_call_activity_hands_variables_down_and_takes_results_back() {
        String child = unique("child");
        String parent = unique("parent");
        deploy(process(child)
                .startEvent()
                .endEvent("end", end -> end.zeebeOutputExpression("given * 2", "doubled"))
                .done());
        deploy(process(parent)
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(child).zeebeInputExpression("amount", "given"))
                .endEvent()
                .done());
        assertThat(run(parent, Map.of("amount", 21))).containsEntry("doubled", 42);
    }

    @Test
    void a_cancelled_parent_takes_its_called_child_with_it() {
        String child = unique("child");
        String parent = unique("parent");
        deploy(process(child)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(child))
                .endEvent()
                .done());
        deploy(process(parent)
                .startEvent()
                .callActivity("call", call -> call.zeebeProcessId(child))
                .endEvent()
                .done());
        long instance = start(parent);
        ActivatedJob job = take(child);
        assertThat(job.getProcessInstanceKey()).isNotEqualTo(instance);
        camunda.newCancelInstanceCommand(instance).send().join();
        refused(Status.Code.NOT_FOUND, () -> complete(job));
    }

    @Test
    void a_signal_reaches_everyone_who_waits_for_it() {
        String id = unique("signal");
        deploy(process(id)
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.signal(id))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        List<Long> instances = List.of(start(id), start(id));
        camunda.newBroadcastSignalCommand()
                .signalName(id)
                .variables(Map.of("said", "yes"))
                .send()
                .join();
        List<ActivatedJob> jobs = take(id, 2);
        assertThat(jobs).extracting(ActivatedJob::getProcessInstanceKey).hasSameElementsAs(instances);
        assertThat(jobs).allSatisfy(job -> assertThat(job.getVariablesAsMap()).containsEntry("said", "yes"));
    }

    @Test
    void compensation_undoes_what_was_done() {
        String id = unique("compensate");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "book",
                        task -> task.zeebeJobType(id + "book")
                                .boundaryEvent("undo")
                                .compensation(undo -> undo.serviceTask("unbook").zeebeJobType(id + "unbook")))
                .endEvent("back", end -> end.compensateEventDefinition())
                .done());
        start(id);
        complete(take(id + "book"));
        assertThat(take(id + "unbook").getElementId()).isEqualTo("unbook");
    }
}
