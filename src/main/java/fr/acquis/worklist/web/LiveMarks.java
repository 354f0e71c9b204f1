package fr.acquis.worklist.web;

import fr.acquis.identity.SignedIn;
import fr.acquis.worklist.store.Changes;
import fr.acquis.worklist.store.Changes.Change;
import fr.acquis.worklist.store.Changes.Listener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages which of their rows moved. One question a second to the database for all pages of this replica, none when
 * no page is open; an idle page costs a heartbeat every 25 s and no thread. A page that does not read is left behind.
 */
@Component
class LiveMarks {

    private static final long LIFETIME = Duration.ofMinutes(30).toMillis();
    private static final int MOST = 1_000;

    /** Numbers are given before their transaction commits: a lower one may come to light after a higher one. */
    private static final long LOOK_BACK = 500;

    private final Changes changes;
    private final Set<Page> pages = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TreeSet<Long> told = new TreeSet<>();
    private long floor = -1;

    LiveMarks(Changes changes) {
        this.changes = changes;
    }

    private record Page(SseEmitter emitter, Listener listener, AtomicBoolean busy) {}

    /** What a page is told: ids and a name the reader may know; no content. */
    record News(String task, String what, @Nullable String by) {}

    SseEmitter open(SignedIn reader) {
        SseEmitter emitter = new SseEmitter(LIFETIME);
        Page page = new Page(emitter, changes.listener(reader), new AtomicBoolean());
        Runnable forget = () -> pages.remove(page);
        emitter.onCompletion(forget);
        emitter.onTimeout(emitter::complete);
        emitter.onError(failed -> forget.run());
        pages.add(page);
        send(page, List.of());
        return emitter;
    }

    int listening() {
        return pages.size();
    }

    @Scheduled(fixedDelayString = "PT1S")
    synchronized void tell() {
        if (pages.isEmpty()) {
            floor = -1;
            return;
        }
        if (floor < 0) {
            begin();
            return;
        }
        List<Change> fresh = changes.after(Math.max(0, floor - LOOK_BACK), MOST).stream()
                .filter(change -> change.seq() > floor || !told.contains(change.seq()))
                .filter(change -> told.add(change.seq()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        floor = Math.max(floor, fresh.getLast().seq());
        told.headSet(floor - 2 * LOOK_BACK).clear();
        for (Page page : pages) {
            List<News> news = fresh.stream()
                    .filter(change ->
                            page.listener().hears(change) && !page.listener().did(change))
                    .map(change -> new News(change.task().toString(), change.what(), change.byName()))
                    .toList();
            if (!news.isEmpty()) {
                send(page, news);
            }
        }
    }

    /** The page just opened shows what was there. */
    private void begin() {
        floor = changes.last();
        told.clear();
        changes.after(Math.max(0, floor - LOOK_BACK), MOST).forEach(change -> told.add(change.seq()));
    }

    /** Keeps the way open, and finds out which pages are gone. */
    @Scheduled(fixedRateString = "PT25S", initialDelayString = "PT25S")
    void heartbeat() {
        pages.forEach(page -> send(page, List.of()));
    }

    private void send(Page page, List<News> news) {
        if (!page.busy().compareAndSet(false, true)) {
            return;
        }
        threads.submit(() -> {
            try {
                page.emitter()
                        .send(
                                news.isEmpty()
                                        ? SseEmitter.event().comment("")
                                        : SseEmitter.event().name("rows").data(Map.of("rows", news)));
            } catch (IOException | IllegalStateException gone) {
                pages.remove(page);
            } finally {
                page.busy().set(false);
            }
        });
    }

    /** Before the server waits for its requests to end: these would never. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        pages.forEach(page -> page.emitter().complete());
        threads.shutdown();
    }
}
