package fr.acquis.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.ParkReason;
import fr.acquis.workflow.RoutingFacts;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.engine.CommandAnswer.Note;
import fr.acquis.workflow.engine.CommandAnswer.Parked;
import fr.acquis.workflow.engine.CommandAnswer.Settled;
import fr.acquis.workflow.engine.CommandAnswer.TryAgain;
import fr.acquis.workflow.store.PendingCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Tag("fast")
class AnswerTableTest {

    private static final EngineCommand PUBLISH =
            new EngineCommand.Publish("name", "key", "id", RoutingFacts.of(Map.of()));
    private static final EngineCommand COMPLETE = new EngineCommand.CompleteTask(1, RoutingFacts.of(Map.of()));

    private final WorkflowSettings settings = new Binder(new MapConfigurationPropertySource(
                    Map.of("acquis.engine.grpc", "http://localhost:1", "acquis.engine.rest", "http://localhost:2")))
            .bind("acquis.engine", WorkflowSettings.class)
            .get();
    private final Backoff backoff = new Backoff(settings.backoff(), new Random(7));
    private final AnswerTable table = new AnswerTable(settings, backoff);

    @Test
    void what_is_done_is_settled() {
        assertThat(read(COMPLETE, Reply.OK)).isEqualTo(new Settled(Note.ACCEPTED));
        assertThat(read(COMPLETE, Reply.NOT_FOUND)).isEqualTo(new Settled(Note.GONE));
        assertThat(read(PUBLISH, Reply.ALREADY_EXISTS)).isEqualTo(new Settled(Note.REPEATED));
    }

    @Test
    void what_can_never_succeed_is_parked() {
        assertThat(read(PUBLISH, Reply.INVALID)).isEqualTo(new Parked(ParkReason.INVALID));
        assertThat(read(PUBLISH, Reply.FORBIDDEN)).isEqualTo(new Parked(ParkReason.FORBIDDEN));
        assertThat(read(PUBLISH, Reply.TOO_LARGE)).isEqualTo(new Parked(ParkReason.TOO_LARGE));
        assertThat(read(COMPLETE, Reply.NOT_SUPPORTED)).isEqualTo(new Parked(ParkReason.NOT_SUPPORTED));
        assertThat(read(COMPLETE, Reply.DENIED)).isEqualTo(new Parked(ParkReason.DENIED));
        assertThat(read(PUBLISH, Reply.NOT_FOUND)).isEqualTo(new Parked(ParkReason.UNKNOWN_ANSWER));
    }

    @Test
    void what_may_pass_is_tried_again() {
        for (Reply reply : new Reply[] {Reply.UNAUTHENTICATED, Reply.BUSY, Reply.UNAVAILABLE}) {
            assertThat(read(PUBLISH, reply)).isInstanceOf(TryAgain.class);
            assertThat(read(COMPLETE, reply)).isInstanceOf(TryAgain.class);
        }
    }

    @Test
    void a_task_being_created_is_waited_for_and_then_parked() {
        assertThat(table.read(pending(COMPLETE, Duration.ofSeconds(29)), Reply.WRONG_STATE))
                .isInstanceOf(TryAgain.class);
        assertThat(table.read(pending(COMPLETE, Duration.ofSeconds(30)), Reply.WRONG_STATE))
                .isEqualTo(new Parked(ParkReason.WRONG_STATE));
    }

    @Test
    void a_message_is_not_repeated_once_its_repetition_could_not_be_told() {
        assertThat(table.read(pending(PUBLISH, Duration.ofHours(24)), Reply.UNAVAILABLE))
                .isEqualTo(new Parked(ParkReason.RETRY_WINDOW_PASSED));
        assertThat(table.read(pending(COMPLETE, Duration.ofDays(9)), Reply.UNAVAILABLE))
                .isInstanceOf(TryAgain.class);
    }

    @Test
    void pauses_double_up_to_their_most_and_differ() {
        Duration most = Duration.ofSeconds(30);
        for (int attempt = 0; attempt < 100; attempt++) {
            long whole = Math.min(most.toMillis(), 100L << Math.min(attempt, 20));
            assertThat(backoff.after(attempt, most).toMillis()).isBetween(whole / 2, whole);
        }
        assertThat(backoff.after(5, most)).isNotEqualTo(backoff.after(5, most));
    }

    private CommandAnswer read(EngineCommand command, Reply reply) {
        return table.read(pending(command, Duration.ZERO), reply);
    }

    private static PendingCommand pending(EngineCommand command, Duration tryingFor) {
        return new PendingCommand(JourneyId.create(), 1, command, 3, tryingFor);
    }
}
