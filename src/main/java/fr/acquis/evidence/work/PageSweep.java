package fr.acquis.evidence.work;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.ViewerSettings;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.ObjectStore.StoredObject;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.store.PageRows.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
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
        long over = rows.weight() - kept;
        while (over > 0) {
            PageRows.Shed shed = rows.shed(over, AT_ONCE);
            if (shed.keys().isEmpty()) {
                return;
            }
            shed.keys().forEach(store::delete);
            over -= shed.bytes();
        }
    }

    /** Drawings no row knows: their drawer or the deletion of their piece was interrupted. */
    void deleteStrays(Instant before) {
        Iterator<StoredObject> objects = store.list("pages/");
        EvidenceId piece = null;
        Set<Place> known = Set.of();
        while (objects.hasNext()) {
            StoredObject object = objects.next();
            Matcher key = KEY.matcher(object.key());
            if (!object.modified().isBefore(before)) {
                continue;
            }
            if (!key.matches()) {
                store.delete(object.key());
                continue;
            }
            EvidenceId of = new EvidenceId(UUID.fromString(key.group(1)));
            if (!of.equals(piece)) {
                // Objects come in the order of their keys: a piece is asked about once.
                piece = of;
                known = rows.places(of);
            }
            Place place = new Place(of, Integer.parseInt(key.group(2)), Integer.parseInt(key.group(3)));
            if (!known.contains(place)) {
                store.delete(object.key());
            }
        }
    }
}
