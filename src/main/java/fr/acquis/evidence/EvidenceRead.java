package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import java.time.Instant;

/** A file was read, or found not to be readable. */
public record EvidenceRead(EvidenceId evidence, int version, JourneyId journey, ReadingState state, Instant at) {}
