package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.award.AwardDocument.Kind;
import fr.acquis.award.store.AwardDocumentRows;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.TimeOrderedUuid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of attestations and certificates: entered with a number first, then sealed with the PDF that bears it. */
@Service
@Transactional
public class AwardDocuments {

    private final AwardDocumentRows rows;
    private final AcquiredBlocks blocks;
    private final ObjectProvider<Holders> holders;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    AwardDocuments(
            AwardDocumentRows rows,
            AcquiredBlocks blocks,
            ObjectProvider<Holders> holders,
            People people,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.blocks = blocks;
        this.holders = holders;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The attestation of a result: blocs this case's juries gave that none of its attestations bears yet.
     *
     * @param occasion names the result; asked again, it answers the same entry
     * @return empty when the result gave nothing new
     */
    public Optional<AwardDocument> enterAttestation(Journey journey, String occasion) {
        int last = sequence(journey, Kind.ATTESTATION);
        Optional<AwardDocument> earlier = rows.find(journey.id(), Kind.ATTESTATION, occasion);
        if (earlier.isPresent()) {
            return earlier;
        }
        Set<SkillBlockCode> attested = new HashSet<>();
        rows.of(journey.id()).stream()
                .filter(document -> document.kind() == Kind.ATTESTATION)
                .forEach(document -> attested.addAll(document.blocks()));
        List<SkillBlockCode> fresh = blocks.heldFor(journey).stream()
                .filter(block -> block.source() == Source.JURY && journey.id().equals(block.journey()))
                .map(AcquiredBlock::code)
                .filter(code -> !attested.contains(code))
                .toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(enter(journey, Kind.ATTESTATION, occasion, fresh, last + 1));
    }

    /** The certificate; one per case. */
    public AwardDocument enterCertificate(Journey journey) {
        int last = sequence(journey, Kind.CERTIFICATE);
        return rows.find(journey.id(), Kind.CERTIFICATE, "certificate").orElseGet(() -> {
            if (!blocks.holdsAll(journey)) {
                throw new IllegalStateException(
                        "journey %s: a certificate needs every bloc of its certification".formatted(journey.id()));
            }
            return enter(
                    journey,
                    Kind.CERTIFICATE,
                    "certificate",
                    blocks.heldFor(journey).stream().map(AcquiredBlock::code).toList(),
                    last + 1);
        });
    }

    private int sequence(Journey journey, Kind kind) {
        return rows.lockSequence(journey.certifyingBody(), kind, today().getYear());
    }

    private AwardDocument enter(Journey journey, Kind kind, String occasion, List<SkillBlockCode> codes, int sequence) {
        AwardDocument entry = new AwardDocument(
                TimeOrderedUuid.next(),
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                journey.certification(),
                kind,
                kind.number(today().getYear(), sequence),
                VerificationCode.next(),
                codes,
                titular(journey),
                today(),
                null,
                null);
        rows.insert(entry, occasion, sequence, clock.instant());
        audit.record(
                journey.id().value(),
                kind == Kind.CERTIFICATE ? "enter-certificate" : "enter-attestation",
                Map.of("number", entry.number()));
        return entry;
    }

    /** The PDF is written: from here the document can be downloaded and verified. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(AwardDocument entry, byte[] pdf) {
        if (rows.seal(entry.id(), pdf, clock.instant())) {
            audit.record(
                    entry.journey().value(),
                    entry.kind() == Kind.CERTIFICATE ? "issue-certificate" : "issue-attestation",
                    Map.of("number", entry.number()));
        }
    }

    @Transactional(readOnly = true)
    public List<AwardDocument> of(JourneyId journey) {
        return rows.of(journey).stream().filter(AwardDocument::sealed).toList();
    }

    @Transactional(readOnly = true)
    public List<AwardDocument> ofCandidate(PersonId candidate) {
        return rows.ofCandidate(candidate);
    }

    private Titular titular(Journey journey) {
        return holders.stream()
                .flatMap(room -> room.of(journey.id()).stream())
                .map(Holders.Holder::titular)
                .findFirst()
                .orElseGet(() -> {
                    Person person = people.find(journey.candidate()).orElseThrow();
                    return new Titular(person.givenName(), person.birthName(), person.useName(), null);
                });
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return now.atZone(LegalClock.ZONE).toLocalDate();
    }
}
