package fr.acquis.mortal;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What people were told is done, kept outside of the product: it must be there, once. */
final class Ledger {

    /** What a person asked for. */
    enum Act {
        ATTACH,
        SUBMIT,
        ADMIT,
        REFUSE,
        ASK_COMPLETION,
        COMPLETE,
        ABANDON
    }

    /** @param detail a file's hash for {@link Act#ATTACH} */
    record Entry(String journey, Act act, String detail) {}

    private final Queue<Entry> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    void acknowledged(String journey, Act act, String detail) {
        acknowledged.add(new Entry(journey, act, detail));
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    List<Entry> entries() {
        return List.copyOf(acknowledged);
    }

    int clicksWithoutAnswer() {
        return unanswered.get();
    }
}
