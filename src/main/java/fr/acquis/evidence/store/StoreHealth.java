package fr.acquis.evidence.store;

import fr.acquis.evidence.StoreUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shown as {@code documents} among the health of the parts. */
@Component("documents")
class StoreHealth implements HealthIndicator {

    private final ObjectStore store;

    StoreHealth(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        try {
            store.size("health");
            return Health.up().build();
        } catch (StoreUnavailable absent) {
            return Health.down(absent).build();
        }
    }
}
