package fr.acquis.evidence;

import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;

/** Which pages of a piece somebody else than the candidate looked at, and when last. */
public record PageReading(PersonId person, Sight sight, List<Integer> pages, Instant lastAt) {}
