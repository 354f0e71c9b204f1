package fr.acquis.support.work;

import fr.acquis.support.CheckIns;
import fr.acquis.support.SessionReminders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What time asks for in a support: the reminder of a session, the question how it goes. Each in a transaction of its own. */
@Component
class SupportSweep {

    private static final Logger log = LoggerFactory.getLogger(SupportSweep.class);
    private static final int AT_ONCE = 200;

    private final SessionReminders reminders;
    private final CheckIns checkIns;
    private final Clock clock;

    SupportSweep(SessionReminders reminders, CheckIns checkIns, Clock clock) {
        this.reminders = reminders;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT40S")
    @SchedulerLock(name = "support-sweep", lockAtMostFor = "PT30M")
    void sweep() {
        Instant now = clock.instant();
        each(reminders.due(now, AT_ONCE), reminders::remind);
        each(checkIns.due(now, AT_ONCE), id -> checkIns.ask(id, now));
    }

    private static <T> void each(List<T> due, Consumer<T> step) {
        for (T one : due) {
            try {
                step.accept(one);
            } catch (RuntimeException failed) {
                log.warn("something of a support could not be told, it is tried again", failed);
            }
        }
    }
}
