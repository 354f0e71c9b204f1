package fr.acquis.admissibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the two consents of the sworn statement, as it stands.
 *
 * @param saidAt when it was given or withdrawn after the filing; null while livret 1 says it
 */
public record Consent(Kind kind, boolean given, @Nullable Instant saidAt) {

    public enum Kind {
        /** A copy of the decision may go to the person who accompanies. */
        DECISION,
        /** A copy of the jury's result may. */
        RESULT
    }
}
