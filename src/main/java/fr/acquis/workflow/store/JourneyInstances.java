package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which process instance carries which journey: one each. */
@Repository
public class JourneyInstances {

    private final JdbcClient database;

    JourneyInstances(JdbcClient database) {
        this.database = database;
    }

    /**
     * Notes the instance of a journey.
     *
     * @return whether the journey is this instance's; false when another was first
     * @throws IllegalStateException when nothing here ever opened such a journey
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(JourneyId journey, long instanceKey) {
        database.sql("""
                        update engine_journey set process_instance_key = :instance
                        where journey_id = :journey and process_instance_key is null
                        """)
                .param("instance", instanceKey)
                .param("journey", journey.value())
                .update();
        long recorded = instance(journey)
                .orElseThrow(() -> new IllegalStateException("journey " + journey + " was never opened here"));
        return recorded == instanceKey;
    }

    @Transactional(readOnly = true)
    public Optional<Long> instance(JourneyId journey) {
        return database.sql("select process_instance_key from engine_journey where journey_id = :journey")
                .param("journey", journey.value())
                .query(Long.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<JourneyId> journey(long instanceKey) {
        return database.sql("select journey_id from engine_journey where process_instance_key = :instance")
                .param("instance", instanceKey)
                .query(UUID.class)
                .optional()
                .map(JourneyId::new);
    }
}
