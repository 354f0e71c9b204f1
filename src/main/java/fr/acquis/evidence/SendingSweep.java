package fr.acquis.evidence;

import fr.acquis.evidence.store.PartStore;
import fr.acquis.evidence.store.SendingRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Forgets files of which nothing more came for days, parts and all. */
@Service
public class SendingSweep {

    private static final Logger log = LoggerFactory.getLogger(SendingSweep.class);
    private static final int BATCH = 200;

    /** A row that is to name its parts does so at once, or its writer died before. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private final SendingRows sendings;
    private final SendingKeeper keeper;
    private final PartStore parts;
    private final SendingSettings settings;
    private final Clock clock;

    SendingSweep(SendingRows sendings, SendingKeeper keeper, PartStore parts, SendingSettings settings, Clock clock) {
        this.sendings = sendings;
        this.keeper = keeper;
        this.parts = parts;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT12M")
    @SchedulerLock(name = "evidence-sending-sweep", lockAtMostFor = "PT1H")
    void sweepHourly() {
        sweep(clock.instant());
    }

    /** @return how many were forgotten */
    public int sweep(Instant now) {
        var over = sendings.over(now, BATCH);
        over.forEach(keeper::forget);
        parts.deleteRestsBefore(now.minus(settings.keep()));
        giveUpUnknownParts(now.minus(SETTLED));
        if (!over.isEmpty()) {
            log.info("{} files that never came whole are gone", over.size());
        }
        return over.size();
    }

    private void giveUpUnknownParts(Instant before) {
        parts.unfinished().stream()
                .filter(one -> one.begun().isBefore(before) && !sendings.goesOnIn(one.multipart()))
                .forEach(one -> parts.abandon(one.key(), one.multipart()));
    }
}
