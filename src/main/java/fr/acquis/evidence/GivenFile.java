package fr.acquis.evidence;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file before it is looked at.
 *
 * @param name as the sender names it; its extension must agree with the content
 * @param declaredType the sender's media type, empty when none was given
 * @param size in bytes as announced, or -1 when unknown
 * @param showsOthers whether the sender says that it shows or names somebody else
 * @param replaces a piece of the same journey that is withdrawn with the arrival of this one, null for none
 */
public record GivenFile(
        JourneyId journey,
        CertifyingBodyId certifyingBody,
        PersonId candidate,
        EvidenceKind kind,
        String name,
        String declaredType,
        long size,
        boolean showsOthers,
        @Nullable EvidenceId replaces) {}
