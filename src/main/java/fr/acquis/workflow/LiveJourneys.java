package fr.acquis.workflow;

import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Map;

/** Journeys under way, as a new engine must hear of them; implemented by the room that owns the cases. */
public interface LiveJourneys {

    /** Every journey whose process should be running, with the facts {@code journey-opened} carries. */
    List<LiveJourney> all();

    record LiveJourney(JourneyId journey, Map<String, Object> routing) {}
}
