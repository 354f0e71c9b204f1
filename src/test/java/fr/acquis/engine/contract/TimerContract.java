package fr.acquis.engine.contract;

import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What time does by itself; it is moved, never waited for. */
abstract class TimerContract extends Contract {

    @Test
    void a_timer_fires_once_its_duration_is_over_and_not_before() {
        String id = unique("duration");
        deploy(process(id)
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDuration("P60D"))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        start(id);
        cluster.advance(Duration.ofDays(59));
        nobodyFinds(id);
        cluster.advance(Duration.ofDays(2));
        take(id);
    }

    @Test
    void a_timer_fires_at_the_instant_a_variable_gives() {
        String id = unique("date");
        deploy(process(id)
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDateExpression("due"))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        String due = cluster.now().plus(Duration.ofDays(30)).toString();
        start(id, Map.of("due", due));
        cluster.advance(Duration.ofDays(29));
        nobodyFinds(id);
        cluster.advance(Duration.ofDays(2));
        take(id);
    }

    @Test
    void an_instant_in_the_past_fires_at_once() {
        String id = unique("past");
        deploy(process(id)
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDateExpression("due"))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        start(id, Map.of("due", "2020-02-29T12:00:00+01:00"));
        take(id);
    }

    @Test
    void a_cycle_starts_a_process_as_often_as_it_says() {
        String id = unique("cycle");
        deploy(process(id)
                .startEvent("every")
                .timerWithCycle("R3/PT1H")
                .serviceTask("work", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        for (int round = 0; round < 3; round++) {
            cluster.advance(Duration.ofMinutes(61));
            take(id);
        }
        cluster.advance(Duration.ofHours(5));
        nobodyFinds(id);
    }

    @Test
    void a_non_interrupting_timer_reminds_again_and_again_while_the_work_waits() {
        String id = unique("remind");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id + "work"))
                .boundaryEvent("remind", event -> event.cancelActivity(false).timerWithCycle("R/P7D"))
                .serviceTask("reminder", task -> task.zeebeJobType(id + "reminder"))
                .endEvent()
                .moveToActivity("work")
                .endEvent()
                .done());
        start(id);
        ActivatedJob work = take(id + "work");
        cluster.advance(Duration.ofDays(8));
        complete(take(id + "reminder"));
        cluster.advance(Duration.ofDays(7));
        complete(take(id + "reminder"));
        complete(work);
    }

    @Test
    void an_interrupting_timer_takes_the_work_away() {
        String id = unique("deadline");
        deploy(process(id)
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType(id + "work"))
                .boundaryEvent("deadline", event -> event.timerWithDuration("P60D"))
                .serviceTask("late", task -> task.zeebeJobType(id + "late"))
                .endEvent()
                .moveToActivity("work")
                .endEvent()
                .done());
        start(id);
        ActivatedJob work = take(id + "work");
        cluster.advance(Duration.ofDays(61));
        take(id + "late");
        refused(Status.Code.NOT_FOUND, () -> complete(work));
    }
}
