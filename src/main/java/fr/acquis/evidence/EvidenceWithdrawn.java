package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import java.time.Instant;

/** A piece was withdrawn: its content is gone, its hash and the reason stay. */
public record EvidenceWithdrawn(EvidenceId evidence, JourneyId journey, EvidenceKind kind, Instant at) {}
