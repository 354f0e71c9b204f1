package fr.acquis.evidence.store;

import fr.acquis.evidence.StoreUnavailable;
import org.springframework.stereotype.Component;

/** Asks the object store for a thing it does not have: a no is an answer. */
@Component
public class StoreProbe {

    private final ObjectStore store;

    StoreProbe(ObjectStore store) {
        this.store = store;
    }

    public boolean answers() {
        try {
            store.size("health");
            return true;
        } catch (StoreUnavailable absent) {
            return false;
        }
    }
}
