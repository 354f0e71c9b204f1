package fr.acquis.workflow;

import java.util.Optional;
import java.util.UUID;

/** Whether the engine found is the one this database belongs to. */
public sealed interface EpochFinding {

    /** They belong together. */
    record Ours(UUID epoch) implements EpochFinding {}

    /** Neither has seen the other, or the first binding was cut short: they become one. */
    record Unbound(UUID epoch) implements EpochFinding {}

    /** They do not belong together; nothing may be changed. */
    record Foreign(Reason reason) implements EpochFinding {}

    /** Each has its words under {@code workflow.epoch.<name>}. */
    enum Reason {
        /** The engine has lost its memory or was replaced by a new one: journeys can be restarted on it. */
        ENGINE_IS_NEW,
        /** The engine carries cases this database never had. */
        DATABASE_IS_NEW,
        /** Each belongs to another. */
        ENGINE_OF_ANOTHER,
        /** The data folder says otherwise than the database in it. */
        DATA_FOLDER
    }

    /**
     * @param configured what the data folder says; empty outside one
     * @param database what the database was bound to
     * @param marked whether the engine had confirmed that binding
     * @param engine what the engine was bound to
     */
    static EpochFinding of(Optional<UUID> configured, Optional<UUID> database, boolean marked, Optional<UUID> engine) {
        if (configured.isPresent() && database.isPresent() && !configured.equals(database)) {
            return new Foreign(Reason.DATA_FOLDER);
        }
        if (database.isEmpty()) {
            return engine.isEmpty()
                    ? new Unbound(configured.orElseGet(UUID::randomUUID))
                    : new Foreign(Reason.DATABASE_IS_NEW);
        }
        if (engine.isEmpty()) {
            return marked ? new Foreign(Reason.ENGINE_IS_NEW) : new Unbound(database.get());
        }
        return engine.equals(database) ? new Ours(database.get()) : new Foreign(Reason.ENGINE_OF_ANOTHER);
    }
}
