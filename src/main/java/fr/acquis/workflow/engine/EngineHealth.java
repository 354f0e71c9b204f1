package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Without the engine the application still serves: degraded, never down, so that nothing restarts it for that. */
@Component("engine")
class EngineHealth implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final EngineState engine;

    EngineHealth(EngineState engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.status(engine.ready() ? Status.UP : DEGRADED)
                .withDetail("phase", engine.phase().name());
        engine.foreign().ifPresent(reason -> health.withDetail("reason", reason.name()));
        return health.build();
    }
}
