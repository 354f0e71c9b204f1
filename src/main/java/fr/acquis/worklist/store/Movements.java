package fr.acquis.worklist.store;

import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts and tells what a transaction moved. Both are written just before it commits, in one order: counters are locked for
 * an instant, and two transactions never wait for each other crosswise.
 */
@Component
class Movements {

    /** What open pages are told of a row. */
    enum What {
        NEW,
        TAKEN,
        FREED,
        CHANGED,
        GONE
    }

    private static final int SLOTS = 8;

    private final JdbcClient database;
    private final CurrentPerson current;
    private final Clock clock;

    Movements(JdbcClient database, CurrentPerson current, Clock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    /** Notes a move; either side is null where there was, or is, no row. */
    void moved(@Nullable Place before, @Nullable Place after, What what) {
        Noted noted = (Noted) TransactionSynchronizationManager.getResource(this);
        if (noted == null) {
            noted = new Noted();
            TransactionSynchronizationManager.bindResource(this, noted);
            TransactionSynchronizationManager.registerSynchronization(noted);
        }
        noted.add(before, -1);
        noted.add(after, 1);
        noted.news.add(new News(after == null ? before : after, what));
    }

    private record News(Place place, What what) {}

    private record Key(UUID owner, Role audience, boolean unheld) {}

    private final class Noted implements TransactionSynchronization {

        private final SortedMap<Key, Integer> counts = new TreeMap<>(
                Comparator.comparing(Key::owner).thenComparing(Key::audience).thenComparing(Key::unheld));
        private final List<News> news = new ArrayList<>();

        void add(@Nullable Place place, int one) {
            if (place == null || !place.open()) {
                return;
            }
            counts.merge(new Key(place.queue(), place.audience(), place.holder() == null), one, Integer::sum);
            if (place.holder() != null) {
                counts.merge(new Key(place.holder(), place.audience(), false), one, Integer::sum);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            counts.values().removeIf(n -> n == 0);
            if (!counts.isEmpty()) {
                count(counts);
            }
            Instant now = clock.instant();
            UUID by = current.find().map(SignedIn::id).map(id -> id.value()).orElse(null);
            news.forEach(one -> tell(one, by, now));
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Movements.this);
        }
    }

    /** All in one statement; its rows are locked in the order they are given in. */
    private void count(SortedMap<Key, Integer> counts) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("slot", ThreadLocalRandom.current().nextInt(SLOTS));
        List<String> rows = new ArrayList<>();
        counts.forEach((key, n) -> {
            int row = rows.size();
            rows.add("(:owner%1$d, :audience%1$d, :unheld%1$d, :slot, :n%1$d)".formatted(row));
            parameters.put("owner" + row, key.owner());
            parameters.put("audience" + row, key.audience().name());
            parameters.put("unheld" + row, key.unheld());
            parameters.put("n" + row, n);
        });
        database.sql("insert into worklist_counter (owner_id, audience, unheld, slot, n) values "
                        + String.join(", ", rows)
                        + " on duplicate key update n = n + values(n)")
                .params(parameters)
                .update();
    }

    private void tell(News one, @Nullable UUID by, Instant now) {
        Place place = one.place();
        database.sql("""
                        insert into worklist_change
                            (at, certifying_body_id, task_id, queue_id, audience, holder_id, by_id, what)
                        values (:at, :body, :task, :queue, :audience, :holder, :by, :what)
                        """)
                .param("at", now)
                .param("body", place.body())
                .param("task", place.task())
                .param("queue", place.queue())
                .param("audience", place.audience().name())
                .param("holder", place.holder())
                .param("by", by)
                .param("what", one.what().name())
                .update();
    }
}
