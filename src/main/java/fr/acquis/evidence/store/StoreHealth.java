package fr.acquis.evidence.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shown as {@code documents} among the health of the parts. */
@Component("documents")
class StoreHealth implements HealthIndicator {

    private final StoreProbe store;

    StoreHealth(StoreProbe store) {
        this.store = store;
    }

    @Override
    public Health health() {
        return store.answers() ? Health.up().build() : Health.down().build();
    }
}
