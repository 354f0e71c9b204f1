package fr.acquis.evidence;

import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A note somebody left on a page.
 *
 * @param sight as what the author looked at the piece
 */
public record PageNote(
        UUID id, int page, PersonId author, Sight sight, NoteReach reach, String body, Instant writtenAt) {}
