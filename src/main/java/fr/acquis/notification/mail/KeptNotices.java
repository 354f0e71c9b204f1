package fr.acquis.notification.mail;

import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.notification.Notice;
import fr.acquis.notification.Notices;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.store.NoticeRows;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A notice says what the mail's subject says, in the person's language when it was put. */
@Service
@Transactional
class KeptNotices implements Notices {

    private final NoticeRows rows;
    private final MailWording wording;
    private final Words words;
    private final CorrespondenceLanguage languages;
    private final Clock clock;

    KeptNotices(NoticeRows rows, MailWording wording, Words words, CorrespondenceLanguage languages, Clock clock) {
        this.rows = rows;
        this.wording = wording;
        this.words = words;
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(NotificationId id, PersonId to, Notification notification) {
        String text = words.in(languages.of(to), () -> wording.of(notification).subject());
        rows.insert(id, to, text, notification.page(), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public long unread(PersonId person) {
        return rows.unread(person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Notice> of(PersonId person, int most) {
        return rows.of(person, most);
    }

    @Override
    public boolean markRead(PersonId person, NotificationId id) {
        return rows.markRead(person, id, clock.instant());
    }

    @Override
    public void markAllRead(PersonId person) {
        rows.markAllRead(person, clock.instant());
    }
}
