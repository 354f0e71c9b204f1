package fr.acquis.livret2.work;

import fr.acquis.evidence.EvidenceWithdrawn;
import fr.acquis.livret2.Deposit;
import fr.acquis.livret2.FileMaking;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A withdrawn piece leaves the files it was put in, even after the deposit: the person it is about comes first. */
@Component
public class FilesMadeAgain {

    private static final Logger log = LoggerFactory.getLogger(FilesMadeAgain.class);
    private static final int AT_ONCE = 20;

    private final FileMaking making;
    private final TransactionTemplate transaction;

    FilesMadeAgain(FileMaking making, TransactionTemplate transaction) {
        this.making = making;
        this.transaction = transaction;
    }

    @ApplicationModuleListener
    void on(EvidenceWithdrawn event) {
        making.withdrawn(event.journey(), event.evidence());
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    @SchedulerLock(name = "livret2-files-made-again", lockAtMostFor = "PT1H")
    public void makeAgain() {
        for (Deposit deposit : making.toMakeAgain(AT_ONCE)) {
            try {
                FileMaking.Made made = making.make(deposit);
                transaction.executeWithoutResult(status -> making.keep(deposit, made));
            } catch (RuntimeException failed) {
                // The file stays withheld, and the next round tries again.
                log.warn("a file with a withdrawn piece could not be made again now", failed);
            }
        }
    }
}
