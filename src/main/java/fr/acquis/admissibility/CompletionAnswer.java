package fr.acquis.admissibility;

import fr.acquis.evidence.EvidenceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate answers to one piece asked for.
 *
 * @param piece its place in the request, from 1
 * @param unavailable the candidate cannot give it; the text says why
 * @param files sent for this piece, withdrawn ones included
 */
public record CompletionAnswer(
        int piece, boolean unavailable, @Nullable String text, List<EvidenceId> files, Instant at) {

    public CompletionAnswer {
        files = List.copyOf(files);
    }
}
