package fr.acquis.notification;

import fr.acquis.shared.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the mail log shows it.
 *
 * @param notification the {@link Notification#key()} it was made from
 * @param sentTo the address the server accepted it for; null before, and for what was sent before it was kept
 * @param problem what the last try met, as a message key; null when nothing did
 */
public record MailSummary(
        NotificationId id,
        PersonId recipient,
        String notification,
        String subject,
        MailStatus status,
        int attempts,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable String sentTo,
        @Nullable Instant nextAttemptAt,
        @Nullable String problem) {}
