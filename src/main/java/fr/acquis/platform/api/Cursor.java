package fr.acquis.platform.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a page ended: the sort key and the id of its last row, so that rows added meanwhile neither repeat nor hide others.
 * Callers hand it back as it is.
 */
public record Cursor(Instant at, UUID id) {

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiRefusal when the text is no cursor of ours */
    public static @Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw bad();
        }
        throw bad();
    }

    private static ApiRefusal bad() {
        return new ApiRefusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "api.bad-cursor",
                new Object[0],
                List.of(),
                Map.of("parameter", "after"));
    }
}
