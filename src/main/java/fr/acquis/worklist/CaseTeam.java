package fr.acquis.worklist;

import fr.acquis.identity.Team;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which team has a case.
 *
 * @param queue where its tasks wait: the team's, or the certifying body's own
 * @param team null where no team has it in particular
 * @param handedOver whether it was given to that queue, whoever handles its certification
 */
public record CaseTeam(UUID queue, @Nullable Team team, boolean handedOver) {}
