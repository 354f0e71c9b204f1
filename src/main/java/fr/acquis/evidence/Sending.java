package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way, part by part.
 *
 * @param id of the piece it becomes
 * @param received how many of its bytes are kept, in the file's order
 * @param wanted what the page that asked for it said it is for, empty where it did not
 * @param until when it is forgotten if nothing more comes
 */
public record Sending(
        EvidenceId id,
        JourneyId journey,
        PersonId sender,
        EvidenceKind kind,
        String fileName,
        String declaredType,
        long size,
        long received,
        boolean showsOthers,
        @Nullable EvidenceId replaces,
        String wanted,
        Instant until) {

    /** The same, further on. */
    Sending at(long bytes) {
        return new Sending(
                id, journey, sender, kind, fileName, declaredType, size, bytes, showsOthers, replaces, wanted, until);
    }

    public int percent() {
        return (int) (received * 100 / size);
    }
}
