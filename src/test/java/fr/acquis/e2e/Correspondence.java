package fr.acquis.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.acquis.devservices.DevServices;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody received: letters as text, mails as a mail program shows them. */
final class Correspondence {

    private Correspondence() {}

    static List<String> mailsTo(String email) {
        return DevServices.shared().mail().received().stream()
                .filter(mail -> isFor(mail, email))
                .flatMap(Correspondence::html)
                .toList();
    }

    /** Fetches a letter by its link, keeps it to be looked at, and reads it. */
    static String letter(Page page, Locator link, String name) throws IOException {
        Path file = Path.of("target/screenshots", "letter-%s.pdf".formatted(name));
        page.waitForDownload(link::click).saveAs(file);
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(file))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static boolean isFor(Message mail, String email) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO)).contains(email);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<String> html(Part part) {
        try {
            if (part.isMimeType("text/html")) {
                return Stream.of((String) part.getContent());
            }
            return part.getContent() instanceof Multipart parts
                    ? of(parts).flatMap(Correspondence::html)
                    : Stream.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<BodyPart> of(Multipart parts) throws MessagingException {
        BodyPart[] all = new BodyPart[parts.getCount()];
        for (int n = 0; n < all.length; n++) {
            all[n] = parts.getBodyPart(n);
        }
        return Arrays.stream(all);
    }
}
