package fr.acquis.admissibility;

import fr.acquis.shared.JourneyId;

/** An agent asked for missing pieces. */
public record CompletionRequested(JourneyId journey, int number) {}
