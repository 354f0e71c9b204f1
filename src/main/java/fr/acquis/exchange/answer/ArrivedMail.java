package fr.acquis.exchange.answer;

import fr.acquis.shared.Sha256;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the headers of a mail say; its content is read when it is wanted.
 *
 * @param key the same however often the mail comes
 */
record ArrivedMail(Message message, Sha256 key) {

    private static final List<String> ADDRESSED = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");
    private static final List<String> ONLY_MACHINES_WRITE =
            List.of("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Failed-Recipients", "List-Id");
    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> NOBODY =
            Set.of("mailer-daemon", "postmaster", "noreply", "no-reply", "ne-pas-repondre", "nepasrepondre");
    private static final Pattern ABSENT = Pattern.compile(
            "^\\s*(réponse automatique|automatic reply|auto(matic)?[ -]?reply|autoreply|out of (the )?office"
                    + "|absence du bureau|message d['’]absence|auto\\s*:)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static ArrivedMail of(Message message, String place) throws MessagingException {
        String id = header(message, "Message-ID").orElse(place);
        return new ArrivedMail(message, Sha256.of(id.strip()));
    }

    List<String> addressed() throws MessagingException {
        List<String> headers = new ArrayList<>();
        for (String name : ADDRESSED) {
            String[] found = message.getHeader(name);
            if (found != null) {
                headers.addAll(Arrays.asList(found));
            }
        }
        return headers;
    }

    /** Whether it says to come from that address, and from no other. */
    boolean from(String address) throws MessagingException {
        return sender().filter(address.strip()::equalsIgnoreCase).isPresent();
    }

    /** Whether a machine wrote it: what answers those may never end. */
    boolean automatic() throws MessagingException {
        boolean submitted = header(message, "Auto-Submitted")
                .filter(said -> !said.strip().equalsIgnoreCase("no"))
                .isPresent();
        boolean precedence = header(message, "Precedence")
                .map(said -> said.strip().toLowerCase(Locale.ROOT))
                .filter(PRECEDENCES::contains)
                .isPresent();
        boolean bounced = header(message, "Return-Path")
                .filter(path -> path.strip().equals("<>"))
                .isPresent();
        for (String name : ONLY_MACHINES_WRITE) {
            if (message.getHeader(name) != null) {
                return true;
            }
        }
        return submitted
                || precedence
                || bounced
                || message.isMimeType("multipart/report")
                || ABSENT.matcher(decoded(header(message, "Subject").orElse("")))
                        .find()
                || sender().map(ArrivedMail::local).filter(NOBODY::contains).isPresent();
    }

    /** Whether that server says of the sender that the domain vouches for them. Its word stands above those sent along. */
    boolean vouchedFor(String server) throws MessagingException {
        String[] results = message.getHeader("Authentication-Results");
        return results != null
                && Stream.of(results)
                        .map(result -> result.strip().toLowerCase(Locale.ROOT))
                        .filter(result -> result.split("[;\\s]", 2)[0].equals(server.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .filter(result -> result.matches("(?s).*;\\s*dmarc=pass\\b.*"))
                        .isPresent();
    }

    private Optional<String> sender() throws MessagingException {
        String[] from = message.getHeader("From");
        if (from == null || from.length != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(from[0], false);
            return addresses.length == 1 ? Optional.ofNullable(addresses[0].getAddress()) : Optional.empty();
        } catch (AddressException nobody) {
            return Optional.empty();
        }
    }

    private static String local(String address) {
        int at = address.indexOf('@');
        return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> header(Message message, String name) throws MessagingException {
        String[] found = message.getHeader(name);
        return found == null || found[0].isBlank() ? Optional.empty() : Optional.of(found[0]);
    }

    static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException plain) {
            return header;
        }
    }
}
