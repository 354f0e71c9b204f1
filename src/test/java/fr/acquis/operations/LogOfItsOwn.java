package fr.acquis.operations;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LoggingSystem;

/** One JVM sets its log up once, for the first application in it; this one must write as production does whoever came before. */
class LogOfItsOwn implements BeforeAllCallback {

    private static final AtomicBoolean done = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (done.compareAndSet(false, true)) {
            LoggingSystem.get(getClass().getClassLoader()).cleanUp();
        }
    }
}
