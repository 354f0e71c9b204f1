package fr.acquis.notification.mail;

import fr.acquis.notification.Attachment;
import fr.acquis.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is handed to the mail server, the same on every repeat.
 *
 * @param date when it was queued: a repeat bears the same
 * @param answersTo where an answer arrives; null when nobody reads answers
 */
public record OutgoingMail(
        NotificationId id,
        String to,
        String toName,
        String senderName,
        Locale language,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        Instant date,
        @Nullable String answersTo) {

    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}
