package fr.acquis.livret2;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.shared.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A piece that shows a skill. Its file name is asked of the piece itself, which may be withdrawn one day and its name with it.
 *
 * @param pages where to look, as the candidate wrote it: "2, 5-7"; null for all of it
 * @param comment what it shows, in the candidate's words
 */
public record Proof(
        EvidenceId evidence,
        EvidenceKind kind,
        Sha256 sha256,
        @Nullable String pages,
        @Nullable String comment) {}
