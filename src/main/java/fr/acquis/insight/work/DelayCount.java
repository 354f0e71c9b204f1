package fr.acquis.insight.work;

import fr.acquis.insight.Span;
import fr.acquis.insight.store.DelayCounts;
import fr.acquis.journey.LegalClock;
import java.time.Clock;
import java.time.YearMonth;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the counted delays true: every month a reader can ask for is counted again when something was added to it. */
@Component
public class DelayCount {

    private final DelayCounts counts;
    private final Clock clock;

    DelayCount(DelayCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2M", initialDelayString = "PT15S")
    @SchedulerLock(name = "insight-delay-count", lockAtMostFor = "PT30M")
    void countNow() {
        count();
    }

    public void count() {
        YearMonth present = YearMonth.from(clock.instant().atZone(LegalClock.ZONE));
        for (int back = Span.TWO_YEARS.months() - 1; back >= 0; back--) {
            refresh(present.minusMonths(back));
        }
    }

    private void refresh(YearMonth month) {
        String stamp = counts.stamp(month);
        if (!counts.counted(month).filter(stamp::equals).isPresent()) {
            counts.count(month, stamp, clock.instant());
        }
    }
}
