package fr.acquis.exchange;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.exchange.Message.JoinedFile;
import fr.acquis.exchange.Seats.Seat;
import fr.acquis.exchange.store.FileRows;
import fr.acquis.exchange.store.MessageRows;
import fr.acquis.journey.Journey;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files joined to messages. Each is a piece of the case: checked, scanned, read and erased like any other; read here by those
 * who read the message. Notes have none: a piece of the case is the candidate’s to see.
 */
@Service
public class MessageFiles {

    /** So many to one message. */
    public static final int MOST = 10;

    private final Seats seats;
    private final FileRows rows;
    private final MessageRows messages;
    private final Evidences evidences;
    private final Audit audit;
    private final Clock clock;

    MessageFiles(Seats seats, FileRows rows, MessageRows messages, Evidences evidences, Audit audit, Clock clock) {
        this.seats = seats;
        this.rows = rows;
        this.messages = messages;
        this.evidences = evidences;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes a file in; it waits with the draft of the signed-in person's next message. Not inside a transaction: a large file
     * would hold it open.
     *
     * @param content opened once more when the case holds the same content already
     * @throws RefusedFile when it is not acceptable
     */
    public void join(JourneyId id, String fileName, String declaredType, InputStreamSource content, long size) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        requireWriting(seat.journey());
        if (rows.awaiting(id, seat.person().id()).size() >= MOST) {
            throw tooMany();
        }
        rows.await(id, seat.person().id(), taken(seat, fileName, declaredType, content, size), clock.instant());
    }

    /**
     * Takes a file in for a message of the signed-in person that is about to be written, beside no draft.
     *
     * @throws RefusedFile when it is not acceptable
     */
    public EvidenceId take(JourneyId id, String fileName, String declaredType, InputStreamSource content, long size) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        requireWriting(seat.journey());
        return taken(seat, fileName, declaredType, content, size);
    }

    public static BusinessRefusal tooMany() {
        return new BusinessRefusal(Kind.CONFLICT, "exchange.refused.too-many-files", MOST);
    }

    private EvidenceId taken(Seat seat, String fileName, String declaredType, InputStreamSource content, long size) {
        Journey journey = seat.journey();
        try (InputStream stream = content.getInputStream()) {
            return evidences.attach(
                    journey.id(),
                    journey.certifyingBody(),
                    journey.candidate(),
                    EvidenceKind.MESSAGE_FILE,
                    fileName,
                    declaredType,
                    stream,
                    size);
        } catch (RefusedFile refused) {
            if (refused.reason() != RefusedFile.Reason.DUPLICATE) {
                throw refused;
            }
            return twin(seat, content).orElseThrow(() -> refused);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The case holds this content: the candidate may send what is theirs again, anybody what came with a message before. */
    private Optional<EvidenceId> twin(Seat seat, InputStreamSource content) {
        Sha256 hash = hash(content);
        return evidences.held(seat.journey().id()).stream()
                .filter(Evidence::opens)
                .filter(piece -> !piece.kind().identityDocument())
                .filter(piece -> piece.kind() == EvidenceKind.MESSAGE_FILE || seat.side() == Side.CANDIDATE)
                .filter(piece -> piece.current().sha256().equals(hash))
                .map(Evidence::id)
                .findFirst();
    }

    private static Sha256 hash(InputStreamSource content) {
        MessageDigest digest = Sha256.digest();
        try (InputStream stream = new DigestInputStream(content.getInputStream(), digest)) {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Sha256.of(digest);
    }

    /** Takes a file off the draft; the piece goes with it when nothing else holds it and its holder may withdraw it. */
    public void leaveOut(JourneyId id, EvidenceId file, String reason) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        if (rows.drop(id, seat.person().id(), file)) {
            withdraw(id, file, reason);
        }
    }

    /** A message was taken back: its files go too. */
    void withdraw(JourneyId id, EvidenceId file, String reason) {
        boolean ours = evidences
                .find(file)
                .filter(piece -> piece.kind() == EvidenceKind.MESSAGE_FILE && piece.stands())
                .isPresent();
        if (ours && !rows.heldElsewhere(file, id)) {
            evidences.withdraw(file, reason);
        }
    }

    /** What waits with the signed-in person's draft. */
    public List<JoinedFile> waiting(JourneyId id) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        List<EvidenceId> waiting = rows.awaiting(id, seat.person().id());
        return waiting.isEmpty() ? List.of() : shown(waiting, held(id));
    }

    /** The same messages with their files. */
    List<Message> on(List<Message> some) {
        Map<MessageId, List<EvidenceId>> joined =
                rows.of(some.stream().map(Message::id).toList());
        if (joined.isEmpty()) {
            return some;
        }
        Map<EvidenceId, Evidence> held = held(some.getFirst().journey());
        return some.stream()
                .map(message -> message.with(shown(joined.getOrDefault(message.id(), List.of()), held)))
                .toList();
    }

    /** Opens a file of a message the signed-in person reads; a reader who is not the candidate is written to the audit log. */
    @Transactional
    public EvidenceContent open(JourneyId id, MessageId message, EvidenceId file) {
        Seat seat = seats.mine(id, Message.Kind.MESSAGE);
        boolean joined = messages.find(message)
                .filter(one -> one.journey().equals(id) && !one.withdrawn())
                .map(one -> rows.of(List.of(message)).getOrDefault(message, List.of()))
                .filter(files -> files.contains(file))
                .isPresent();
        if (!joined) {
            throw new UnknownEvidence(file);
        }
        if (seat.side() != Side.CANDIDATE) {
            audit.record(
                    id.value(), "read-evidence", Map.of("evidence", file.toString(), "message", message.toString()));
        }
        return evidences.openHeld(file);
    }

    static void requireWriting(Journey journey) {
        if (journey.submittedAt() == null) {
            throw new BusinessRefusal(Kind.CONFLICT, "exchange.refused.not-filed");
        }
    }

    private Map<EvidenceId, Evidence> held(JourneyId id) {
        return evidences.held(id).stream().collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    private static List<JoinedFile> shown(List<EvidenceId> files, Map<EvidenceId, Evidence> held) {
        return files.stream()
                .map(held::get)
                .filter(piece -> piece != null)
                .map(piece -> new JoinedFile(
                        piece.id(),
                        piece.current().fileName(),
                        piece.current().size(),
                        piece.current().scan(),
                        piece.opens()))
                .toList();
    }
}
