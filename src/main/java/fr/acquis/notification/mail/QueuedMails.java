package fr.acquis.notification.mail;

import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.notification.MailStatus;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.store.MailLog;
import fr.acquis.notification.store.MailRows;
import fr.acquis.notification.wording.Templates;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words a mail and queues it with the decision it tells. */
@Service
class QueuedMails implements Mails {

    private final MailRows rows;
    private final MailLog log;
    private final MailWording wording;
    private final Templates templates;
    private final Words words;
    private final People people;
    private final Organisations organisations;
    private final CorrespondenceLanguage languages;
    private final Clock clock;

    QueuedMails(
            MailRows rows,
            MailLog log,
            MailWording wording,
            Templates templates,
            Words words,
            People people,
            Organisations organisations,
            CorrespondenceLanguage languages,
            Clock clock) {
        this.rows = rows;
        this.log = log;
        this.wording = wording;
        this.templates = templates;
        this.words = words;
        this.people = people;
        this.organisations = organisations;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(NotificationId id, PersonId to, Notification notification, List<Attachment> attachments) {
        Locale language = languages.of(to);
        Person reader = people.find(to).orElseThrow();
        String body =
                organisations.find(notification.certifyingBody()).orElseThrow().name();
        Instant now = clock.instant();
        CaseReference about = notification.about();
        rows.insert(
                words.in(language, () -> {
                    MailContent content = wording.of(notification);
                    Map<String, Object> model = Map.of(
                            "mail",
                            content,
                            "language",
                            language.getLanguage(),
                            "givenName",
                            reader.givenName(),
                            "body",
                            body);
                    List<Attachment> all = new ArrayList<>(attachments);
                    if (content.dated() != null) {
                        all.add(CalendarFile.of(id, content, language, now));
                    }
                    return new MailRows.Queued(
                            id,
                            to,
                            notification.certifyingBody(),
                            about == null ? null : about.journey(),
                            about == null ? null : about.candidate(),
                            notification.key(),
                            language,
                            words.say("notification.mail.via", body),
                            content.subject(),
                            templates.fill("mail/mail.txt", model),
                            templates.fill("mail/mail.html", model),
                            all);
                }),
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
