package fr.acquis.platform.logging;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * A stack trace without what exceptions say: a database quotes the value it refused, a parser the text it could not read, a
 * mail server the address. Types, places and the database's error numbers remain, and the words of what cannot quote a person.
 */
public class WordlessStackTrace implements StackTracePrinter {

    private static final int FRAMES = 60;

    /** Their messages hold host names, settings and codes. */
    private static final Set<String> SPEAKING = Set.of("java.net.", "javax.net.", "io.grpc.", "org.flywaydb.");

    @Override
    public void printStackTrace(Throwable thrown, Appendable out) throws IOException {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
            out.append(before)
                    .append(one.getClass().getName())
                    .append(words(one))
                    .append('\n');
            StackTraceElement[] frames = one.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                out.append("\tat ").append(frames[i].toString()).append('\n');
            }
            before = "Caused by: ";
        }
    }

    private static String words(Throwable thrown) {
        if (thrown instanceof SQLException refused) {
            return ": error %d, state %s".formatted(refused.getErrorCode(), refused.getSQLState());
        }
        String type = thrown.getClass().getName();
        boolean speaks = SPEAKING.stream().anyMatch(type::startsWith);
        return speaks && thrown.getMessage() != null ? ": " + thrown.getMessage() : "";
    }
}
