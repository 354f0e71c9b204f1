package fr.acquis.worklist.work;

import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.store.CaseWords;
import fr.acquis.worklist.store.Changes;
import fr.acquis.worklist.store.ViewRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the list needs besides: words for cases that were here before it knew them, and nothing kept longer than useful. */
@Component
class WorklistUpkeep {

    private static final int BATCH = 200;
    private static final Duration SEARCHES_KEPT = Duration.ofDays(7);
    private static final Duration NEWS_KEPT = Duration.ofHours(1);

    private final CaseWords words;
    private final ViewRows views;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WorklistUpkeep(CaseWords words, ViewRows views, Changes changes, TransactionTemplate transaction, Clock clock) {
        this.words = words;
        this.views = views;
        this.changes = changes;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT15S")
    @SchedulerLock(name = "worklist-upkeep")
    void forget() {
        views.forgetSearchesBefore(clock.instant().minus(SEARCHES_KEPT));
        changes.forgetBefore(clock.instant().minus(NEWS_KEPT));
    }

    /** Once per start: new cases are introduced as they come. */
    @Async
    @EventListener(ApplicationReadyEvent.class)
    @SchedulerLock(name = "worklist-strangers")
    public void introduceStrangers() {
        List<JourneyId> strangers;
        do {
            strangers = words.strangers(BATCH);
            List<JourneyId> batch = strangers;
            transaction.executeWithoutResult(status -> batch.forEach(words::introduce));
        } while (strangers.size() == BATCH);
    }
}
