package fr.acquis.admissibility.store;

import fr.acquis.admissibility.Consent;
import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ConsentRows {

    private final JdbcClient database;

    ConsentRows(JdbcClient database) {
        this.database = database;
    }

    /** The last word about it; empty where nothing was said since the filing. */
    public Optional<Consent> last(JourneyId journey, Consent.Kind kind) {
        return database.sql("""
                        select given, said_at from sharing_consent
                        where journey_id = :journey and consent = :kind
                        order by said_at desc limit 1
                        """)
                .param("journey", journey.value())
                .param("kind", kind.name())
                .query((row, n) -> new Consent(kind, row.getBoolean("given"), row.getObject("said_at", Instant.class)))
                .optional();
    }

    public void add(JourneyId journey, Consent consent) {
        database.sql("""
                        insert into sharing_consent (journey_id, consent, said_at, given)
                        values (:journey, :kind, :at, :given)
                        """)
                .param("journey", journey.value())
                .param("kind", consent.kind().name())
                .param("at", consent.saidAt())
                .param("given", consent.given())
                .update();
    }
}
