package fr.acquis.worklist;

import java.util.UUID;

/** A word of a certifying body's own, put on cases. */
public record Tag(UUID id, String name) {}
