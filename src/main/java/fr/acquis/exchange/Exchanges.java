package fr.acquis.exchange;

import fr.acquis.exchange.Seats.Seat;
import fr.acquis.exchange.store.DraftRows;
import fr.acquis.exchange.store.MessageRows;
import fr.acquis.exchange.store.ReaderRows;
import fr.acquis.exchange.store.ThreadRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written about cases, as the signed-in person reads it. */
@Service
@Transactional
public class Exchanges {

    public static final int LONGEST = 5_000;

    private final Seats seats;
    private final MessageRows messages;
    private final MessageFiles files;
    private final ReaderRows readers;
    private final ThreadRows threads;
    private final DraftRows drafts;
    private final CurrentPerson current;
    private final ExchangeSettings settings;
    private final Clock clock;

    Exchanges(
            Seats seats,
            MessageRows messages,
            MessageFiles files,
            ReaderRows readers,
            ThreadRows threads,
            DraftRows drafts,
            CurrentPerson current,
            ExchangeSettings settings,
            Clock clock) {
        this.seats = seats;
        this.messages = messages;
        this.files = files;
        this.readers = readers;
        this.threads = threads;
        this.drafts = drafts;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One page of what is written, in its order.
     *
     * @param more whether older ones are there
     * @param readUntil what the reader had before them until now; null when nothing
     */
    public record Page(
            Seat seat,
            List<Message> messages,
            boolean more,
            @Nullable MessageId readUntil) {

        public boolean isNew(Message message) {
            return !message.author().equals(seat.person().id())
                    && (readUntil == null || message.id().value().compareTo(readUntil.value()) > 0);
        }
    }

    public enum Shown {
        /** The candidate waits for a word. */
        AWAITING,
        ALL
    }

    @Transactional(readOnly = true)
    public Page page(JourneyId id, Message.Kind kind, @Nullable MessageId before, int most) {
        Seat seat = seats.mine(id, kind);
        List<Message> found = messages.before(id, kind, seat.side() == Side.ADVISER, before, most + 1);
        boolean more = found.size() > most;
        return new Page(
                seat,
                files.on(more ? found.subList(1, found.size()) : found),
                more,
                readers.of(id, kind, seat.person().id()).readUntil());
    }

    /** The reader has what is written before them, up to that one. */
    public void read(JourneyId id, Message.Kind kind, MessageId until) {
        Seat seat = seats.mine(id, kind);
        readers.read(id, kind, seat.person().id(), until);
    }

    /** Whether the author may still correct it or take it back. */
    public boolean changeable(Message message, Seat seat) {
        return message.author().equals(seat.person().id())
                && !message.withdrawn()
                && clock.instant().isBefore(until(message));
    }

    public Instant until(Message message) {
        return message.writtenAt().plus(settings.window());
    }

    /** What waits to be read on a case, by kind. */
    @Transactional(readOnly = true)
    public Map<Message.Kind, Integer> unread(JourneyId id) {
        return readers.unread(id, current.get().id());
    }

    /** In how many cases something waits to be read. */
    @Transactional(readOnly = true)
    public long unread() {
        return current.find().map(me -> readers.unread(me.id())).orElse(0L);
    }

    /** Threads of the cases the signed-in person reads. */
    @Transactional(readOnly = true)
    public List<ThreadRows.Line> threads(Shown shown, ThreadRows.@Nullable After after, int most) {
        SignedIn me = current.get();
        if (answers(me)) {
            return shown == Shown.AWAITING
                    ? threads.awaiting(me.certifyingBody(), me.id(), after, most)
                    : threads.ofBody(me.certifyingBody(), me.id(), after, most);
        }
        return me.is(Role.ADVISER)
                ? threads.ofAdviser(me.id(), after, most)
                : threads.ofCandidate(me.id(), after, most);
    }

    /** Whether they answer in the body's name. */
    public static boolean answers(SignedIn person) {
        return person.certifyingBody() != null && (person.is(Role.AGENT) || person.is(Role.MANAGER));
    }

    /** Since when the candidate waits for a word of the body. */
    @Transactional(readOnly = true)
    public Optional<Instant> awaitsSince(JourneyId id) {
        return threads.awaitsSince(id);
    }

    public void keepDraft(JourneyId id, Message.Kind kind, String text) {
        Seat seat = seats.mine(id, kind);
        if (text.isBlank()) {
            drafts.forget(id, seat.person().id(), kind);
        } else {
            String kept = text.substring(0, Math.min(text.length(), 2 * LONGEST));
            drafts.keep(id, seat.person().id(), kind, kept, clock.instant());
        }
    }

    @Transactional(readOnly = true)
    public Optional<DraftRows.Draft> draft(JourneyId id, Message.Kind kind) {
        return drafts.find(id, seats.mine(id, kind).person().id(), kind);
    }
}
