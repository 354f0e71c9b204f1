package fr.acquis.notification.mail;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.notification.MailAnswers;
import fr.acquis.notification.MailStatus;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.store.MailLog;
import fr.acquis.notification.store.MailRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words a mail and queues it with the decision it tells. */
@Service
class QueuedMails implements Mails {

    private final MailRows rows;
    private final MailLog log;
    private final MailPress press;
    private final People people;
    private final CorrespondenceLanguage languages;
    private final ObjectProvider<MailAnswers> answers;
    private final Clock clock;

    QueuedMails(
            MailRows rows,
            MailLog log,
            MailPress press,
            People people,
            CorrespondenceLanguage languages,
            ObjectProvider<MailAnswers> answers,
            Clock clock) {
        this.rows = rows;
        this.log = log;
        this.press = press;
        this.people = people;
        this.languages = languages;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(NotificationId id, PersonId to, Notification notification, List<Attachment> attachments) {
        Locale language = languages.of(to);
        Person reader = people.find(to).orElseThrow();
        Instant now = clock.instant();
        boolean answerable = answers.stream().anyMatch(room -> room.invites(notification));
        MailPress.Pressed pressed = press.press(id, notification, reader, language, answerable, now);
        List<Attachment> all = new ArrayList<>(attachments);
        pressed.calendar().ifPresent(all::add);
        CaseReference about = notification.about();
        rows.insert(
                new MailRows.Queued(
                        id,
                        to,
                        notification.certifyingBody(),
                        about == null ? null : about.journey(),
                        about == null ? null : about.candidate(),
                        notification.key(),
                        language,
                        pressed.senderName(),
                        pressed.subject(),
                        pressed.text(),
                        pressed.html(),
                        all,
                        answerable),
                now);
    }

    @Override
    public List<MailSummary> about(JourneyId journey) {
        return log.about(journey);
    }

    @Override
    public MailStatus status(NotificationId id) {
        return rows.status(id).orElseThrow();
    }

    @Override
    @Transactional
    public void sendAgain(NotificationId id) {
        rows.requeue(id, clock.instant());
    }
}
