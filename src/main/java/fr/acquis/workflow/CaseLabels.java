package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import java.util.Collection;
import java.util.Map;

/** How a case is called on screen; implemented by the room that owns the cases. */
public interface CaseLabels {

    /** Labels of those the signed-in person may see; the others are absent, and so stay unseen. */
    Map<JourneyId, String> visible(Collection<JourneyId> journeys);
}
