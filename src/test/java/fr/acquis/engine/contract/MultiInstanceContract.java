package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One step for each of several. */
abstract class MultiInstanceContract extends Contract {

    @Test
    void each_element_gets_its_own_run_and_the_results_keep_their_order() {
        String id = unique("each");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "vote",
                        task -> task.zeebeJobType(id)
                                .multiInstance(each -> each.parallel()
                                        .zeebeInputCollectionExpression("jurors")
                                        .zeebeInputElement("juror")
                                        .zeebeOutputCollection("votes")
                                        .zeebeOutputElementExpression("vote")))
                .serviceTask("count", task -> task.zeebeJobType(id + "count"))
                .endEvent()
                .done());
        start(id, Map.of("jurors", List.of("a", "b", "c")));
        for (ActivatedJob job : take(id, 3).reversed()) {
            complete(job, Map.of("vote", job.getVariablesAsMap().get("juror") + "!"));
        }
        assertThat(take(id + "count").getVariablesAsMap()).containsEntry("votes", List.of("a!", "b!", "c!"));
    }

    @Test
    void one_after_the_other_means_the_next_begins_when_the_last_is_done() {
        String id = unique("sequence");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "step",
                        task -> task.zeebeJobType(id)
                                .multiInstance(each -> each.sequential()
                                        .zeebeInputCollectionExpression("[1, 2]")
                                        .zeebeInputElement("number")))
                .endEvent()
                .done());
        start(id);
        ActivatedJob first = take(id);
        nobodyFinds(id);
        complete(first);
        assertThat(take(id).getVariablesAsMap()).containsEntry("number", 2);
    }

    @Test
    void an_interrupting_boundary_ends_all_runs_at_once() {
        String id = unique("enough");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "vote",
                        task -> task.zeebeJobType(id)
                                .multiInstance(each -> each.parallel()
                                        .zeebeInputCollectionExpression("[1, 2, 3]")
                                        .zeebeInputElement("juror")))
                .boundaryEvent(
                        "closed",
                        event -> event.cancelActivity(true)
                                .message(m -> m.name(id).zeebeCorrelationKeyExpression("key")))
                .serviceTask("after", task -> task.zeebeJobType(id + "after"))
                .endEvent()
                .moveToActivity("vote")
                .endEvent()
                .done());
        start(id, Map.of("key", "k"));
        List<ActivatedJob> votes = take(id, 3);
        complete(votes.getFirst());
        publish(id, "k", Map.of());
        take(id + "after");
        refused(Status.Code.NOT_FOUND, () -> complete(votes.get(1)));
        refused(Status.Code.NOT_FOUND, () -> complete(votes.get(2)));
    }

    @Test
    void a_completion_condition_ends_the_rest() {
        String id = unique("quorum");
        deploy(process(id)
                .startEvent()
                .serviceTask(
                        "vote",
                        task -> task.zeebeJobType(id)
                                .multiInstance(each -> each.parallel()
                                        .zeebeInputCollectionExpression("[1, 2, 3]")
                                        .zeebeInputElement("juror")
                                        .completionCondition("=numberOfCompletedInstances >= 2")))
                .serviceTask("after", task -> task.zeebeJobType(id + "after"))
                .endEvent()
                .done());
        start(id);
        List<ActivatedJob> votes = take(id, 3);
        complete(votes.get(0));
        complete(votes.get(1));
        take(id + "after");
        refused(Status.Code.NOT_FOUND, () -> complete(votes.get(2)));
    }
}
