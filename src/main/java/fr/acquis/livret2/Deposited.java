package fr.acquis.livret2;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deposited livret as a jury gets it.
 *
 * @param firstDepositedAt of the attempt: what the jury's date is reckoned from
 * @param file null until it is assembled; open it with {@link Livret2s#openFile}
 */
public record Deposited(
        JourneyId journey,
        int attempt,
        int number,
        Instant firstDepositedAt,
        Instant depositedAt,
        Content content,
        @Nullable AssembledFile file) {}
