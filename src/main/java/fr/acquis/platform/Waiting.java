package fr.acquis.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue as a count sees it: read from the columns {@code waiting} and {@code oldest}. */
public record Waiting(long count, @Nullable Instant oldest) {

    public static Waiting read(ResultSet row, int n) throws SQLException {
        return new Waiting(row.getLong("waiting"), row.getObject("oldest", Instant.class));
    }

    public Duration since(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
