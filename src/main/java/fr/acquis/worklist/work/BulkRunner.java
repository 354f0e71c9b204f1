package fr.acquis.worklist.work;

import fr.acquis.identity.OnBehalf;
import fr.acquis.worklist.Bulk;
import fr.acquis.worklist.store.BulkRows;
import fr.acquis.worklist.store.BulkRows.Waiting;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work on many rows: some per transaction, each with its answer in the same transaction as what was done. A worker
 * that dies leaves its lease; another goes on with the rows that have no answer.
 */
@Component
class BulkRunner {

    private static final Logger log = LoggerFactory.getLogger(BulkRunner.class);

    private static final int CHUNK = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final BulkRows rows;
    private final BulkVerbs verbs;
    private final OnBehalf onBehalf;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    BulkRunner(BulkRows rows, BulkVerbs verbs, OnBehalf onBehalf, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.verbs = verbs;
        this.onBehalf = onBehalf;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT0.5S", initialDelayString = "PT2S")
    void takeUp() {
        Instant now = clock.instant();
        rows.free(now).stream()
                .filter(id -> rows.lease(id, now, now.plus(LEASE)))
                .forEach(id -> threads.submit(() -> run(id)));
    }

    private void run(UUID id) {
        try {
            Bulk bulk = rows.find(id).orElseThrow();
            boolean known = onBehalf.during(bulk.person(), () -> chunks(bulk));
            if (!known) {
                log.warn("bulk {} is not done: its author's account is closed", id);
                transaction.executeWithoutResult(status -> rows.finish(id, clock.instant()));
            }
        } catch (RuntimeException stopped) {
            log.warn("bulk {} stopped, its lease will run out", id, stopped);
        }
    }

    private void chunks(Bulk bulk) {
        while (!threads.isShutdown()) {
            int treated = chunk(bulk, CHUNK);
            if (treated == 0) {
                transaction.executeWithoutResult(status -> rows.finish(bulk.id(), clock.instant()));
                return;
            }
        }
    }

    /** Together if all goes well; one by one if one of them does not. */
    private int chunk(Bulk bulk, int size) {
        try {
            return treat(bulk, size, null);
        } catch (RuntimeException one) {
            log.info("bulk {}: a row failed ({}), going on one by one", bulk.id(), one.toString());
            int treated = 0;
            for (int n = 0; n < size; n++) {
                treated += single(bulk);
            }
            return treated;
        }
    }

    private int single(Bulk bulk) {
        try {
            return treat(bulk, 1, null);
        } catch (RuntimeException failed) {
            log.warn("bulk {}: a row could not be treated", bulk.id(), failed);
            return treat(bulk, 1, "worklist.refused.bulk-failed");
        }
    }

    /** @param refusal the answer without trying; null to try */
    private int treat(Bulk bulk, int size, @Nullable String refusal) {
        return transaction.execute(status -> {
            List<Waiting> waiting = rows.waiting(bulk.id(), size);
            int refused = 0;
            for (Waiting row : waiting) {
                Optional<String> answer = refusal == null ? verbs.apply(bulk, row.task()) : Optional.of(refusal);
                rows.answer(bulk.id(), row.position(), answer.orElse(null));
                refused += answer.isPresent() ? 1 : 0;
            }
            rows.count(
                    bulk.id(),
                    waiting.size() - refused,
                    refused,
                    clock.instant().plus(LEASE));
            return waiting.size();
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
        threads.close();
    }
}
