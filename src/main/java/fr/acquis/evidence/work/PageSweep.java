package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.ViewerSettings;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.ObjectStore.StoredObject;
import fr.acquis.evidence.store.PageRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps drawn pages within their bound, and nothing of a piece that went: all of it can be drawn again. */
@Service
public class PageSweep {

    private static final Duration SETTLED = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final Pattern KEY = Pattern.compile("pages/([0-9a-f-]{36})/([0-9]+)/([0-9]+)\\..*");

    private final PageRows rows;
    private final ObjectStore store;
    private final ViewerSettings settings;
    private final Clock clock;

    PageSweep(PageRows rows, ObjectStore store, ViewerSettings settings, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
    @SchedulerLock(name = "evidence-page-sweep", lockAtMostFor = "PT1H")
    void sweepHourly() {
        shed(settings.kept().toBytes());
        deleteStrays(clock.instant().minus(SETTLED));
    }

    /** Forgets what was looked at longest ago until the rest weighs no more than this. */
    public void shed(long kept) {
        List<String> keys = rows.shed(kept, AT_ONCE);
        while (!keys.isEmpty()) {
            keys.forEach(store::delete);
            keys = rows.shed(kept, AT_ONCE);
        }
    }

    /** Drawings no row knows: their drawer or the deletion of their piece was interrupted. */
    void deleteStrays(Instant before) {
        Iterator<StoredObject> objects = store.list("pages/");
        while (objects.hasNext()) {
            StoredObject object = objects.next();
            Matcher key = KEY.matcher(object.key());
            boolean known = key.matches()
                    && rows.find(
                                    new EvidenceId(UUID.fromString(key.group(1))),
                                    Integer.parseInt(key.group(2)),
                                    Integer.parseInt(key.group(3)))
                            .isPresent();
            if (!known && object.modified().isBefore(before)) {
                store.delete(object.key());
            }
        }
    }
}
