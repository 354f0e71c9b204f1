package fr.acquis.notification.mail;

import fr.acquis.notification.Attachment;
import fr.acquis.notification.NotificationSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By SMTP. The Message-ID is made from the notification's id, so a repeat is recognised by the receiving side. */
@Component
class SmtpCarrier implements MailCarrier {

    private final JavaMailSender server;
    private final NotificationSettings settings;

    SmtpCarrier(JavaMailSender server, NotificationSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public void carry(OutgoingMail mail) {
        MimeMessage message = server.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom(), mail.senderName());
            helper.setTo(new jakarta.mail.internet.InternetAddress(mail.to(), mail.toName(), "UTF-8"));
            if (mail.answersTo() != null) {
                helper.setReplyTo(mail.answersTo(), mail.senderName());
            }
            helper.setSubject(mail.subject());
            helper.setSentDate(Date.from(mail.date()));
            helper.setText(mail.text(), mail.html());
            for (Attachment attachment : mail.attachments()) {
                helper.addAttachment(
                        attachment.fileName(), new ByteArrayResource(attachment.content()), attachment.mediaType());
            }
            message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), settings.mailDomain()));
            message.setHeader("Content-Language", mail.language().getLanguage());
            // No holiday answer comes back to a machine.
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException | UnsupportedEncodingException malformed) {
            throw new MailParseException(malformed);
        }
        server.send(message);
    }
}
