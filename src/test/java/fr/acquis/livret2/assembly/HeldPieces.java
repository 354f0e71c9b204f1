package fr.acquis.livret2.assembly;

import fr.acquis.evidence.CoveredPages.Covering;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceContent;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.EvidenceVersion;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.FileType;
import fr.acquis.evidence.GivenFile;
import fr.acquis.evidence.Reading;
import fr.acquis.evidence.ReadingState;
import fr.acquis.evidence.ScanState;
import fr.acquis.evidence.ShownPage;
import fr.acquis.evidence.UnknownEvidence;
import fr.acquis.livret2.Content;
import fr.acquis.livret2.Deposit;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Pieces of one journey, held in memory instead of a store; what the assembly does not ask for is refused. */
final class HeldPieces implements Evidences {

    private static final Instant DAY = Instant.parse("2026-11-23T10:00:00Z");

    private final JourneyId journey = JourneyId.create();
    private final PersonId candidate = PersonId.create();
    private final Map<EvidenceId, Evidence> pieces = new LinkedHashMap<>();
    private final Map<EvidenceId, Resource> contents = new LinkedHashMap<>();

    EvidenceId add(FileType type, String name, byte[] content) {
        return add(EvidenceKind.WORK_SAMPLE, type, name, content);
    }

    EvidenceId add(EvidenceKind kind, FileType type, String name, byte[] content) {
        return add(kind, type, name, new ByteArrayResource(content), content.length, Sha256.of(content));
    }

    /** A piece that stays on the disk. */
    EvidenceId add(FileType type, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return add(
                EvidenceKind.WORK_SAMPLE,
                type,
                file.getFileName().toString(),
                new FileSystemResource(file),
                Files.size(file),
                Sha256.of(digest));
    }

    private EvidenceId add(EvidenceKind kind, FileType type, String name, Resource content, long size, Sha256 sha256) {
        EvidenceId id = EvidenceId.create();
        contents.put(id, content);
        pieces.put(
                id,
                new Evidence(
                        id,
                        journey,
                        CertifyingBodyId.create(),
                        candidate,
                        kind,
                        false,
                        new EvidenceVersion(
                                id,
                                1,
                                name,
                                type,
                                size,
                                sha256,
                                DAY,
                                ScanState.NOT_SCANNED,
                                new Reading(ReadingState.PENDING, null, 0, false),
                                null,
                                0,
                                false),
                        null,
                        null,
                        false));
        return id;
    }

    /** Nothing on any page is to be covered. */
    static Covering asTheyAre(Collection<Evidence> pieces) {
        return new Covering() {
            @Override
            public ShownPage page(EvidenceId piece, int page) {
                return new ShownPage.AsItIs();
            }

            @Override
            public ShownPage drawn(EvidenceId piece, int page) {
                return new ShownPage.Withheld();
            }
        };
    }

    Map<EvidenceId, Evidence> held() {
        return pieces;
    }

    Dossier dossier(Content content) {
        Deposit deposit = new Deposit(
                journey,
                1,
                1,
                DAY,
                candidate,
                content,
                Sha256.of("content"),
                content.incomplete().size(),
                new Deposit.Progress(0, content.pieces().size()),
                null,
                null);
        return new Dossier(
                "Camille Exemple",
                "VAE-2026-00042",
                "CQP Négociateur immobilier",
                "Certificateur de démonstration",
                deposit,
                pieces);
    }

    @Override
    public EvidenceContent openHeld(EvidenceId id) {
        if (!contents.containsKey(id)) {
            throw new UnknownEvidence(id);
        }
        try {
            return new EvidenceContent(
                    pieces.get(id).current(), contents.get(id).getInputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public EvidenceId attach(GivenFile given, InputStream content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sayShowsOthers(EvidenceId id, boolean shows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Evidence> list(JourneyId of) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Evidence> held(JourneyId of) {
        return List.copyOf(pieces.values());
    }

    @Override
    public EvidenceContent open(EvidenceId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void withdraw(EvidenceId id, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void nameKind(EvidenceId id, EvidenceKind kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void markIdentityChecked(EvidenceId id) {
        throw new UnsupportedOperationException();
    }
}
