package fr.acquis.livret2;

import fr.acquis.certification.Certifications;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.MadeFiles;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.livret2.assembly.Assembled;
import fr.acquis.livret2.assembly.Dossier;
import fr.acquis.livret2.assembly.FileAssembly;
import fr.acquis.livret2.store.DepositRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.TimeOrderedUuid;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The file of a deposit: made and stored first, its row after; what a failure between them leaves is deleted by the next try. */
@Service
public class FileMaking {

    private static final Logger log = LoggerFactory.getLogger(FileMaking.class);

    private final FileAssembly assembly;
    private final MadeFiles files;
    private final DepositRows deposits;
    private final Evidences evidences;
    private final Journeys journeys;
    private final Certifications certifications;
    private final People people;
    private final Organisations organisations;
    private final Clock clock;

    FileMaking(
            FileAssembly assembly,
            MadeFiles files,
            DepositRows deposits,
            Evidences evidences,
            Journeys journeys,
            Certifications certifications,
            People people,
            Organisations organisations,
            Clock clock) {
        this.assembly = assembly;
        this.files = files;
        this.deposits = deposits;
        this.evidences = evidences;
        this.journeys = journeys;
        this.certifications = certifications;
        this.people = people;
        this.organisations = organisations;
        this.clock = clock;
    }

    /**
     * Assembles and stores, outside any transaction; its progress can be read meanwhile.
     *
     * @throws StoreUnavailable when the store does not answer
     */
    public Made make(Deposit deposit) {
        String key = "livret2/%s/%d/%d/%s.pdf"
                .formatted(deposit.journey(), deposit.attempt(), deposit.number(), TimeOrderedUuid.next());
        deposits.making(deposit, key).ifPresent(this::discard);
        Assembled assembled = assembly.assemble(dossier(deposit), done -> deposits.progress(deposit, done));
        try {
            files.put(key, assembled.path(), assembled.size(), assembled.sha256(), "application/pdf");
        } finally {
            delete(assembled);
        }
        return new Made(
                key,
                new AssembledFile(
                        assembled.size(), assembled.pages(), assembled.sha256(), clock.instant(), assembled.places()));
    }

    /** Keeps the row of a file that was made; the one it replaces goes after the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Deposit deposit, Made made) {
        deposits.assembled(deposit, made.key(), made.file()).ifPresent(this::discardAfterCommit);
    }

    /** A piece was withdrawn: files it is in are no longer handed out, and are made again without it. */
    @Transactional
    public void withdrawn(JourneyId journey, fr.acquis.evidence.EvidenceId evidence) {
        int stale = deposits.stale(journey, evidence, clock.instant());
        if (stale > 0) {
            log.info("{} assembled files of {} hold a withdrawn piece and will be made again", stale, journey);
        }
    }

    public List<Deposit> toMakeAgain(int most) {
        return deposits.staleOnes(most);
    }

    private Dossier dossier(Deposit deposit) {
        Journey journey = journeys.find(deposit.journey()).orElseThrow();
        return new Dossier(
                people.find(journey.candidate()).orElseThrow().displayName(),
                journey.caseNumber(),
                certifications.get(journey.certification()).title(),
                organisations
                        .find(journey.certifyingBody())
                        .map(CertifyingBody::name)
                        .orElse(""),
                deposit,
                evidences.held(journey.id()).stream()
                        .filter(Evidence::opens)
                        .collect(Collectors.toMap(Evidence::id, Function.identity())));
    }

    private void discardAfterCommit(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                discard(key);
            }
        });
    }

    private void discard(String key) {
        try {
            files.delete(key);
        } catch (StoreUnavailable later) {
            log.warn("a replaced file stays in the store: {}", key);
        }
    }

    private static void delete(Assembled assembled) {
        try {
            Files.deleteIfExists(assembled.path());
        } catch (IOException held) {
            log.warn("an assembled file stays in the temporary folder: {}", held.toString());
        }
    }

    /** A stored file without its row yet. */
    public record Made(String key, AssembledFile file) {}
}
