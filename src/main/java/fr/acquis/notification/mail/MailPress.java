package fr.acquis.notification.mail;

import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.Person;
import fr.acquis.notification.Attachment;
import fr.acquis.notification.Letterhead;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.store.LetterheadRows;
import fr.acquis.notification.wording.Templates;
import fr.acquis.notification.wording.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays a worded notification out as a mail: subject, text, HTML and the calendar file of its date. */
@Component
class MailPress {

    private final MailWording wording;
    private final Templates templates;
    private final Words words;
    private final Organisations organisations;
    private final LetterheadRows letterheads;
    private final NotificationSettings settings;

    MailPress(
            MailWording wording,
            Templates templates,
            Words words,
            Organisations organisations,
            LetterheadRows letterheads,
            NotificationSettings settings) {
        this.wording = wording;
        this.templates = templates;
        this.words = words;
        this.organisations = organisations;
        this.letterheads = letterheads;
        this.settings = settings;
    }

    /** A mail as it leaves, but for its addressee. */
    record Pressed(String senderName, String subject, String text, String html, Optional<Attachment> calendar) {}

    /** @param answerable whether its reader may answer it */
    Pressed press(
            NotificationId id,
            Notification notification,
            Person reader,
            Locale language,
            boolean answerable,
            Instant now) {
        CertifyingBody body = organisations.find(notification.certifyingBody()).orElseThrow();
        String contact = letterheads.find(body.id()).map(Letterhead::contact).orElse("");
        return words.in(language, () -> {
            MailContent content = wording.of(notification);
            Map<String, Object> model = Map.of(
                    "mail",
                    content,
                    "language",
                    language.getLanguage(),
                    "givenName",
                    reader.givenName(),
                    "body",
                    body.name(),
                    "contact",
                    contact,
                    "answers",
                    words.say(answerable ? "notification.mail.answerable" : "notification.mail.automatic"));
            return new Pressed(
                    words.say("notification.mail.via", body.name()),
                    content.subject(),
                    templates.fill("mail/mail.txt", model),
                    templates.fill("mail/mail.html", model),
                    content.dated() == null
                            ? Optional.empty()
                            : Optional.of(CalendarFile.of(
                                    id.value(), content.dated(), content.link(), settings.mailFrom(), language, now)));
        });
    }
}
