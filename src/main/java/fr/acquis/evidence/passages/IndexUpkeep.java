package fr.acquis.evidence.passages;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceRead;
import fr.acquis.evidence.EvidenceWithdrawn;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.passages.PassageIndex.Piece;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.TextRows;
import fr.acquis.shared.JourneyId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings the index in step with the database, a case at a time, on one thread and never on a request's. An event is a hint only:
 * what was missed is found when somebody looks, what was withdrawn elsewhere within the hour.
 */
@Component
public class IndexUpkeep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final int AT_ONCE = 500;

    /** Documents of a case are mostly sent together, and go in together. */
    private static final long GATHERING_IN_MILLIS = 500;

    private final PassageIndex index;
    private final EvidenceRows rows;
    private final TextRows texts;
    private final Set<JourneyId> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("evidence-passages").daemon().factory());

    IndexUpkeep(PassageIndex index, EvidenceRows rows, TextRows texts) {
        this.index = index;
        this.rows = rows;
        this.texts = texts;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Whether a piece has words to be found by. */
    public static boolean readable(Evidence piece) {
        return piece.opens()
                && !piece.kind().identityDocument()
                && piece.current().reading().state() == ReadingState.READ;
    }

    /**
     * How many of these pieces are not in the index yet; they soon will be.
     *
     * @param pieces of the case, all that the reader sees
     */
    public int behind(JourneyId journey, Collection<Evidence> pieces) {
        Set<Piece> missing = wanted(pieces);
        missing.removeAll(index.pieces(journey));
        if (!missing.isEmpty()) {
            bringUp(journey);
        }
        return missing.size();
    }

    @EventListener
    void on(EvidenceRead event) {
        afterCommit(event.journey());
    }

    @EventListener
    void on(EvidenceWithdrawn event) {
        afterCommit(event.journey());
    }

    /** Not kept for a later start, as events of more weight are: what is missed here is found anyway. */
    private void afterCommit(JourneyId journey) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bringUp(journey);
            }
        });
    }

    private void bringUp(JourneyId journey) {
        if (asked.add(journey)) {
            thread.schedule(
                    () -> {
                        asked.remove(journey);
                        inStep(journey);
                    },
                    GATHERING_IN_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void inStep(JourneyId journey) {
        try {
            Set<Piece> there = index.pieces(journey);
            Set<Piece> wanted = wanted(rows.all(journey));
            Set<Piece> gone = without(there, wanted);
            Set<Piece> missing = without(wanted, there);
            gone.forEach(index::remove);
            missing.forEach(piece -> index.add(journey, piece, texts.whole(piece.evidence(), piece.version())));
            if (!gone.isEmpty()) {
                index.forget();
            } else if (!missing.isEmpty()) {
                index.show();
            }
        } catch (RuntimeException later) {
            log.warn("the passages of {} could not be indexed now: {}", journey, later.toString());
        }
    }

    /** What a death takes of the last minute is made again when somebody looks. */
    @Scheduled(fixedDelayString = "PT1M")
    void keep() {
        thread.execute(() -> {
            try {
                index.keep();
            } catch (RuntimeException later) {
                log.warn("the index of passages could not be kept now: {}", later.toString());
            }
        });
    }

    /** Takes out what no longer stands: withdrawn through another instance, erased, set apart as an identity document. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void takeOut() {
        thread.execute(() -> {
            try {
                List<Piece> all = index.all();
                boolean gone = false;
                for (int at = 0; at < all.size(); at += AT_ONCE) {
                    List<Piece> some = all.subList(at, Math.min(all.size(), at + AT_ONCE));
                    Set<Piece> dead = without(new HashSet<>(some), standing(some));
                    dead.forEach(index::remove);
                    gone |= !dead.isEmpty();
                }
                if (gone) {
                    index.forget();
                }
            } catch (RuntimeException later) {
                log.warn("the index of passages could not be compared now: {}", later.toString());
            }
        });
    }

    private Set<Piece> standing(List<Piece> pieces) {
        return texts.standing(pieces.stream().map(Piece::evidence).toList()).stream()
                .map(text -> new Piece(text.evidence(), text.version()))
                .collect(Collectors.toSet());
    }

    private static Set<Piece> wanted(Collection<Evidence> pieces) {
        return pieces.stream()
                .filter(IndexUpkeep::readable)
                .map(piece -> new Piece(piece.id(), piece.current().number()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<Piece> without(Set<Piece> all, Set<Piece> some) {
        Set<Piece> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Override
    public void destroy() throws InterruptedException {
        // Not interrupted: a thread stopped within Lucene closes the files it holds.
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
