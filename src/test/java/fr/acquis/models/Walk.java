package fr.acquis.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** One journey walked through the models: what its workers answer, what people do, what came of it. */
final class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Object> NOTHING = Map.of();

    /** A job as it reached its worker. */
    record Asked(String type, String element, Map<String, Object> variables, Map<String, String> headers) {}

    /** A human task as its listener told of it. */
    record Opened(String element, long key, String due, Map<String, Object> variables) {}

    private final WalkedEngine engine;
    private final String journeyId = UUID.randomUUID().toString();
    private final Map<String, Queue<Supplier<Map<String, Object>>>> answers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> usual = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Opened> opened = new CopyOnWriteArrayList<>();
    private final List<String> cancelled = new CopyOnWriteArrayList<>();

    Walk(WalkedEngine engine) {
        this.engine = engine;
    }

    String journeyId() {
        return journeyId;
    }

    /** What a job type answers every time, unless told otherwise for once. */
    Walk usually(String jobType, Map<String, Object> variables) {
        usual.put(jobType, variables);
        return this;
    }

    /** What a job type answers the next time it is asked. */
    Walk next(String jobType, Map<String, Object> variables) {
        answers.computeIfAbsent(jobType, type -> new ConcurrentLinkedQueue<>()).add(() -> variables);
        return this;
    }

    Map<String, Object> answerTo(ActivatedJob job) {
        switch (job.getType()) {
            case "worklist-created" -> opened.add(opened(job));
            case "worklist-cancelled" -> cancelled.add(job.getElementId());
            default ->
                asked.add(
                        new Asked(job.getType(), job.getElementId(), job.getVariablesAsMap(), job.getCustomHeaders()));
        }
        Queue<Supplier<Map<String, Object>>> once = answers.get(job.getType());
        Supplier<Map<String, Object>> answer = once == null ? null : once.poll();
        return answer == null ? usual.getOrDefault(job.getType(), NOTHING) : answer.get();
    }

    private static Opened opened(ActivatedJob job) {
        return new Opened(
                job.getElementId(),
                job.getUserTask().getUserTaskKey(),
                job.getUserTask().getDueDate() == null
                        ? ""
                        : job.getUserTask().getDueDate().toInstant().toString(),
                job.getVariablesAsMap());
    }

    /** Starts one phase by itself, as the journey calls it. */
    Walk enter(String process, Map<String, Object> variables) {
        Map<String, Object> given = new HashMap<>(Map.of("journeyId", journeyId, "attempt", 1));
        given.putAll(variables);
        engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(given)
                .send()
                .join();
        return this;
    }

    /** Publishes a message of this journey as the outbox does: it waits, and is not lost. */
    void publish(String message, Map<String, Object> variables) {
        publish(message, journeyId, variables);
    }

    void publish(String message, String correlationKey, Map<String, Object> variables) {
        engine.client()
                .newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .timeToLive(Duration.ofDays(1))
                .variables(variables)
                .send()
                .join();
    }

    /** The task of this element, once its listener has told of it for the nth time. */
    Opened task(String element, int times) {
        waitUntil(element, () -> opened(element).size() >= times);
        return opened(element).get(times - 1);
    }

    Opened task(String element) {
        return task(element, 1);
    }

    void complete(String element, Map<String, Object> facts) {
        complete(task(element), facts);
    }

    /** A completion in the instant of creation is refused with 409 and tried again, as the outbox does. */
    void complete(Opened task, Map<String, Object> facts) {
        waitUntil("completion of " + task.element(), () -> {
            try {
                engine.client()
                        .newCompleteUserTaskCommand(task.key())
                        .variables(facts)
                        .send()
                        .join();
                return true;
            } catch (ProblemException refused) {
                if (refused.code() == 409) {
                    return false;
                }
                throw refused;
            }
        });
    }

    /** Waits until a job of this type has reached its worker so many times. */
    List<Asked> asked(String jobType, int times) {
        waitUntil(jobType, () -> asked(jobType).size() >= times);
        return asked(jobType);
    }

    List<Asked> asked(String jobType) {
        return asked.stream().filter(job -> job.type().equals(jobType)).toList();
    }

    List<String> opened() {
        return opened.stream().map(Opened::element).toList();
    }

    List<String> cancelled() {
        return cancelled;
    }

    /** Waits until the engine's account of this journey says so. */
    void until(Predicate<EngineRecords> holds) {
        waitUntil("what was waited for", () -> holds.test(engine.records().of(journeyId)));
    }

    /** Waits until nothing of this journey runs any more, and says what happened. */
    EngineRecords ended() {
        Map<String, EngineRecords> last = new HashMap<>();
        waitUntil("the end of the journey", () -> {
            EngineRecords records = engine.records().of(journeyId);
            assertThat(records.incidents()).isEmpty();
            last.put(journeyId, records);
            return records.isQuiet();
        });
        return last.get(journeyId);
    }

    List<Opened> opened(String element) {
        return opened.stream().filter(task -> task.element().equals(element)).toList();
    }

    /** What is waited for in vain is explained by the engine's incidents, if it has any. */
    private void waitUntil(String what, Callable<Boolean> holds) {
        try {
            await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(holds);
        } catch (ConditionTimeoutException inVain) {
            assertThat(engine.records().incidents()).as(what).isEmpty();
            throw inVain;
        }
    }
}
