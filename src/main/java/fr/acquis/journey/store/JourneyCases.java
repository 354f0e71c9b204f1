package fr.acquis.journey.store;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface JourneyCases extends Repository<JourneyCase, UUID> {

    /** Written at once: what stands beside it goes by SQL in the same transaction. */
    <S extends JourneyCase> S saveAndFlush(S journey);

    Optional<JourneyCase> findById(UUID id);

    /** The row locked first, so that two verbs on one case take their turn instead of losing a version race. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select j from JourneyCase j where j.id = :id")
    Optional<JourneyCase> lock(UUID id);
}
