package fr.acquis.devservices.camunda;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Without an application's logging setup everything is logged down to DEBUG, which costs more than the engine itself. */
final class QuietLogs {

    private QuietLogs() {}

    static void outsideAnApplication() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
            context.getLogger("fr.acquis").setLevel(Level.INFO);
        }
    }

    /** The engine tells its every start and stop in dozens of lines; who wants them sets the level themselves. */
    static void ofTheEngine() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String chatty :
                    List.of("io.camunda", "io.grpc", "io.netty", "org.camunda", "io.micrometer.core.instrument")) {
                if (context.getLogger(chatty).getLevel() == null) {
                    context.getLogger(chatty).setLevel(Level.WARN);
                }
            }
        }
    }
}
