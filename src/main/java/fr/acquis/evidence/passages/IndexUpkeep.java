package fr.acquis.evidence.passages;

import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceWithdrawn;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.passages.PassageIndex.Piece;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.TextRows;
import fr.acquis.shared.JourneyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 * Brings the index in step with the database, a case at a time, on one thread and never on a request's: when somebody looks, and
 * not before, since most pieces are read long before their case is looked through, or never are. What was withdrawn here goes at
 * once, what was withdrawn elsewhere within the hour.
 */
@Component
public class IndexUpkeep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);
    private static final int AT_ONCE = 500;

    /** Most cases are in long before; of a longer one, whoever looks is told that more will come. */
    private static final long PATIENCE_IN_MILLIS = 1_000;

    private final PassageIndex index;
    private final EvidenceRows rows;
    private final TextRows texts;
    private final Map<JourneyId, Future<?>> asked = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("evidence-passages").daemon().factory());

    IndexUpkeep(PassageIndex index, EvidenceRows rows, TextRows texts) {
        this.index = index;
        this.rows = rows;
        this.texts = texts;
    }

    /** Whether a piece has words to be found by. */
    public static boolean readable(Evidence piece) {
        return piece.opens()
                && !piece.kind().identityDocument()
                && piece.current().reading().state() == ReadingState.READ;
    }

    /**
     * Before these pieces are looked through: how many of them are not in the index even after a moment; they soon will be.
     *
     * @param pieces of the case, all that the reader sees
     */
    public int behind(JourneyId journey, Collection<Evidence> pieces) {
        Set<Piece> wanted = wanted(pieces);
        Set<Piece> missing = without(wanted, index.pieces(journey));
        if (missing.isEmpty()) {
            return 0;
        }
        await(journey);
        return without(wanted, index.pieces(journey)).size();
    }

    private void await(JourneyId journey) {
        try {
            asked.computeIfAbsent(journey, this::bringUp).get(PATIENCE_IN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException later) {
            log.debug("the passages of {} are not all indexed yet", journey);
        } catch (ExecutionException failed) {
            log.warn(
                    "the passages of {} could not be indexed now: {}",
                    journey,
                    failed.getCause().toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<?> bringUp(JourneyId journey) {
        return thread.submit(() -> {
            asked.remove(journey);
            inStep(journey);
        });
    }

    /** Not kept for a later start, as events of more weight are: what is missed here is found within the hour. */
    @EventListener
    void on(EvidenceWithdrawn event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                run("taken out of", () -> takeOut(event.journey()));
            }
        });
    }

    private void run(String what, Runnable work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException later) {
                    log.warn("passages could not be {} the index now: {}", what, later.toString());
                }
            });
        } catch (RejectedExecutionException stopping) {
            log.debug("passages are not {} the index any more: the application stops", what);
        }
    }

    private void inStep(JourneyId journey) {
        Set<Piece> there = index.pieces(journey);
        Set<Piece> wanted = wanted(rows.all(journey));
        Set<Piece> missing = without(wanted, there);
        missing.forEach(piece -> index.add(journey, piece, texts.whole(piece.evidence(), piece.version())));
        if (!missing.isEmpty()) {
            index.show();
        }
        remove(without(there, wanted));
    }

    private void takeOut(JourneyId journey) {
        Set<Piece> there = index.pieces(journey);
        if (!there.isEmpty()) {
            remove(without(there, wanted(rows.all(journey))));
        }
    }

    private void remove(Collection<Piece> gone) {
        if (!gone.isEmpty()) {
            gone.forEach(index::remove);
            index.forget();
        }
    }

    /** What a death takes of the last minute is made again when somebody looks. */
    @Scheduled(fixedDelayString = "PT1M")
    void keep() {
        run("kept in", index::keep);
    }

    /** Takes out what no longer stands: withdrawn through another instance, erased, set apart as an identity document. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void takeOut() {
        run("compared with", () -> {
            List<Piece> all = index.all();
            List<Piece> dead = new ArrayList<>();
            for (int at = 0; at < all.size(); at += AT_ONCE) {
                List<Piece> some = all.subList(at, Math.min(all.size(), at + AT_ONCE));
                dead.addAll(without(new HashSet<>(some), standing(some)));
            }
            remove(dead);
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
