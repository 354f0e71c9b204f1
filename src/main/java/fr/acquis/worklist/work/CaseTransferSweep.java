package fr.acquis.worklist.work;

import fr.acquis.worklist.CaseTransfers;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cases planned to change teams do so when their day comes; each in a transaction of its own. */
@Component
public class CaseTransferSweep {

    private static final Logger log = LoggerFactory.getLogger(CaseTransferSweep.class);
    private static final int AT_ONCE = 200;

    private final CaseTransfers transfers;

    CaseTransferSweep(CaseTransfers transfers) {
        this.transfers = transfers;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT50S")
    @SchedulerLock(name = "case-transfers", lockAtMostFor = "PT30M")
    void sweepRegularly() {
        sweep();
    }

    public void sweep() {
        for (UUID due : transfers.due(AT_ONCE)) {
            try {
                transfers.fallDue(due);
            } catch (RuntimeException failed) {
                log.warn("the transfer {} could not be done, it is tried again", due, failed);
            }
        }
    }
}
