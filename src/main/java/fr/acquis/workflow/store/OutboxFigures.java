package fr.acquis.workflow.store;

import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.platform.Waiting;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the engine has not heard of what people did, and what waits for a person. */
@Component
class OutboxFigures implements Figures {

    private final JdbcClient database;
    private final Clock clock;

    OutboxFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        Waiting pending = commands("PENDING");
        return List.of(
                Figure.count("acquis.outbox.pending", pending.count()),
                Figure.age("acquis.outbox.oldest.age", pending.since(clock.instant())),
                Figure.count("acquis.outbox.parked", commands("PARKED").count()),
                Figure.count("acquis.jobs.abandoned", abandoned()));
    }

    private Waiting commands(String state) {
        return database.sql(
                        "select count(*) as waiting, min(appended_at) as oldest from engine_command where state = :state")
                .param("state", state)
                .query(Waiting::read)
                .single();
    }

    /** Begun, and neither finished nor given back in its time. */
    private long abandoned() {
        return database.sql(
                        "select count(*) from engine_job where state = 'RUNNING' and lease_until < utc_timestamp(6)")
                .query(Long.class)
                .single();
    }
}
