package fr.acquis.workflow.engine;

import fr.acquis.workflow.ParkReason;
import java.time.Duration;

/** What an answer of the engine means for the command. */
sealed interface CommandAnswer {

    /** Nothing more to do. */
    record Settled(Note note) implements CommandAnswer {}

    record TryAgain(Duration pause) implements CommandAnswer {}

    record Parked(ParkReason reason) implements CommandAnswer {}

    /** How it was settled. */
    enum Note {
        ACCEPTED,
        /** The engine had it from an earlier try. */
        REPEATED,
        /** The task is no longer there: done by an earlier try, or withdrawn by the process. */
        GONE
    }
}
