package fr.acquis.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a mail says of itself, as mail servers and programs write it. */
@Tag("fast")
class ArrivedMailTest {

    private static final String SERVER = "mx.acquis.example";

    @Test
    void only_one_sender_is_a_sender() throws Exception {
        assertThat(with("From: Camille Exemple <Camille@Acquis.Example>").from("camille@acquis.example"))
                .isTrue();
        assertThat(with("From: camille@acquis.example, autre@acquis.example").from("camille@acquis.example"))
                .isFalse();
        assertThat(with("From: camille@acquis.example\nFrom: autre@acquis.example")
                        .from("camille@acquis.example"))
                .isFalse();
        assertThat(with("From: \"camille@acquis.example\" <autre@acquis.example>")
                        .from("camille@acquis.example"))
                .isFalse();
    }

    @Test
    void the_own_server_vouches_by_its_own_word_which_stands_above_others() throws Exception {
        String own = "Authentication-Results: mx.acquis.example;\n spf=pass smtp.mailfrom=a.example;\n dmarc=";
        String sentAlong = "Authentication-Results: mx.acquis.example; dmarc=pass";
        assertThat(with(own + "pass (p=reject) header.from=a.example").vouchedFor(SERVER))
                .isTrue();
        assertThat(with(own + "fail header.from=a.example\n" + sentAlong).vouchedFor(SERVER))
                .isFalse();
        assertThat(with("Authentication-Results: elsewhere.example; dmarc=pass").vouchedFor(SERVER))
                .isFalse();
        assertThat(with("From: a@a.example").vouchedFor(SERVER)).isFalse();
    }

    @Test
    void a_file_within_the_other_version_of_a_text_is_found_and_a_forwarded_mail_is_a_file() throws Exception {
        AnswerParts parts = AnswerParts.of(with("""
                        From: a@a.example
                        Content-Type: multipart/alternative; boundary=one

                        --one
                        Content-Type: text/plain; charset=iso-8859-1
                        Content-Transfer-Encoding: quoted-printable

                        Re=E7u
                        --one
                        Content-Type: multipart/mixed; boundary=two

                        --two
                        Content-Type: text/html

                        <b>Reçu</b>
                        --two
                        Content-Type: application/pdf; name="=?UTF-8?Q?pi=C3=A8ce.pdf?="
                        Content-Disposition: inline

                        %PDF
                        --two
                        Content-Type: message/rfc822

                        Subject: autre

                        texte
                        --two
                        Content-Type: image/png; name=logo.png
                        Content-ID: <logo>
                        Content-Disposition: inline

                        x
                        --two--
                        --one--
                        """).message());
        assertThat(parts.text().strip()).isEqualTo("Reçu");
        assertThat(parts.files()).hasSize(2);
        assertThat(AnswerParts.name(parts.files().getFirst())).isEqualTo("pièce.pdf");
        assertThat(AnswerParts.name(parts.files().getLast())).isEqualTo("message.eml");
    }

    @Test
    void a_mailbox_elsewhere_is_read_encrypted_only_and_an_address_leaves_room_for_its_secret() {
        assertThat(settings(Map.of("host", "imap.acquis.example", "address", "Reponses@acquis.example"))
                        .prefix())
                .isEqualTo("reponses+");
        assertThat(settings(Map.of("host", "")).read()).isFalse();
        assertThatThrownBy(() -> settings(
                        Map.of("host", "imap.acquis.example", "address", "reponses@acquis.example", "tls", "false")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        settings(Map.of("host", "imap.acquis.example", "address", "a".repeat(24) + "@acquis.example")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static MailboxSettings settings(Map<String, String> given) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        given.forEach((name, value) -> source.put("acquis.mailbox." + name, value));
        return new Binder(source).bindOrCreate("acquis.mailbox", MailboxSettings.class);
    }

    private static ArrivedMail with(String mail) throws MessagingException, IOException {
        byte[] bytes = (mail + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return ArrivedMail.of(new MimeMessage((Session) null, new ByteArrayInputStream(bytes)), "here");
    }
}
