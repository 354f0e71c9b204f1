package fr.acquis.evidence;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a journey, with its latest content.
 *
 * @param kind what the person who attached it says it is, or whoever said so last
 * @param kindNamed whether a person said so after the machine had read it
 * @param withdrawal null while the piece stands
 * @param identityCheck the mark that stays of an identity document, null otherwise
 * @param showsOthers whether somebody says that it shows or names a person other than the candidate
 */
public record Evidence(
        EvidenceId id,
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        EvidenceKind kind,
        boolean kindNamed,
        EvidenceVersion current,
        @Nullable Withdrawal withdrawal,
        @Nullable IdentityCheck identityCheck,
        boolean showsOthers) {

    /** Neither withdrawn nor, unless it was checked as an identity document should be, gone. */
    public boolean stands() {
        return withdrawal == null;
    }

    /** Whether its content can be opened; what carries a virus cannot. */
    public boolean opens() {
        return stands() && !current.erased() && current.scan() != ScanState.INFECTED;
    }

    /** Whether the machine still has something to do with it. */
    public boolean underWay() {
        return stands()
                && !current.erased()
                && (current.scan() == ScanState.PENDING
                        || !current.reading().state().done());
    }

    /** The machine takes it for something else than its owner says, and nobody has settled it. */
    public boolean kindInQuestion() {
        Classification found = current.found();
        return opens()
                && !kindNamed
                && found != null
                && found.kind() != kind
                && found.kind() != EvidenceKind.OTHER
                && found.kind() != EvidenceKind.PHOTO;
    }

    public record Withdrawal(Instant at, @Nullable PersonId by, String reason) {}

    /** "Vérifiée le … par …". */
    public record IdentityCheck(Instant at, PersonId by) {}
}
