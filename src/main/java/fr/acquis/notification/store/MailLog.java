package fr.acquis.notification.store;

import fr.acquis.notification.MailStatus;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.NotificationId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class MailLog {

    private final JdbcClient database;

    MailLog(JdbcClient database) {
        this.database = database;
    }

    public List<MailSummary> about(JourneyId journey) {
        return database.sql("""
                        select id, recipient_id, notification, subject, status, attempts, queued_at, sent_at, sent_to, next_attempt_at, problem
                        from mail where journey_id = :journey order by queued_at desc, id
                        """)
                .param("journey", journey.value())
                .query((row, n) -> new MailSummary(
                        new NotificationId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("recipient_id", UUID.class)),
                        row.getString("notification"),
                        row.getString("subject"),
                        MailStatus.valueOf(row.getString("status")),
                        row.getInt("attempts"),
                        row.getObject("queued_at", Instant.class),
                        row.getObject("sent_at", Instant.class),
                        row.getString("sent_to"),
                        row.getObject("next_attempt_at", Instant.class),
                        row.getString("problem")))
                .list();
    }
}
