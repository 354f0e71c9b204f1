package fr.acquis.devservices.camunda;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Without an application's logging setup everything is logged down to DEBUG, which costs more than the engine itself. */
final class QuietLogs {

    private static final List<String> CHATTY = List.of(
            "io.camunda", "io.grpc", "io.netty", "org.camunda", "org.apache.hc", "io.micrometer.core.instrument");

    private QuietLogs() {}

    /** The engine tells its every start and stop in dozens of lines; who wants them sets the level themselves. */
    static void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (root.getLevel() == Level.DEBUG) {
                root.setLevel(Level.INFO);
            }
            for (String chatty : CHATTY) {
                Logger logger = context.getLogger(chatty);
                if (logger.getLevel() == null) {
                    logger.setLevel(Level.ERROR);
                }
            }
        }
    }
}
