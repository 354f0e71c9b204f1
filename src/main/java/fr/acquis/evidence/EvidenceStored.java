package fr.acquis.evidence;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.time.Instant;

/** A file was checked and is kept. */
public record EvidenceStored(EvidenceId evidence, JourneyId journey, EvidenceKind kind, Sha256 sha256, Instant at) {}
