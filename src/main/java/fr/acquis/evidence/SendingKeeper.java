package fr.acquis.evidence;

import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.intake.ArrivingHashes;
import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.PartFile;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.PartStore;
import fr.acquis.evidence.store.SendingRows;
import fr.acquis.evidence.store.SendingRows.Kept;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what comes: whole parts in the store, what is too short for one as a rest beside them, how far it goes in a row. */
@Service
class SendingKeeper implements Sendings {

    private final Spool spool;
    private final ArrivingHashes hashes;
    private final SendingRows sendings;
    private final EvidenceRows rows;
    private final PartStore parts;
    private final JoinedParts joined;
    private final FileIntake intake;
    private final AskedRooms access;
    private final CurrentPerson current;
    private final PartKeeping keeping;
    private final EvidenceSettings limits;
    private final SendingSettings settings;
    private final Clock clock;

    SendingKeeper(
            Spool spool,
            ArrivingHashes hashes,
            SendingRows sendings,
            EvidenceRows rows,
            PartStore parts,
            JoinedParts joined,
            FileIntake intake,
            AskedRooms access,
            CurrentPerson current,
            PartKeeping keeping,
            EvidenceSettings limits,
            SendingSettings settings,
            Clock clock) {
        this.spool = spool;
        this.hashes = hashes;
        this.sendings = sendings;
        this.rows = rows;
        this.parts = parts;
        this.joined = joined;
        this.intake = intake;
        this.access = access;
        this.current = current;
        this.keeping = keeping;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Sending begin(SendingWish wish) {
        Sending fresh = fresh(wish);
        requireRoomBeside(fresh);
        Sending known = sendings.begin(fresh, wish.fingerprint());
        if (known.size() == fresh.size()) {
            return known;
        }
        // Another file, of which the sender's program knows too little to tell them apart.
        abandon(known.id());
        return sendings.begin(fresh, wish.fingerprint());
    }

    private Sending fresh(SendingWish wish) {
        GivenFile file = wish.file();
        FileName name = FileName.of(file.name());
        requireAcceptable(name, file.size());
        return new Sending(
                EvidenceId.create(),
                file.journey(),
                current.get().id(),
                file.kind(),
                name.text(),
                file.declaredType(),
                file.size(),
                0,
                file.showsOthers(),
                file.replaces(),
                wish.wanted(),
                until());
    }

    @Override
    public Sending take(SendingWish wish, InputStream content) {
        requireNoTransaction();
        Sending fresh = fresh(wish);
        if (fresh.size() <= settings.part().toBytes()
                && sendings.find(fresh.journey(), fresh.sender(), wish.fingerprint())
                        .isEmpty()) {
            return takeAtOnce(wish, fresh, content);
        }
        Sending begun = begin(wish);
        if (begun.received() == 0) {
            return begun.at(append(begun.id(), 0, content));
        }
        // All of it may be here already, and whoever sent it died before it was a piece.
        return begun.received() < begun.size()
                ? begun
                : begun.at(append(begun.id(), begun.received(), InputStream.nullInputStream()));
    }

    /** Without a row of its own on the way: only what breaks off needs one. */
    private Sending takeAtOnce(SendingWish wish, Sending fresh, InputStream content) {
        try (PartFile part = spool.newPart()) {
            long came = part.fill(content, fresh.size(), null);
            if (came == fresh.size()) {
                intake.take(fresh.id(), wish.file(), part.file());
                return fresh.at(came);
            }
            Sending begun = begin(wish);
            UUID lease = UUID.randomUUID();
            sendings.take(begun.id(), 0, lease);
            keepRest(begun, lease, came, part);
            return begun.at(came);
        }
    }

    private void keepRest(Sending sending, UUID lease, long end, PartFile rest) {
        if (rest.size() > 0) {
            parts.putRest(sending.id(), end, rest.file());
        }
        sendings.kept(sending.id(), lease, end, rest.size(), until());
    }

    private void requireAcceptable(FileName name, long size) {
        if (size == 0) {
            throw new RefusedFile(Reason.EMPTY);
        }
        if (size > limits.maxSize().toBytes()) {
            throw new RefusedFile(Reason.TOO_LARGE, limits.maxSize().toMegabytes());
        }
        if (FileType.ofExtension(name.extension()).isEmpty()) {
            throw new RefusedFile(Reason.TYPE_NOT_ALLOWED, name.extension());
        }
    }

    /** What is on its way counts too: nobody fills the store with files that never end. */
    private void requireRoomBeside(Sending fresh) {
        List<Sending> others = open(fresh.journey()).stream()
                .filter(one -> one.size() != fresh.size() || !one.fileName().equals(fresh.fileName()))
                .toList();
        if (others.size() >= settings.most()) {
            throw new RefusedFile(Reason.TOO_MANY_AT_ONCE, settings.most());
        }
        long coming = others.stream().mapToLong(Sending::size).sum();
        intake.requireRoom(room(fresh.journey()), coming + fresh.size());
    }

    @Override
    public Optional<Sending> find(EvidenceId id) {
        PersonId person = current.get().id();
        return sendings.find(id).filter(sending -> sending.sender().equals(person));
    }

    @Override
    public List<Sending> open(JourneyId journey) {
        return sendings.open(journey, current.get().id());
    }

    @Override
    public JourneyRoom room(JourneyId journey) {
        return rows.room(journey);
    }

    @Override
    public long append(EvidenceId id, long offset, InputStream content) {
        requireNoTransaction();
        Sending sending = find(id).orElseThrow(() -> new UnknownEvidence(id));
        SignedIn person = current.get();
        Owner owner = access.mayAttach(sending.journey(), person).orElseThrow(() -> new UnknownEvidence(id));
        GivenFile given = given(sending, owner);
        UUID lease = UUID.randomUUID();
        Kept kept = sendings.take(id, offset, lease);
        try (Appending appending = new Appending(sending, given, lease, offset, kept)) {
            return appending.receive(content);
        } catch (RefusedFile no) {
            forget(sending);
            throw no;
        }
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a file comes inside a transaction, which would be held open meanwhile");
        }
    }

    @Override
    public void abandon(EvidenceId id) {
        find(id).ifPresent(this::forget);
    }

    /** Nothing of it stays, whoever asks. */
    void forget(Sending sending) {
        sendings.multipart(sending.id()).ifPresent(multipart -> parts.abandon(PartKeeping.key(sending), multipart));
        parts.deleteRests(sending.id());
        sendings.delete(sending.id());
    }

    private static GivenFile given(Sending sending, Owner owner) {
        return new GivenFile(
                sending.journey(),
                owner.certifyingBody(),
                owner.candidate(),
                sending.kind(),
                sending.fileName(),
                sending.declaredType(),
                sending.size(),
                sending.showsOthers(),
                sending.replaces());
    }

    private Instant until() {
        return clock.instant().plus(settings.keep());
    }

    /** One request's work on a file. */
    private final class Appending implements AutoCloseable {

        private final Sending sending;
        private final GivenFile given;
        private final UUID lease;
        private final PartKeeping.Behind behind;
        private final @Nullable MessageDigest whole;
        private final long begun;
        private PartFile part;
        private long at;

        Appending(Sending sending, GivenFile given, UUID lease, long offset, Kept kept) {
            this.sending = sending;
            this.given = given;
            this.lease = lease;
            this.begun = offset;
            this.at = offset;
            this.whole = offset == 0
                    ? Sha256.digest()
                    : hashes.take(sending.id(), offset).orElse(null);
            this.behind = keeping.behind(sending, lease, kept);
            this.part = spool.newPart();
            if (kept.rest() > 0) {
                restore(kept.rest());
            }
        }

        private void restore(long length) {
            try (InputStream rest = parts.openRest(sending.id(), at)
                    .orElseThrow(() -> new StoreUnavailable("a rest is missing", new IOException("no object")))) {
                if (part.fill(rest, length, null) != length) {
                    throw new StoreUnavailable("a rest is cut", new IOException("too short"));
                }
            } catch (IOException broken) {
                throw new StoreUnavailable("a rest cannot be read", broken);
            }
        }

        long receive(InputStream content) {
            long most = settings.part().toBytes();
            do {
                at += part.fill(content, Math.min(most - part.size(), sending.size() - at), whole);
                if (complete() && !behind.any()) {
                    intake.takeSent(sending.id(), given, part.file());
                    done();
                    return at;
                }
                if (part.size() == most || complete() && part.size() > 0) {
                    behind.keep(part, at);
                    part = spool.newPart();
                }
            } while (!complete() && !part.ended());
            behind.settle();
            if (complete()) {
                joined.take(sending.id(), given, behind.multipart(), behind.stored(), whole);
                done();
            } else {
                keepRest(sending, lease, at, part);
                keepHash();
            }
            return at;
        }

        private boolean complete() {
            return at == sending.size();
        }

        private void keepHash() {
            if (whole != null) {
                hashes.keep(sending.id(), at, whole);
            }
        }

        private void done() {
            if (begun > 0) {
                parts.deleteRests(sending.id());
            }
        }

        @Override
        public void close() {
            behind.close();
            part.close();
        }
    }
}
