package fr.acquis.evidence.work;

import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.ObjectStore.StoredObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Keeps objects and rows in step: an object older than an hour without a row is deleted, a row without its object is reported.
 * Rows are verified in turn, those verified longest ago first.
 */
@Service
public class StoreSweep {

    private static final Logger log = LoggerFactory.getLogger(StoreSweep.class);
    private static final Duration SETTLED = Duration.ofHours(1);
    private static final int BATCH = 500;
    private static final int ROWS_AT_ONCE = 1_000;

    /** More orphans than this, and than a tenth of all, look like a foreign bucket or an old backup: nothing is deleted. */
    private static final int SUSPICIOUS = 100;

    private final ObjectStore store;
    private final JdbcClient database;
    private final Clock clock;

    StoreSweep(ObjectStore store, JdbcClient database, Clock clock) {
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    @SchedulerLock(name = "evidence-store-sweep", lockAtMostFor = "PT2H")
    void sweepHourly() {
        sweep();
    }

    /** One pass; what it did and what it found wrong. */
    public Findings sweep() {
        return sweep(clock.instant());
    }

    /** @param now what is an hour older than this has settled */
    public Findings sweep(Instant now) {
        int deleted = deleteOrphans(now.minus(SETTLED));
        List<String> missing = missingObjects(now);
        missing.forEach(finding -> log.error("object store: {}", finding));
        return new Findings(deleted, missing);
    }

    private int deleteOrphans(Instant before) {
        List<String> orphans = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int seen = 0;
        Iterator<StoredObject> objects = store.list("journeys/");
        while (objects.hasNext()) {
            StoredObject object = objects.next();
            seen++;
            if (object.modified().isBefore(before)) {
                batch.add(object.key());
            }
            if (batch.size() == BATCH || !objects.hasNext()) {
                orphans.addAll(withoutRow(batch));
                batch.clear();
            }
        }
        if (orphans.size() > SUSPICIOUS && orphans.size() > seen / 10) {
            log.error(
                    "{} of {} objects have no row: nothing is deleted, look at bucket and backup",
                    orphans.size(),
                    seen);
            return 0;
        }
        orphans.forEach(store::delete);
        if (!orphans.isEmpty()) {
            log.info("{} objects without a row are gone", orphans.size());
        }
        return orphans.size();
    }

    private List<String> withoutRow(List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<String> known = new HashSet<>(
                database.sql("""
                        select object_key from evidence_version
                        where object_key in (:keys) and content_erased_at is null
                        """).param("keys", keys).query(String.class).list());
        return keys.stream().filter(key -> !known.contains(key)).toList();
    }

    private List<String> missingObjects(Instant now) {
        List<Expected> rows = database.sql("""
                        select object_key, size from evidence_version
                        where content_erased_at is null and stored_at < :before
                        order by object_verified_at limit :most
                        """)
                .param("before", now.minus(SETTLED))
                .param("most", ROWS_AT_ONCE)
                .query((row, n) -> new Expected(row.getString("object_key"), row.getLong("size")))
                .list();
        List<String> findings = new ArrayList<>();
        for (Expected row : rows) {
            OptionalLong size = store.size(row.key());
            if (size.isEmpty()) {
                findings.add(row.key() + " has a row and no object");
            } else if (size.getAsLong() != row.size()) {
                findings.add("%s has %d bytes, its row says %d".formatted(row.key(), size.getAsLong(), row.size()));
            }
            database.sql("update evidence_version set object_verified_at = :now where object_key = :key")
                    .param("now", now)
                    .param("key", row.key())
                    .update();
        }
        return findings;
    }

    /** @param wrong rows whose object is missing or of another size, in words */
    public record Findings(int orphansDeleted, List<String> wrong) {}

    private record Expected(String key, long size) {}
}
