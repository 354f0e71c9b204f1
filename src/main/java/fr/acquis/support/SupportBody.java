package fr.acquis.support;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organisme accompagnateur, habilitated by a certifying body.
 *
 * @param ownTeam the certifying body's own advisers
 */
public record SupportBody(UUID id, String name, @Nullable String place, boolean ownTeam) {}
