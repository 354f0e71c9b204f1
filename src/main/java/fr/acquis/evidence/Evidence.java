package fr.acquis.evidence;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a journey, with its latest content.
 *
 * @param withdrawal null while the piece stands
 * @param identityCheck the mark that stays of an identity document, null otherwise
 */
public record Evidence(
        EvidenceId id,
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        EvidenceKind kind,
        EvidenceVersion current,
        @Nullable Withdrawal withdrawal,
        @Nullable IdentityCheck identityCheck) {

    /** Neither withdrawn nor, unless it was checked as an identity document should be, gone. */
    public boolean stands() {
        return withdrawal == null;
    }

    /** Whether its content can be opened. */
    public boolean opens() {
        return stands() && !current.erased();
    }

    public record Withdrawal(Instant at, @Nullable PersonId by, String reason) {}

    /** "Vérifiée le … par …". */
    public record IdentityCheck(Instant at, PersonId by) {}
}
