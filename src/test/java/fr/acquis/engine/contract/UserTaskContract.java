package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.JobKind;
import io.camunda.client.api.search.enums.ListenerEventType;
import io.camunda.zeebe.model.bpmn.builder.UserTaskBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Work for people, as far as the engine knows it. Every task is found by the listener that announces it. */
abstract class UserTaskContract extends Contract {

    private String id;

    /** A started instance at a user task with a creating listener, the rest as the test wants. */
    private ActivatedJob announced(String word, Consumer<UserTaskBuilder> more) {
        id = unique(word);
        deploy(process(id)
                .startEvent()
                .userTask("check", task -> {
                    task.zeebeUserTask()
                            .name("Check the file")
                            .zeebeTaskListener(listener -> listener.creating().type(id + "creating"));
                    more.accept(task);
                })
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        start(id, Map.of("key", id));
        return take(id + "creating");
    }

    private long created(String word, Consumer<UserTaskBuilder> more) {
        ActivatedJob announced = announced(word, more);
        complete(announced);
        return announced.getUserTask().getUserTaskKey();
    }

    /** A task is CREATED an instant after its listener is done: the first command may meet it before. */
    private void complete(long task, Map<String, Object> variables) {
        onceCreated(() -> camunda.newCompleteUserTaskCommand(task)
                .variables(variables)
                .send()
                .join());
    }

    private static void onceCreated(Runnable command) {
        await().atMost(Duration.ofSeconds(5)).pollDelay(Duration.ZERO).until(() -> {
            try {
                command.run();
                return true;
            } catch (ProblemException refusal) {
                if (refusal.code() == 409 && refusal.details().getDetail().contains("is in state 'CREATING'")) {
                    return false;
                }
                throw refusal;
            }
        });
    }

    @Test
    void a_creating_listener_is_told_all_about_the_task() {
        ActivatedJob job = announced(
                "creating",
                task -> task.zeebeCandidateGroups("advisers,managers")
                        .zeebeCandidateUsers("ada")
                        .zeebeDueDate("2031-03-01T10:00:00+01:00")
                        .zeebeTaskPriority("70"));
        assertThat(job.getKind()).isEqualTo(JobKind.TASK_LISTENER);
        assertThat(job.getListenerEventType()).isEqualTo(ListenerEventType.CREATING);
        assertThat(job.getElementId()).isEqualTo("check");
        assertThat(job.getUserTask().getUserTaskKey()).isPositive();
        assertThat(job.getUserTask().getCandidateGroups()).containsExactlyInAnyOrder("advisers", "managers");
        assertThat(job.getUserTask().getCandidateUsers()).containsExactly("ada");
        assertThat(job.getUserTask().getPriority()).isEqualTo(70);
        assertThat(job.getUserTask().getDueDate()).isEqualTo("2031-03-01T10:00:00+01:00");
        assertThat(job.getCustomHeaders())
                .containsEntry(
                        "io.camunda.zeebe:userTaskKey",
                        job.getUserTask().getUserTaskKey().toString());
    }

    @Test
    void what_is_completed_with_goes_on_with_the_process_and_only_once() {
        long task = created("complete", more -> {});
        complete(task, Map.of("decision", "admissible"));
        assertThat(take(id).getVariablesAsMap()).containsEntry("decision", "admissible");
        refused(
                404,
                "NOT_FOUND",
                () -> camunda.newCompleteUserTaskCommand(task).send().join(),
                "Command 'COMPLETE' rejected with code 'NOT_FOUND'");
    }

    @Test
    void a_creating_listener_may_correct_the_task() {
        ActivatedJob announced = announced(
                "corrections",
                more -> more.zeebeTaskListener(listener -> listener.completing().type(id + "completing")));
        camunda.newCompleteCommand(announced)
                .withResult(result -> result.forUserTask()
                        .correctPriority(77)
                        .correctAssignee("grace")
                        .correctCandidateGroups(List.of("jury"))
                        .correctDueDate("2032-01-01T00:00:00Z"))
                .send()
                .join();
        long task = announced.getUserTask().getUserTaskKey();
        CompletableFuture<?> completion = completing(task);
        ActivatedJob seen = take(id + "completing");
        assertThat(seen.getUserTask().getPriority()).isEqualTo(77);
        assertThat(seen.getUserTask().getAssignee()).isEqualTo("grace");
        assertThat(seen.getUserTask().getCandidateGroups()).containsExactly("jury");
        assertThat(seen.getUserTask().getDueDate()).isEqualTo("2032-01-01T00:00:00Z");
        complete(seen);
        assertThat(completion).succeedsWithin(Duration.ofSeconds(5));
    }

    private CompletableFuture<?> completing(long task) {
        return CompletableFuture.runAsync(() -> complete(task, Map.of("said", "yes")));
    }

    @Test
    void a_canceling_listener_runs_when_the_task_is_taken_away() {
        ActivatedJob announced = announced(
                "canceling",
                more -> more.zeebeTaskListener(listener -> listener.canceling().type(id + "canceling")));
        complete(announced);
        long task = announced.getUserTask().getUserTaskKey();
        camunda.newCancelInstanceCommand(announced.getProcessInstanceKey())
                .send()
                .join();
        ActivatedJob job = take(id + "canceling");
        assertThat(job.getListenerEventType()).isEqualTo(ListenerEventType.CANCELING);
        assertThat(job.getUserTask().getUserTaskKey()).isEqualTo(task);
        complete(job);
        await().untilAsserted(() -> refused(
                404,
                "NOT_FOUND",
                () -> camunda.newCompleteUserTaskCommand(task).send().join()));
    }

    @Test
    void a_completion_is_denied_with_the_listeners_reason_and_may_be_tried_again() {
        long task = created(
                "deny",
                more -> more.zeebeTaskListener(listener -> listener.completing().type(id + "completing")));
        CompletableFuture<?> first = completing(task);
        ActivatedJob asked = take(id + "completing");
        assertThat(asked.getVariablesAsMap()).containsEntry("said", "yes");
        camunda.newCompleteCommand(asked)
                .withResult(result -> result.forUserTask().deny(true, "four eyes"))
                .send()
                .join();
        assertThat(first).failsWithin(Duration.ofSeconds(5));
        refusedWith(first, "Reason to deny: 'four eyes'");
        CompletableFuture<?> second = completing(task);
        complete(take(id + "completing"));
        assertThat(second).succeedsWithin(Duration.ofSeconds(5));
        take(id);
    }

    private static void refusedWith(CompletableFuture<?> failed, String words) {
        refused(
                409,
                "INVALID_STATE",
                () -> {
                    try {
                        failed.get(1, TimeUnit.SECONDS);
                    } catch (ExecutionException wrapped) {
                        throw wrapped.getCause();
                    }
                },
                words);
    }

    @Test
    void an_assigning_listener_sees_who_gets_the_task() {
        long task = created(
                "assigning",
                more -> more.zeebeTaskListener(listener -> listener.assigning().type(id + "assigning")));
        CompletableFuture<?> assignment =
                CompletableFuture.runAsync(() -> onceCreated(() -> camunda.newAssignUserTaskCommand(task)
                        .assignee("ada")
                        .action("hand over")
                        .send()
                        .join()));
        ActivatedJob job = take(id + "assigning");
        assertThat(job.getListenerEventType()).isEqualTo(ListenerEventType.ASSIGNING);
        assertThat(job.getUserTask().getAssignee()).isEqualTo("ada");
        assertThat(job.getUserTask().getAction()).isEqualTo("hand over");
        assertThat(job.getUserTask().getChangedAttributes()).containsExactly("assignee");
        complete(job);
        assertThat(assignment).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void an_updating_listener_sees_what_changes() {
        long task = created(
                "updating",
                more -> more.zeebeTaskListener(listener -> listener.updating().type(id + "updating")));
        CompletableFuture<?> update =
                CompletableFuture.runAsync(() -> onceCreated(() -> camunda.newUpdateUserTaskCommand(task)
                        .priority(90)
                        .candidateGroups("jury")
                        .dueDate("2031-05-05T12:00:00Z")
                        .send()
                        .join()));
        ActivatedJob job = take(id + "updating");
        assertThat(job.getListenerEventType()).isEqualTo(ListenerEventType.UPDATING);
        assertThat(job.getUserTask().getChangedAttributes())
                .containsExactlyInAnyOrder("priority", "candidateGroupsList", "dueDate");
        assertThat(job.getUserTask().getPriority()).isEqualTo(90);
        complete(job);
        assertThat(update).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void a_claim_loses_against_an_earlier_one_and_an_assignment_does_not() {
        long task = created("claim", more -> {});
        onceCreated(() -> claim(task, "ada"));
        refused(409, "INVALID_STATE", () -> claim(task, "grace"), "it has already been assigned");
        camunda.newAssignUserTaskCommand(task).assignee("grace").send().join();
        camunda.newUnassignUserTaskCommand(task).send().join();
        claim(task, "ada");
    }

    private void claim(long task, String who) {
        camunda.newAssignUserTaskCommand(task)
                .assignee(who)
                .allowOverride(false)
                .send()
                .join();
    }

    @Test
    void a_linked_form_and_a_reference_to_a_page_are_told() {
        String form = unique("form");
        camunda.newDeployResourceCommand()
                .addResourceStringUtf8(
                        "{\"id\":\"%s\",\"type\":\"default\",\"components\":[]}".formatted(form), form + ".form")
                .send()
                .join();
        ActivatedJob linked = announced("linked", task -> task.zeebeFormId(form));
        assertThat(linked.getUserTask().getFormKey()).isPositive();
        ActivatedJob page = announced("page", task -> task.zeebeExternalFormReference("pages/plan"));
        assertThat(page.getUserTask().getFormKey()).isNull();
    }

    @Test
    void a_task_without_a_listener_worker_stays_undone_and_says_so() {
        ActivatedJob announced = announced("parked", more -> {});
        long task = announced.getUserTask().getUserTaskKey();
        refused(
                409,
                "INVALID_STATE",
                () -> camunda.newCompleteUserTaskCommand(task).send().join(),
                "is in state 'CREATING'");
    }

    @Test
    void a_boundary_timer_on_a_task_cancels_it() {
        id = unique("late");
        deploy(process(id)
                .startEvent()
                .userTask(
                        "check",
                        task -> task.zeebeUserTask()
                                .zeebeTaskListener(
                                        listener -> listener.creating().type(id + "creating")))
                .boundaryEvent("late", event -> event.timerWithDuration("P60D"))
                .serviceTask("tacit", task -> task.zeebeJobType(id + "tacit"))
                .endEvent()
                .moveToActivity("check")
                .endEvent()
                .done());
        start(id);
        ActivatedJob announced = take(id + "creating");
        complete(announced);
        cluster.advance(Duration.ofDays(61));
        take(id + "tacit");
        refused(
                404,
                "NOT_FOUND",
                () -> camunda.newCompleteUserTaskCommand(announced.getUserTask().getUserTaskKey())
                        .send()
                        .join());
    }
}
