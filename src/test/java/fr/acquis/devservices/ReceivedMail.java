package fr.acquis.devservices;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the development server received it.
 *
 * @param number its place among all, from 0
 * @param attached names of what came with it
 * @param answersTo the address it is answered to; null when it is not
 */
public record ReceivedMail(
        int number,
        String from,
        String to,
        String subject,
        Instant sent,
        String text,
        String html,
        List<String> attached,
        @Nullable String answersTo) {

    public static ReceivedMail of(int number, MimeMessage mail) {
        try {
            List<Part> parts = parts(mail);
            return new ReceivedMail(
                    number,
                    addresses(mail.getFrom()),
                    addresses(mail.getAllRecipients()),
                    Optional.ofNullable(mail.getSubject()).orElse("—"),
                    mail.getSentDate() == null
                            ? Instant.EPOCH
                            : mail.getSentDate().toInstant(),
                    content(parts, "text/plain"),
                    content(parts, "text/html"),
                    parts.stream().flatMap(ReceivedMail::name).toList(),
                    mail.getHeader("Reply-To") == null ? null : addresses(mail.getReplyTo()));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean answers(String words) {
        String sought = words.strip().toLowerCase();
        return to.toLowerCase().contains(sought) || subject.toLowerCase().contains(sought);
    }

    private static String addresses(jakarta.mail.Address[] addresses) {
        return addresses == null
                ? "—"
                : Arrays.stream(addresses)
                        .map(address -> decoded(address.toString()))
                        .collect(Collectors.joining(", "));
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (IOException plain) {
            return header;
        }
    }

    /** The leaves of the message. */
    private static List<Part> parts(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart several)) {
            return List.of(part);
        }
        List<Part> parts = new ArrayList<>();
        for (int n = 0; n < several.getCount(); n++) {
            BodyPart one = several.getBodyPart(n);
            parts.addAll(parts(one));
        }
        return parts;
    }

    private static String content(List<Part> parts, String type) throws MessagingException, IOException {
        for (Part part : parts) {
            if (part.isMimeType(type) && part.getFileName() == null) {
                return String.valueOf(part.getContent());
            }
        }
        return "";
    }

    private static Stream<String> name(Part part) {
        try {
            return Stream.ofNullable(part.getFileName()).map(ReceivedMail::decoded);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
