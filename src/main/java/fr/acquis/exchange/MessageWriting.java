package fr.acquis.exchange;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.exchange.Seats.Seat;
import fr.acquis.exchange.store.DraftRows;
import fr.acquis.exchange.store.FileRows;
import fr.acquis.exchange.store.MessageRows;
import fr.acquis.exchange.store.ReaderRows;
import fr.acquis.exchange.store.ThreadRows;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.WordReaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of writing. Words once read are never changed behind the reader's back: after the window, one writes again. */
@Service
@Transactional
public class MessageWriting {

    private final Seats seats;
    private final MessageRows messages;
    private final FileRows files;
    private final ReaderRows readers;
    private final ThreadRows threads;
    private final DraftRows drafts;
    private final Audience audience;
    private final Journeys journeys;
    private final CaseMarks marks;
    private final ExchangeSettings settings;
    private final Audit audit;
    private final Clock clock;

    MessageWriting(
            Seats seats,
            MessageRows messages,
            FileRows files,
            ReaderRows readers,
            ThreadRows threads,
            DraftRows drafts,
            Audience audience,
            Journeys journeys,
            CaseMarks marks,
            ExchangeSettings settings,
            Audit audit,
            Clock clock) {
        this.seats = seats;
        this.messages = messages;
        this.files = files;
        this.readers = readers;
        this.threads = threads;
        this.drafts = drafts;
        this.audience = audience;
        this.journeys = journeys;
        this.marks = marks;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sends a message with the files that wait beside it.
     *
     * @throws BusinessRefusal when there are neither words nor files, or too many words
     */
    public MessageId send(JourneyId id, String text) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        boolean bare = files.awaiting(id, seat.person().id()).isEmpty();
        Message message = written(seat, Message.Kind.MESSAGE, checked(text, bare), false);
        files.send(id, seat.person().id(), message.id());
        entered(seat, message);
        return message.id();
    }

    /**
     * Puts into the thread what the signed-in person answered by mail, in the caller's transaction. The draft they have on the page
     * stays, and nothing counts as read: a mail shows no message.
     *
     * @param joined files taken in before
     * @param leftOut names of those that were not
     * @throws BusinessRefusal when there are neither words nor files, or too many words
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public MessageId answerByMail(JourneyId id, String text, List<EvidenceId> joined, List<String> leftOut) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        String words = checked(text, joined.isEmpty());
        Message message = put(seat, Message.Kind.MESSAGE, words, false, true, leftOut);
        joined.forEach(file -> files.join(id, seat.person().id(), file, message.id(), message.writtenAt()));
        entered(seat, message);
        return message.id();
    }

    private void entered(Seat seat, Message message) {
        Journey journey = seat.journey();
        threads.refresh(journey.id(), journey.certifyingBody(), journey.candidate());
        audit.record(journey.id().value(), "write-message", facts(message));
    }

    /** @param adviserReads whether the case's adviser reads it too; an adviser reads their own in any case */
    public MessageId note(JourneyId id, String text, boolean adviserReads) {
        Seat seat = seats.mine(id, Message.Kind.NOTE);
        Message note =
                written(seat, Message.Kind.NOTE, checked(text, true), adviserReads || seat.side() == Side.ADVISER);
        marks.findableBy(seat.journey(), findable(note), note.id().value(), note.text());
        audit.record(id.value(), "write-note", facts(note));
        return note.id();
    }

    private Message written(Seat seat, Message.Kind kind, String text, boolean adviserReads) {
        Message message = put(seat, kind, text, adviserReads, false, List.of());
        drafts.forget(message.journey(), message.author(), kind);
        // Who answers has read what stands before.
        readers.read(message.journey(), kind, message.author(), message.id());
        return message;
    }

    private Message put(
            Seat seat, Message.Kind kind, String text, boolean adviserReads, boolean byMail, List<String> leftOut) {
        Journey journey = journeys.lock(seat.journey().id());
        MessageFiles.requireWriting(journey);
        Instant now = clock.instant();
        Message message = new Message(
                MessageId.create(),
                journey.id(),
                kind,
                seat.person().id(),
                seat.person().displayName(),
                seat.side(),
                adviserReads,
                text,
                now,
                null,
                null,
                byMail,
                List.copyOf(leftOut),
                List.of());
        messages.insert(message);
        audience.of(journey, message)
                .forEach(reader -> readers.arrived(journey.id(), kind, reader, now.plus(settings.window())));
        return message;
    }

    /** @throws BusinessRefusal when the time to do so is over, or it is somebody else's */
    public void correct(JourneyId id, MessageId message, String text) {
        change(id, message, mine -> {
            String words = checked(
                    text,
                    mine.kind() == Message.Kind.NOTE
                            || files.of(List.of(message)).isEmpty());
            messages.correct(message, words, clock.instant());
            if (mine.kind() == Message.Kind.NOTE) {
                marks.findableBy(journeys.get(id), findable(mine), message.value(), words);
            }
            audit.record(id.value(), "correct-message", facts(mine));
        });
    }

    /**
     * Takes back: its words are erased, that something stood there stays.
     *
     * @return the files that were joined to it, for the caller to withdraw outside the transaction
     */
    public List<EvidenceId> withdraw(JourneyId id, MessageId message) {
        Message mine = change(id, message, one -> {
            messages.withdraw(message, clock.instant());
            Journey journey = journeys.get(id);
            audience.of(journey, one).forEach(reader -> readers.takenBack(id, one.kind(), reader, message));
            if (one.kind() == Message.Kind.NOTE) {
                marks.forget(id, findable(one), message.value());
            } else {
                threads.refresh(id, journey.certifyingBody(), journey.candidate());
            }
            audit.record(id.value(), "withdraw-message", facts(one));
        });
        return mine.kind() == Message.Kind.NOTE ? List.of() : files.takeBack(message);
    }

    /** What the candidate wrote last needs no answer. */
    public void settle(JourneyId id) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        if (seat.side() == Side.CANDIDATE) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "exchange.refused.not-yours");
        }
        threads.settle(id, clock.instant());
        audit.record(id.value(), "settle-message", Map.of());
    }

    private Message change(JourneyId id, MessageId message, Consumer<Message> change) {
        journeys.get(id);
        journeys.lock(id);
        Message found = messages.find(message)
                .filter(one -> one.journey().equals(id))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "exchange.refused.unknown"));
        Seat seat = seats.mine(id, found.kind());
        if (!found.author().equals(seat.person().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "exchange.refused.not-yours");
        }
        if (found.withdrawn() || !clock.instant().isBefore(found.writtenAt().plus(settings.window()))) {
            throw new BusinessRefusal(
                    Kind.CONFLICT,
                    "exchange.refused.too-late",
                    settings.window().toMinutes());
        }
        change.accept(found);
        return found;
    }

    private static String checked(String text, boolean required) {
        String words = text.strip().replace("\r\n", "\n");
        if (words.isEmpty() && required) {
            throw new BusinessRefusal(Kind.INVALID, "exchange.refused.empty");
        }
        if (words.length() > Exchanges.LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "exchange.refused.too-long", Exchanges.LONGEST, words.length());
        }
        return words;
    }

    private static WordReaders findable(Message note) {
        return note.adviserReads() ? WordReaders.ADVISERS : WordReaders.BODY;
    }

    private static Map<String, String> facts(Message message) {
        String way = message.byMail() ? "MAIL" : "PAGE";
        return Map.of("message", message.id().toString(), "side", message.side().name(), "way", way);
    }
}
