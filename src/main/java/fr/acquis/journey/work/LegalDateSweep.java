package fr.acquis.journey.work;

import fr.acquis.journey.Ending;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalDateWatch;
import fr.acquis.journey.LegalDates;
import fr.acquis.journey.store.JourneyLists;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Processes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second net under every legal date: warns the manager as long before as the case’s règlement says, and tells the process that the date is there
 * should its own timer not have asked. A refusal nobody appealed in time ends its case here.
 */
@Component
public class LegalDateSweep {

    private static final int BATCH = 500;

    private final JourneyLists lists;
    private final Journeys journeys;
    private final LegalDates dates;
    private final Processes processes;
    private final ObjectProvider<LegalDateWatch> watches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LegalDateSweep(
            JourneyLists lists,
            Journeys journeys,
            LegalDates dates,
            Processes processes,
            ObjectProvider<LegalDateWatch> watches,
            TransactionTemplate transaction,
            Clock clock) {
        this.lists = lists;
        this.journeys = journeys;
        this.dates = dates;
        this.processes = processes;
        this.watches = watches;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT30S")
    @SchedulerLock(name = "legal-date-sweep")
    public void sweep() {
        Instant now = clock.instant();
        lists.toEscalate(now, BATCH).forEach(this::warn);
        lists.silentBefore(now, BATCH).forEach(this::tell);
        lists.unappealedBefore(now, BATCH).forEach(this::endRefused);
    }

    private void warn(JourneyId id) {
        transaction.executeWithoutResult(status ->
                dates.escalate(id).ifPresent(journey -> watches.forEach(watch -> watch.approaching(journey))));
    }

    private void endRefused(JourneyId id) {
        transaction.executeWithoutResult(status -> journeys.conclude(id, Ending.REFUSED));
    }

    private void tell(JourneyId id) {
        transaction.executeWithoutResult(
                status -> processes.message(id, "legal-date-reached", id.toString(), Map.of()));
    }
}
