package fr.acquis.notification.mail;

import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.notification.store.MailRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is queued, outside any transaction; what a server puts off is tried again for three days. */
@Component
class MailDispatch {

    private static final Logger log = LoggerFactory.getLogger(MailDispatch.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVE_UP = Duration.ofDays(3);

    private final UUID owner = UUID.randomUUID();
    private final ReentrantLock turn = new ReentrantLock();
    private final MailRows rows;
    private final MailCarrier carrier;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDispatch(MailRows rows, MailCarrier carrier, People people, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.carrier = carrier;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("mail-dispatch").start(MailDispatch.this::sendDue);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void sendDue() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            Optional<MailRows.Leased> next = lease();
            while (next.isPresent()) {
                send(next.get());
                next = lease();
            }
        } finally {
            turn.unlock();
        }
    }

    private Optional<MailRows.Leased> lease() {
        return transaction.execute(status -> rows.lease(owner, clock.instant(), LEASE));
    }

    private void send(MailRows.Leased leased) {
        MailRows.Queued mail = leased.mail();
        Optional<Person> recipient = people.find(mail.recipient());
        if (recipient.isEmpty()) {
            settle(leased, Refusal.NO_ADDRESS);
            return;
        }
        try {
            carrier.carry(new OutgoingMail(
                    mail.id(),
                    recipient.get().email(),
                    recipient.get().displayName(),
                    mail.senderName(),
                    mail.language(),
                    mail.subject(),
                    mail.text(),
                    mail.html(),
                    mail.attachments(),
                    leased.queuedAt()));
            transaction.executeWithoutResult(status -> rows.sent(mail.id(), owner, clock.instant()));
        } catch (MailException failure) {
            settle(leased, Refusal.of(failure));
        }
    }

    private void settle(MailRows.Leased leased, Refusal refusal) {
        Instant now = clock.instant();
        boolean tooLong = leased.tryingSince().plus(GIVE_UP).isBefore(now);
        if (refusal.permanent() || tooLong) {
            String problem = (refusal.permanent() ? refusal : Refusal.GIVEN_UP).code();
            log.warn("mail {} is given up: {}", leased.mail().id(), problem);
            transaction.executeWithoutResult(status -> rows.failed(leased.mail().id(), owner, problem));
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(leased.attempts(), 12));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        log.info("mail {} is put off: {}", leased.mail().id(), refusal.code());
        transaction.executeWithoutResult(status -> rows.putOff(leased.mail().id(), owner, refusal.code(), next));
    }
}
