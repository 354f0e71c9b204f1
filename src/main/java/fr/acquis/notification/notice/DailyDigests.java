package fr.acquis.notification.notice;

import fr.acquis.notification.CorrespondenceLanguage;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.notice.DigestQueue.Entry;
import fr.acquis.notification.wording.Words;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One mail a day for those who wish so, from an hour of Paris on: what was put before that hour and is not read yet. Nothing
 * to say, no mail. An application that stood still at that hour sends it later the same day.
 */
@Component
public class DailyDigests {

    private static final Logger log = LoggerFactory.getLogger(DailyDigests.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int BATCH = 500;

    private final DigestQueue queue;
    private final KeptNotices notices;
    private final Mails mails;
    private final CorrespondenceLanguage languages;
    private final Words words;
    private final NotificationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DailyDigests(
            DigestQueue queue,
            KeptNotices notices,
            Mails mails,
            CorrespondenceLanguage languages,
            Words words,
            NotificationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.notices = notices;
        this.mails = mails;
        this.languages = languages;
        this.words = words;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT45S")
    @SchedulerLock(name = "daily-digest")
    void sweep() {
        send(clock.instant());
    }

    /** Sends those of the day whose hour has come. */
    public void send(Instant now) {
        LocalDate day = now.atZone(PARIS).toLocalDate();
        Instant hour = day.atTime(settings.digestAt()).atZone(PARIS).toInstant();
        if (now.isBefore(hour)) {
            return;
        }
        for (PersonId person : queue.waiting(hour, BATCH)) {
            try {
                transaction.executeWithoutResult(status -> send(person, day, hour));
            } catch (RuntimeException failed) {
                log.warn("the daily mail of person {} could not be made, it is tried again", person, failed);
            }
        }
    }

    private void send(PersonId person, LocalDate day, Instant before) {
        if (!queue.begin(person, day)) {
            return;
        }
        List<Entry> entries = queue.take(person, before);
        queue.finish(person, day, entries.size());
        if (entries.isEmpty()) {
            return;
        }
        List<String> said = words.in(
                languages.of(person),
                () -> entries.stream()
                        .map(entry -> notices.text(entry.notification(), entry.facts()))
                        .toList());
        mails.send(
                NotificationId.ofDay(person, day),
                person,
                new Notification.DailyDigest(entries.getFirst().body(), said, "/notices"));
    }
}
