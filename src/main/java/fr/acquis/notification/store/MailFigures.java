package fr.acquis.notification.store;

import fr.acquis.platform.Figure;
import fr.acquis.platform.Figures;
import fr.acquis.platform.Waiting;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails that have not left, and those given up. */
@Component
class MailFigures implements Figures {

    private final JdbcClient database;
    private final Clock clock;

    MailFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Figure> count() {
        Waiting queued = mails("QUEUED");
        return List.of(
                Figure.count("acquis.mail.queued", queued.count()),
                Figure.age("acquis.mail.oldest.age", queued.since(clock.instant())),
                Figure.count("acquis.mail.failed", mails("FAILED").count()));
    }

    private Waiting mails(String status) {
        return database.sql("select count(*) as waiting, min(trying_since) as oldest from mail where status = :status")
                .param("status", status)
                .query(Waiting::read)
                .single();
    }
}
