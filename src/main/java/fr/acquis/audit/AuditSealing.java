package fr.acquis.audit;

import fr.acquis.audit.store.AuditSeals;
import java.time.Clock;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chains the heads of all chains that grew, every ten minutes, on one replica. */
@Service
public class AuditSealing {

    private final AuditSeals seals;
    private final Clock clock;

    AuditSealing(AuditSeals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @SchedulerLock(name = "audit-sealing")
    @Transactional
    public void seal() {
        seals.seal(clock.instant());
    }
}
