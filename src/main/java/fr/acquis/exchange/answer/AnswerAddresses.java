package fr.acquis.exchange.answer;

import fr.acquis.exchange.store.AnswerRows;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.MailAnswers;
import fr.acquis.notification.Notification;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.shared.Sha256;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secret addresses: each is one person’s in one thread, and its SHA-256 is all that is kept. */
@Component
class AnswerAddresses implements MailAnswers {

    static final int BYTES = 20;

    private final MailboxSettings settings;
    private final AnswerRows rows;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Pattern ours;

    AnswerAddresses(MailboxSettings settings, AnswerRows rows, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.clock = clock;
        this.ours = settings.read()
                ? Pattern.compile(
                        Pattern.quote(settings.prefix()) + "([0-9a-f]{" + 2 * BYTES + "})"
                                + Pattern.quote(settings.domain()),
                        Pattern.CASE_INSENSITIVE)
                : Pattern.compile("(?!)");
    }

    @Override
    public boolean invites(Notification notification) {
        return settings.read() && notification instanceof CaseNotification.MessageWaiting waiting && !waiting.note();
    }

    @Override
    @Transactional
    public Optional<String> newAddress(JourneyId journey, PersonId reader) {
        if (!settings.read()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        rows.invite(Sha256.of(secret), journey, reader, clock.instant().plus(settings.answerable()));
        return Optional.of(settings.prefix() + secret + settings.domain());
    }

    /** The first of these headers' addresses that we gave to somebody. */
    Optional<AnswerRows.Invited> among(List<String> headers) {
        return headers.stream()
                .flatMap(header -> ours.matcher(header).results())
                .map(found -> Sha256.of(found.group(1).toLowerCase(Locale.ROOT)))
                .distinct()
                .limit(5)
                .flatMap(hash -> rows.invited(hash).stream())
                .findFirst();
    }
}
