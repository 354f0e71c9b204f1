package fr.acquis.evidence;

import fr.acquis.evidence.intake.FileChecks;
import fr.acquis.evidence.intake.FileName;
import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.store.EvidenceRegister;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.work.ProposalsAgain;
import fr.acquis.evidence.work.ReadingSignal;
import fr.acquis.evidence.work.ScanSignal;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.platform.FaultPoints;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes files in step by step: spool, checks, object, row. What fails on the way leaves nothing, or an object the sweep finds. */
@Service
class EvidenceKeeper implements Evidences {

    private static final Logger log = LoggerFactory.getLogger(EvidenceKeeper.class);
    private static final int LONGEST_REASON = 500;

    private final Spool spool;
    private final FileChecks checks;
    private final ObjectStore store;
    private final EvidenceRows rows;
    private final EvidenceRegister register;
    private final PageRows pages;
    private final ReadingSignal reading;
    private final ScanSignal scanning;
    private final ProposalsAgain proposals;
    private final CurrentPerson current;
    private final FaultPoints faults;
    private final EvidenceSettings settings;

    EvidenceKeeper(
            Spool spool,
            FileChecks checks,
            ObjectStore store,
            EvidenceRows rows,
            EvidenceRegister register,
            PageRows pages,
            ReadingSignal reading,
            ScanSignal scanning,
            ProposalsAgain proposals,
            CurrentPerson current,
            FaultPoints faults,
            EvidenceSettings settings) {
        this.spool = spool;
        this.checks = checks;
        this.store = store;
        this.rows = rows;
        this.register = register;
        this.pages = pages;
        this.reading = reading;
        this.scanning = scanning;
        this.proposals = proposals;
        this.current = current;
        this.faults = faults;
        this.settings = settings;
    }

    @Override
    public EvidenceId attach(
            JourneyId journey,
            CertifyingBodyId certifyingBody,
            PersonId candidate,
            EvidenceKind kind,
            String fileName,
            String declaredType,
            InputStream content,
            long size) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("attach() inside a transaction would hold it open for a whole upload");
        }
        FileName name = FileName.of(fileName);
        try (SpooledFile file = spool.receive(content, size)) {
            FileType type = checks.check(name, declaredType, file);
            refuseEarly(journey, file);
            EvidenceId id = EvidenceId.create();
            String key = "journeys/%s/evidence/%s/1".formatted(journey, id);
            store.put(key, file, type.mediaType());
            faults.reached(FaultPoints.Place.AFTER_OBJECT_STORED);
            enter(new EvidenceRegister.Arrival(
                    id,
                    journey,
                    certifyingBody,
                    candidate,
                    current.find().map(SignedIn::id).orElse(null),
                    kind,
                    key,
                    name.text(),
                    type,
                    file.size(),
                    file.sha256()));
            return id;
        }
    }

    /** What the row would be refused for is mostly known before the object is stored. */
    private void refuseEarly(JourneyId journey, SpooledFile file) {
        rows.sameContent(journey, file.sha256()).ifPresent(twin -> {
            throw new RefusedFile(RefusedFile.Reason.DUPLICATE, twin);
        });
        EvidenceRows.Load load = rows.load(journey);
        if (load.bytes() + file.size() > settings.journeyQuota().toBytes() || load.files() >= settings.journeyFiles()) {
            throw new RefusedFile(
                    RefusedFile.Reason.QUOTA_EXCEEDED, settings.journeyQuota().toMegabytes(), settings.journeyFiles());
        }
    }

    private void enter(EvidenceRegister.Arrival arrival) {
        try {
            register.enter(arrival);
            faults.reached(FaultPoints.Place.AFTER_FILE_ENTERED);
        } catch (RefusedFile lostRace) {
            deleteObjects(List.of(arrival.objectKey()));
            throw lostRace;
        }
        // Any other failure may have come after the commit: only the sweep, which asks for the row, may delete then.
        reading.wake();
        scanning.wake();
    }

    @Override
    public List<Evidence> list(JourneyId journey) {
        return rows.visible(journey);
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        return rows.visible(id);
    }

    @Override
    public List<Evidence> held(JourneyId journey) {
        return rows.all(journey);
    }

    @Override
    public EvidenceContent open(EvidenceId id) {
        Evidence piece = rows.visible(id).filter(Evidence::opens).orElseThrow(() -> new UnknownEvidence(id));
        InputStream content = store.open(key(piece)).orElseThrow(() -> lost(piece));
        try {
            if (!piece.candidate().equals(current.get().id())) {
                register.recordReading(piece);
            }
            return new EvidenceContent(piece.current(), content);
        } catch (RuntimeException notRecorded) {
            close(content);
            throw notRecorded;
        }
    }

    @Override
    public EvidenceContent openHeld(EvidenceId id) {
        Evidence piece = rows.any(id)
                .filter(Evidence::opens)
                .filter(found -> !found.kind().identityDocument())
                .orElseThrow(() -> new UnknownEvidence(id));
        return new EvidenceContent(piece.current(), store.open(key(piece)).orElseThrow(() -> lost(piece)));
    }

    private static String key(Evidence piece) {
        return "journeys/%s/evidence/%s/%d"
                .formatted(piece.journey(), piece.id(), piece.current().number());
    }

    private static StoreUnavailable lost(Evidence piece) {
        log.error("evidence {}: its row stands and its object is not in the store", piece.id());
        return new StoreUnavailable("the object is missing", new IOException("no object for evidence " + piece.id()));
    }

    @Override
    public void withdraw(EvidenceId id, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a withdrawal has a reason of 1 to 500 characters");
        }
        Evidence piece = rows.visible(id).orElseThrow(() -> new UnknownEvidence(id));
        List<String> drawn = pages.keys(id);
        deleteObjects(register.withdraw(piece, current.get().id(), said));
        deleteObjects(drawn);
    }

    @Override
    public void nameKind(EvidenceId id, EvidenceKind kind) {
        Evidence piece = rows.visible(id).filter(Evidence::opens).orElseThrow(() -> new UnknownEvidence(id));
        List<String> drawn = kind.identityDocument() ? pages.keys(id) : List.of();
        register.nameKind(piece, kind, current.get().id());
        deleteObjects(drawn);
        proposals.again(id);
        reading.wake();
    }

    @Override
    public void markIdentityChecked(EvidenceId id) {
        SignedIn person = current.get();
        Evidence piece = rows.visible(id)
                .filter(found -> person.is(Role.AGENT) || person.is(Role.MANAGER))
                .filter(found -> found.kind().identityDocument() && found.stands())
                .orElseThrow(() -> new UnknownEvidence(id));
        deleteObjects(register.markIdentityChecked(piece, person.id()));
    }

    /** After the commit, and not more than a wish: the sweep deletes what stays behind. */
    private void deleteObjects(List<String> keys) {
        for (String key : keys) {
            try {
                store.delete(key);
            } catch (StoreUnavailable later) {
                log.warn("an erased object could not be deleted now, the sweep will: {}", later.getMessage());
            }
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
