package fr.acquis.notification.store;

import fr.acquis.notification.Attachment;
import fr.acquis.notification.MailStatus;
import fr.acquis.notification.NotificationId;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue. A mail is leased before it is sent; whoever dies with a lease leaves the mail to the next after it. */
@Repository
public class MailRows {

    private final JdbcClient database;

    public MailRows(JdbcClient database) {
        this.database = database;
    }

    /** What is written when a mail is queued. */
    public record Queued(
            NotificationId id,
            PersonId recipient,
            CertifyingBodyId body,
            @Nullable JourneyId journey,
            @Nullable PersonId candidate,
            String notification,
            Locale language,
            String senderName,
            String subject,
            String text,
            String html,
            List<Attachment> attachments,
            boolean answerable) {}

    /** A mail taken to be sent. */
    public record Leased(Queued mail, Instant queuedAt, Instant tryingSince, int attempts) {}

    /** An id that is queued or sent already stays as it is. */
    public void insert(Queued mail, Instant at) {
        try {
            database.sql("""
                            insert into mail (id, recipient_id, certifying_body_id, journey_id, candidate_id, notification, language,
                                sender_name, subject, text_part, html_part, answerable, status, attempts, queued_at, trying_since,
                                next_attempt_at)
                            values (:id, :recipient, :body, :journey, :candidate, :notification, :language,
                                :sender, :subject, :text, :html, :answerable, 'QUEUED', 0, :at, :at, :at)
                            """)
                    .param("id", mail.id().value())
                    .param("recipient", mail.recipient().value())
                    .param("body", mail.body().value())
                    .param(
                            "journey",
                            mail.journey() == null ? null : mail.journey().value())
                    .param(
                            "candidate",
                            mail.candidate() == null ? null : mail.candidate().value())
                    .param("notification", mail.notification())
                    .param("language", mail.language().getLanguage())
                    .param("sender", mail.senderName())
                    .param("subject", mail.subject())
                    .param("text", mail.text())
                    .param("html", mail.html())
                    .param("answerable", mail.answerable())
                    .param("at", at)
                    .update();
        } catch (DuplicateKeyException queuedBefore) {
            return;
        }
        int position = 0;
        for (Attachment attachment : mail.attachments()) {
            database.sql("""
                            insert into mail_attachment (mail_id, position, file_name, media_type, content)
                            values (:mail, :position, :name, :type, :content)
                            """)
                    .param("mail", mail.id().value())
                    .param("position", position++)
                    .param("name", attachment.fileName())
                    .param("type", attachment.mediaType())
                    .param("content", attachment.content())
                    .update();
        }
    }

    /** Takes the mail that is due longest and that nobody holds; in a transaction of its own. */
    public Optional<Leased> lease(UUID owner, Instant now, Duration lease) {
        Optional<UUID> due =
                database.sql("""
                        select id from mail
                        where status = 'QUEUED' and next_attempt_at <= :now and (leased_until is null or leased_until < :now)
                        order by next_attempt_at limit 1 for update skip locked
                        """).param("now", now).query(UUID.class).optional();
        due.ifPresent(id -> database.sql("""
                        update mail set leased_by = :owner, leased_until = :until, attempts = attempts + 1 where id = :id
                        """)
                .param("owner", owner)
                .param("until", now.plus(lease))
                .param("id", id)
                .update());
        return due.map(this::leased);
    }

    /** @return false when the lease was lost meanwhile: another sender has the mail */
    public boolean sent(NotificationId id, UUID owner, Instant at, String to) {
        return database.sql("""
                        update mail set status = 'SENT', sent_at = :at, sent_to = :to, next_attempt_at = null, problem = null,
                            leased_by = null, leased_until = null
                        where id = :id and leased_by = :owner and status = 'QUEUED'
                        """)
                        .param("at", at)
                        .param("to", to)
                        .param("id", id.value())
                        .param("owner", owner)
                        .update()
                == 1;
    }

    public boolean putOff(NotificationId id, UUID owner, String problem, Instant next) {
        return database.sql("""
                        update mail set problem = :problem, next_attempt_at = :next, leased_by = null, leased_until = null
                        where id = :id and leased_by = :owner and status = 'QUEUED'
                        """)
                        .param("problem", problem)
                        .param("next", next)
                        .param("id", id.value())
                        .param("owner", owner)
                        .update()
                == 1;
    }

    public boolean failed(NotificationId id, UUID owner, String problem) {
        return database.sql("""
                        update mail set status = 'FAILED', problem = :problem, next_attempt_at = null,
                            leased_by = null, leased_until = null
                        where id = :id and leased_by = :owner and status = 'QUEUED'
                        """)
                        .param("problem", problem)
                        .param("id", id.value())
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** @return false when the mail had not failed */
    public boolean requeue(NotificationId id, Instant at) {
        return database.sql("""
                        update mail set status = 'QUEUED', problem = null, next_attempt_at = :at, trying_since = :at
                        where id = :id and status = 'FAILED'
                        """).param("at", at).param("id", id.value()).update() == 1;
    }

    public Optional<MailStatus> status(NotificationId id) {
        return database.sql("select status from mail where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(MailStatus::valueOf);
    }

    private Leased leased(UUID id) {
        List<Attachment> attachments = database.sql(
                        "select file_name, media_type, content from mail_attachment where mail_id = :id order by position")
                .param("id", id)
                .query((row, n) -> new Attachment(
                        row.getString("file_name"), row.getString("media_type"), row.getBytes("content")))
                .list();
        return database.sql("select * from mail where id = :id")
                .param("id", id)
                .query((row, n) -> leased(row, attachments))
                .single();
    }

    private static Leased leased(ResultSet row, List<Attachment> attachments) throws SQLException {
        UUID journey = row.getObject("journey_id", UUID.class);
        UUID candidate = row.getObject("candidate_id", UUID.class);
        return new Leased(
                new Queued(
                        new NotificationId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("recipient_id", UUID.class)),
                        new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                        journey == null ? null : new JourneyId(journey),
                        candidate == null ? null : new PersonId(candidate),
                        row.getString("notification"),
                        Locale.of(row.getString("language")),
                        row.getString("sender_name"),
                        row.getString("subject"),
                        row.getString("text_part"),
                        row.getString("html_part"),
                        attachments,
                        row.getBoolean("answerable")),
                row.getObject("queued_at", Instant.class),
                row.getObject("trying_since", Instant.class),
                row.getInt("attempts"));
    }
}
