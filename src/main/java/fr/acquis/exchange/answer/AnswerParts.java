package fr.acquis.exchange.answer;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The content of a mail: its text, as plain text where it has one, and its files. */
final class AnswerParts {

    private static final int DEEPEST = 10;
    private static final int MOST = 100;
    /** Far more than a message may hold, with all it quotes. */
    private static final int LONGEST_TEXT = 512 * 1024;

    private static final Set<String> SIGNATURES = Set.of(
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature");

    private final List<Part> files = new ArrayList<>();
    private final List<Part> pictures = new ArrayList<>();
    private final StringBuilder pages = new StringBuilder();
    private final Text text;
    private int seen;

    private record Text(String words, boolean plain) {

        static final Text NONE = new Text("", false);
    }

    private AnswerParts(Part mail) throws MessagingException, IOException {
        text = read(mail, 0);
        // A picture the page shows is its ornament; one that it does not show was joined.
        for (Part picture : pictures) {
            if (!shown(picture)) {
                files.add(picture);
            }
        }
    }

    static AnswerParts of(Part mail) throws MessagingException, IOException {
        return new AnswerParts(mail);
    }

    String text() {
        return text.words();
    }

    List<Part> files() {
        return List.copyOf(files);
    }

    /** As its sender calls it; a name made from its type where they do not. */
    static String name(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name != null && !name.isBlank()) {
            return ArrivedMail.decoded(name);
        }
        return part.isMimeType("message/rfc822") ? "message.eml" : type(part).replace('/', '.');
    }

    /** Its type without parameters. */
    static String type(Part part) throws MessagingException {
        return part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private Text read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++seen > MOST) {
            throw new MessagingException("a mail of too many parts");
        }
        if (part.isMimeType("multipart/*")) {
            return several(part, depth);
        }
        if (SIGNATURES.contains(type(part))) {
            return Text.NONE;
        }
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        boolean words = part.isMimeType("text/plain") || part.isMimeType("text/html");
        if (words && !attached && part.getFileName() == null) {
            return part.isMimeType("text/plain") ? new Text(characters(part), true) : page(characters(part));
        }
        if (part.isMimeType("image/*") && contentId(part).isPresent()) {
            pictures.add(part);
        } else {
            files.add(part);
        }
        return Text.NONE;
    }

    private Text several(Part part, int depth) throws MessagingException, IOException {
        Multipart parts = (Multipart) part.getContent();
        List<Text> texts = new ArrayList<>();
        for (int n = 0; n < parts.getCount(); n++) {
            Text one = read(parts.getBodyPart(n), depth + 1);
            if (!one.words().isBlank()) {
                texts.add(one);
            }
        }
        return part.isMimeType("multipart/alternative") ? best(texts) : together(texts);
    }

    private static Text best(List<Text> texts) {
        return texts.stream()
                .filter(Text::plain)
                .findFirst()
                .or(() -> texts.reversed().stream().findFirst())
                .orElse(Text.NONE);
    }

    private static Text together(List<Text> texts) {
        return new Text(
                String.join("\n\n", texts.stream().map(Text::words).toList()),
                texts.stream().allMatch(Text::plain));
    }

    private Text page(String html) {
        pages.append(html);
        return new Text(HtmlText.of(html), false);
    }

    private boolean shown(Part picture) throws MessagingException {
        boolean inline = !Part.ATTACHMENT.equalsIgnoreCase(picture.getDisposition());
        return inline
                || contentId(picture)
                        .filter(id -> pages.indexOf("cid:" + id) >= 0)
                        .isPresent();
    }

    private static Optional<String> contentId(Part part) throws MessagingException {
        String id = part instanceof MimePart piece ? piece.getContentID() : null;
        return Optional.ofNullable(id).map(one -> one.strip().replaceAll("^<|>$", ""));
    }

    private static String characters(Part part) throws MessagingException, IOException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(LONGEST_TEXT), charset(part.getContentType()));
        }
    }

    private static Charset charset(String contentType) {
        try {
            String named = new ContentType(contentType).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(named));
        } catch (ParseException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
