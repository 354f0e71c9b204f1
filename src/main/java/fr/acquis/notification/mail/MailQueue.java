package fr.acquis.notification.mail;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.notification.MailStatus;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
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

/** Words a mail when it is queued, so that a repeat after a crash is the same to the letter. */
@Service
class MailQueue implements Mails {

    private final MailRows rows;
    private final MailWording wording;
    private final Words words;
    private final Templates templates;
    private final CorrespondenceLanguage languages;
    private final Organisations organisations;
    private final MailDispatch dispatch;
    private final Clock clock;

    MailQueue(
            MailRows rows,
            MailWording wording,
            Words words,
            Templates templates,
            CorrespondenceLanguage languages,
            Organisations organisations,
            MailDispatch dispatch,
            Clock clock) {
        this.rows = rows;
        this.wording = wording;
        this.words = words;
        this.templates = templates;
        this.languages = languages;
        this.organisations = organisations;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(NotificationId id, PersonId to, Notification notification, List<Attachment> attachments) {
        Locale language = languages.of(to);
        Instant now = clock.instant();
        String sender = organisations
                .find(notification.certifyingBody())
                .map(CertifyingBody::name)
                .orElse("Acquis");
        CaseReference about = notification.about();
        words.in(language, () -> {
            MailContent content = wording.of(notification);
            Map<String, Object> model = Map.of("mail", content, "sender", sender, "language", language.getLanguage());
            List<Attachment> all = new ArrayList<>(attachments);
            if (content.dated() != null) {
                all.add(CalendarFile.of(id, content, language, now));
            }
            rows.insert(
                    new MailRows.Queued(
                            id,
                            to,
                            notification.certifyingBody(),
                            about == null ? null : about.journey(),
                            about == null ? null : about.candidate(),
                            notification.key(),
                            language,
                            sender,
                            content.subject(),
                            templates.fill("mail.txt", model),
                            templates.fill("mail.html", model),
                            all),
                    now);
            return null;
        });
        dispatch.wakeAfterCommit();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MailSummary> about(JourneyId journey) {
        return rows.about(journey);
    }

    @Override
    @Transactional(readOnly = true)
    public MailStatus status(NotificationId id) {
        return rows.status(id).orElseThrow();
    }

    @Override
    @Transactional
    public void sendAgain(NotificationId id) {
        if (rows.requeue(id, clock.instant())) {
            dispatch.wakeAfterCommit();
        }
    }
}
