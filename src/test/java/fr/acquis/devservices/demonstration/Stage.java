package fr.acquis.devservices.demonstration;

import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a journey is made: its candidate, its case once there is one, and the day it is. */
final class Stage {

    private final Storyline line;
    private final SignedIn candidate;
    private @Nullable JourneyId journey;

    Stage(Storyline line, SignedIn candidate, @Nullable JourneyId journey) {
        this.line = line;
        this.candidate = candidate;
        this.journey = journey;
    }

    Storyline line() {
        return line;
    }

    SignedIn candidate() {
        return candidate;
    }

    boolean begun() {
        return journey != null;
    }

    JourneyId journey() {
        return Objects.requireNonNull(journey, "not begun");
    }

    void begun(JourneyId id) {
        this.journey = id;
    }
}
