package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;

/** Asked before a juror reads what another juror noted; answered by the room that knows when marks are closed. */
public interface PanelNotes {

    /** Whether both sit on the same jury of the case, and its marks are closed. */
    boolean open(JourneyId journey, PersonId reader, PersonId author);
}
