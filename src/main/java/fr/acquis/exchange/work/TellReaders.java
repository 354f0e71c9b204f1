package fr.acquis.exchange.work;

import fr.acquis.exchange.Message;
import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.Seats;
import fr.acquis.exchange.Side;
import fr.acquis.exchange.store.MessageRows;
import fr.acquis.exchange.store.ReaderRows;
import fr.acquis.exchange.store.ReaderRows.Waiting;
import fr.acquis.identity.People;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.worklist.CaseTitles;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says that something waits to be read: once for all that was written within the time to take it back, and to nobody who has
 * read it meanwhile or may no longer.
 */
@Component
public class TellReaders {

    private static final Logger log = LoggerFactory.getLogger(TellReaders.class);
    private static final int BATCH = 200;

    private final ReaderRows readers;
    private final MessageRows messages;
    private final Seats seats;
    private final Journeys journeys;
    private final People people;
    private final CaseTitles titles;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellReaders(
            ReaderRows readers,
            MessageRows messages,
            Seats seats,
            Journeys journeys,
            People people,
            CaseTitles titles,
            Notifications notifications,
            TransactionTemplate transaction,
            Clock clock) {
        this.readers = readers;
        this.messages = messages;
        this.seats = seats;
        this.journeys = journeys;
        this.people = people;
        this.titles = titles;
        this.notifications = notifications;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    @SchedulerLock(name = "exchange-readers")
    void sweep() {
        tell(clock.instant());
    }

    /** Tells those whose time had come by then. */
    public void tell(Instant now) {
        List<Waiting> due = readers.toTell(now, BATCH);
        for (Waiting waiting : due) {
            try {
                transaction.executeWithoutResult(status -> tell(waiting, now));
            } catch (RuntimeException failed) {
                log.warn("a reader of case {} could not be told, it is tried again", waiting.journey(), failed);
            }
        }
    }

    private void tell(Waiting waiting, Instant now) {
        Optional<Integer> unread = readers.told(waiting, now);
        if (unread.isEmpty()) {
            return;
        }
        Journey journey = journeys.find(waiting.journey()).orElseThrow();
        Optional<Side> side = people.standing(waiting.person()).flatMap(known -> seats.side(journey, known));
        if (side.isEmpty()) {
            readers.forget(waiting.journey(), waiting.person());
            return;
        }
        boolean note = waiting.kind() == Message.Kind.NOTE;
        if (unread.get() > 0) {
            last(waiting, side.get())
                    .ifPresent(last -> notifications.tell(
                            NotificationId.about(journey.id(), "waiting/" + last, waiting.person()),
                            waiting.person(),
                            new CaseNotification.MessageWaiting(
                                    titles.of(journey),
                                    note,
                                    "/journeys/" + journey.id() + (note ? "/notes" : "/messages"))));
        }
    }

    private Optional<MessageId> last(Waiting waiting, Side side) {
        return messages.before(waiting.journey(), waiting.kind(), side == Side.ADVISER, null, 1).stream()
                .map(Message::id)
                .findFirst();
    }
}
