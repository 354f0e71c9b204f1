package fr.acquis.evidence;

import fr.acquis.evidence.intake.Spool;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.evidence.store.EvidenceRegister;
import fr.acquis.evidence.store.EvidenceRows;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.OthersShown;
import fr.acquis.evidence.store.PageRows;
import fr.acquis.evidence.work.ProposalsAgain;
import fr.acquis.evidence.work.ReadingSignal;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The pieces that are there: shown, opened, named, withdrawn. */
@Service
class EvidenceKeeper implements Evidences {

    private static final Logger log = LoggerFactory.getLogger(EvidenceKeeper.class);
    private static final int LONGEST_REASON = 500;

    private final Spool spool;
    private final FileIntake intake;
    private final ObjectStore store;
    private final EvidenceRows rows;
    private final EvidenceRegister register;
    private final PageRows pages;
    private final OthersShown others;
    private final PieceSights sights;
    private final ReadingSignal reading;
    private final ProposalsAgain proposals;
    private final CurrentPerson current;

    EvidenceKeeper(
            Spool spool,
            FileIntake intake,
            ObjectStore store,
            EvidenceRows rows,
            EvidenceRegister register,
            PageRows pages,
            OthersShown others,
            PieceSights sights,
            ReadingSignal reading,
            ProposalsAgain proposals,
            CurrentPerson current) {
        this.spool = spool;
        this.intake = intake;
        this.store = store;
        this.rows = rows;
        this.register = register;
        this.pages = pages;
        this.others = others;
        this.sights = sights;
        this.reading = reading;
        this.proposals = proposals;
        this.current = current;
    }

    @Override
    public EvidenceId attach(GivenFile given, InputStream content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("attach() inside a transaction would hold it open for a whole upload");
        }
        try (SpooledFile file = spool.receive(content, given.size())) {
            EvidenceId id = EvidenceId.create();
            intake.take(id, given, file);
            return id;
        }
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
        PieceSights.Seen seen = sights.of(id);
        if (!seen.opensFile()) {
            throw new UnknownEvidence(id);
        }
        Evidence piece = seen.piece();
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
        intake.deleteObjects(register.withdraw(piece, current.get().id(), said));
        intake.deleteObjects(drawn);
    }

    @Override
    public void nameKind(EvidenceId id, EvidenceKind kind) {
        Evidence piece = rows.visible(id).filter(Evidence::opens).orElseThrow(() -> new UnknownEvidence(id));
        List<String> drawn = kind.identityDocument() ? pages.keys(id) : List.of();
        register.nameKind(piece, kind, current.get().id());
        intake.deleteObjects(drawn);
        proposals.again(id);
        reading.wake();
    }

    @Override
    public void sayShowsOthers(EvidenceId id, boolean shows) {
        Evidence piece = rows.visible(id).filter(Evidence::stands).orElseThrow(() -> new UnknownEvidence(id));
        others.say(piece, shows, current.get().id());
    }

    @Override
    public void markIdentityChecked(EvidenceId id) {
        SignedIn person = current.get();
        Evidence piece = rows.visible(id)
                .filter(found -> person.is(Role.AGENT) || person.is(Role.MANAGER))
                .filter(found -> found.kind().identityDocument() && found.stands())
                .orElseThrow(() -> new UnknownEvidence(id));
        intake.deleteObjects(register.markIdentityChecked(piece, person.id()));
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
