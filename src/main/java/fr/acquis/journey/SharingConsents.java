package fr.acquis.journey;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate lets the person who accompanies them know (the two consents of the sworn statement, each revocable at
 * any time). The room that asks for them answers; whoever shows or sends a decision or a result asks here first.
 */
public interface SharingConsents {

    boolean sharesDecision(JourneyId journey);

    boolean sharesResult(JourneyId journey);

    /** Whether this reader may know how recevabilité was decided: an adviser only where the candidate agreed. */
    default boolean decisionOpenTo(Journey journey, SignedIn reader) {
        return !onlyAccompanies(journey, reader) || sharesDecision(journey.id());
    }

    /** Whether this reader may know what the jury decided. */
    default boolean resultOpenTo(Journey journey, SignedIn reader) {
        return !onlyAccompanies(journey, reader) || sharesResult(journey.id());
    }

    /** Where the case stands, as far as this reader may know. */
    default JourneyState stateOpenTo(Journey journey, SignedIn reader) {
        return JourneyState.of(journey).knownTo(decisionOpenTo(journey, reader), resultOpenTo(journey, reader));
    }

    /** Which attempt at the jury the case is in: a second one tells how the first ended, so null for who may not know. */
    default @Nullable Integer attemptOpenTo(Journey journey, SignedIn reader) {
        return resultOpenTo(journey, reader) ? (Integer) journey.attempt() : null;
    }

    private static boolean onlyAccompanies(Journey journey, SignedIn reader) {
        return reader.is(Role.ADVISER) && !journey.candidate().equals(reader.id()) && !journey.handledBy(reader);
    }
}
