package fr.acquis.workflow.store;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The epoch as the database knows it: one row at most. */
@Repository
@Transactional
public class EpochRow {

    private final JdbcClient database;
    private final Clock clock;

    EpochRow(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param marked whether the engine has confirmed it */
    public record Binding(UUID epoch, boolean marked) {}

    @Transactional(readOnly = true)
    public Optional<Binding> find() {
        return database.sql("select epoch, marked from engine_epoch")
                .query((row, n) -> new Binding(row.getObject("epoch", UUID.class), row.getBoolean("marked")))
                .optional();
    }

    /** Another replica may bind at the same moment: the first wins, and its epoch is answered. */
    public UUID bind(UUID epoch) {
        database.sql("insert ignore into engine_epoch (id, epoch, marked, bound_at) values (1, :epoch, false, :at)")
                .param("epoch", epoch)
                .param("at", clock.instant())
                .update();
        return database.sql("select epoch from engine_epoch").query(UUID.class).single();
    }

    public void marked(UUID epoch) {
        database.sql("update engine_epoch set marked = true where epoch = :epoch and marked = false")
                .param("epoch", epoch)
                .update();
    }

    /** Undoes the binding, for a new engine. */
    public void forget() {
        database.sql("delete from engine_epoch").update();
    }
}
