package fr.acquis.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is read.
 *
 * @param page where it leads, a path of ours
 * @param readAt null while it is unread
 */
public record Notice(
        NotificationId id,
        String text,
        String page,
        Instant at,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }
}
