package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The engine's incidents as they were last seen. */
@Repository
public class IncidentRows {

    private final JdbcClient database;

    IncidentRows(JdbcClient database) {
        this.database = database;
    }

    public record Known(long key, JourneyId journey, String process, String element, String type, Instant since) {}

    @Transactional(readOnly = true)
    public Set<Long> keys() {
        return new HashSet<>(database.sql("select incident_key from engine_incident")
                .query(Long.class)
                .list());
    }

    /** One transaction: nobody reads a mirror that is half of yesterday. */
    @Transactional
    public void replace(Collection<Long> gone, Collection<Known> come) {
        gone.forEach(key -> database.sql("delete from engine_incident where incident_key = :key")
                .param("key", key)
                .update());
        come.forEach(this::insert);
    }

    private void insert(Known incident) {
        database.sql("""
                        insert ignore into engine_incident (incident_key, journey_id, process, element, type, since)
                        values (:key, :journey, :process, :element, :type, :since)
                        """)
                .param("key", incident.key())
                .param("journey", incident.journey().value())
                .param("process", incident.process())
                .param("element", incident.element())
                .param("type", incident.type())
                .param("since", incident.since())
                .update();
    }
}
