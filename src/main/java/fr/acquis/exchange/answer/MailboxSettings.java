package fr.acquis.exchange.answer;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The mailbox in which answers arrive, read by IMAP. Without a host mails cannot be answered, and say so.
 *
 * @param tls whether the connection is encrypted from its first byte; only on this machine may it not be
 * @param address what is written to: its local part, a plus, the secret
 * @param folder that is read
 * @param aside where mails go that could not be handled
 * @param done where handled ones go; blank to delete them
 * @param authenticatedBy the name by which the own mail server signs {@code Authentication-Results}; where it is set, it must say
 *     {@code dmarc=pass}
 * @param answerable how long a mail may be answered
 * @param largest a mail with its files, as it is sent
 * @param tries how often a mail is begun before it is put aside
 * @param mostADay answers of one person in one thread
 */
@ConfigurationProperties("acquis.mailbox")
public record MailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String address,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Acquis-aside") String aside,
        @DefaultValue("") String done,
        @DefaultValue("") String authenticatedBy,
        @DefaultValue("60d") Duration answerable,
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("3") int tries,
        @DefaultValue("20") int mostADay) {

    /** What a local part may hold (RFC 5321), less the plus and the secret. */
    private static final int LONGEST_PREFIX = 64 - 1 - 2 * AnswerAddresses.BYTES;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    public MailboxSettings {
        address = address.toLowerCase(Locale.ROOT);
        if (!host.isBlank()) {
            int at = address.indexOf('@');
            if (at < 1 || at > LONGEST_PREFIX || at == address.length() - 1) {
                throw new IllegalArgumentException(
                        "acquis.mailbox.address must be an e-mail address with at most %d characters before the @"
                                .formatted(LONGEST_PREFIX));
            }
            if (!tls && !LOOPBACK.contains(host)) {
                throw new IllegalArgumentException("acquis.mailbox.tls may be false for this machine only");
            }
        }
    }

    public boolean read() {
        return !host.isBlank();
    }

    String prefix() {
        return address.substring(0, address.indexOf('@')) + "+";
    }

    String domain() {
        return address.substring(address.indexOf('@'));
    }

    @Override
    public String toString() {
        return "MailboxSettings[…]";
    }
}
