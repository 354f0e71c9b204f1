package fr.acquis.support;

import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of adviser, asked for with a reason.
 *
 * @param reason read by who asked and by the certifying body only
 * @param former who supports the candidate when it is asked
 * @param adviser who does from then on; null while it is open, and when it was declined
 * @param answer why it was declined
 */
public record Transfer(
        UUID id,
        JourneyId journey,
        PersonId askedBy,
        Instant askedAt,
        String reason,
        PersonId former,
        @Nullable Instant settledAt,
        @Nullable PersonId adviser,
        @Nullable String answer) {

    public boolean isOpen() {
        return settledAt == null;
    }

    /** Its reason is for who asked and for the certifying body. */
    public boolean readBy(SignedIn reader, Journey about) {
        boolean office = about.handledBy(reader) && !about.candidate().equals(reader.id());
        return office || askedBy.equals(reader.id());
    }

    public boolean declined() {
        return settledAt != null && adviser == null;
    }
}
