package fr.acquis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the engine has told its clients, kept outside of it: what it acknowledged it has to keep, once. Every instance
 * carries a number that no other attempt carries, so that a doubled one shows.
 */
final class Journal {

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, Long> instanceSeen = new ConcurrentHashMap<>();
    private final Map<Integer, Long> jobSeen = new ConcurrentHashMap<>();
    private final Set<Integer> done = ConcurrentHashMap.newKeySet();
    private final Set<String> violations = ConcurrentHashMap.newKeySet();

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    void created(int number, long instance) {
        acknowledged.put(number, instance);
        sameAs(instanceSeen, number, instance, "instances");
    }

    /** A job may be handed out again until its completion is acknowledged, never as another job, never afterwards. */
    void handedOut(int number, long instance, long job) {
        sameAs(instanceSeen, number, instance, "instances");
        sameAs(jobSeen, number, job, "jobs");
        if (done.contains(number)) {
            violations.add("work " + number + " was handed out after its completion was acknowledged");
        }
    }

    void completed(int number) {
        done.add(number);
    }

    private void sameAs(Map<Integer, Long> seen, int number, long key, String what) {
        Long before = seen.putIfAbsent(number, key);
        if (before != null && before != key) {
            violations.add("work %d has two %s, %d and %d".formatted(number, what, before, key));
        }
    }

    int size() {
        return acknowledged.size();
    }

    /** Of a completion that a kill left unanswered nobody knows; that a job came at all is known for each instance. */
    boolean allHandedOut() {
        return jobSeen.keySet().containsAll(acknowledged.keySet());
    }

    void holds() {
        assertThat(violations).as("what the engine must not do").isEmpty();
        assertThat(acknowledged).as("acknowledged instances").isNotEmpty();
        assertThat(jobSeen.keySet()).as("work that came").containsAll(acknowledged.keySet());
        assertThat(done).as("completions that were acknowledged").isNotEmpty();
        assertThat(new HashSet<>(acknowledged.values()))
                .as("a key of its own for each instance")
                .hasSameSizeAs(acknowledged.values());
    }
}
