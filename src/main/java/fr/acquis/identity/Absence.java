package fr.acquis.identity;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days somebody is away.
 *
 * @param from first day away
 * @param until last day away
 * @param substitute who stands in; null when nothing moves
 * @param openTasks whether what they hold goes to the substitute
 * @param newTasks whether what would come to them goes to the substitute
 * @param returning whether what is still open comes back with them
 */
public record Absence(
        UUID id,
        PersonId person,
        CertifyingBodyId certifyingBody,
        LocalDate from,
        LocalDate until,
        @Nullable PersonId substitute,
        boolean openTasks,
        boolean newTasks,
        boolean returning) {}
