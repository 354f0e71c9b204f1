package fr.acquis.journey;

import fr.acquis.shared.JourneyId;

/** The case is over by the candidate's or the certifier's own act. */
public record JourneyEnded(JourneyId journey, Ending ending) {}
