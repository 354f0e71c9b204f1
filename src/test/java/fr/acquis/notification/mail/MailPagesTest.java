package fr.acquis.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Person;
import fr.acquis.identity.Role;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.Letterheads;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.NotificationSamples;
import fr.acquis.notification.SampleBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every mail of the product, read in both languages; kept under target/mails for a person to look at. */
@AcquisTest
@Tag("notification")
class MailPagesTest {

    private static final Pattern UNRESOLVED = Pattern.compile("\\?\\?|[$#]\\{|\\bnotification\\.[a-z]|\\{\\d");
    private static final Pattern LOOSE = Pattern.compile("[\\p{L}\\p{N})»] [:;?!»]|« |\\p{L}'\\p{L}");
    private static final Pattern BOUND = Pattern.compile("\\p{L}[;?!](\\s|$|<)|\\p{L}:(\\s|$|<)");

    @Autowired
    MailPress press;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    Letterheads letterheads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Person reader;
    private CaseReference about;

    @BeforeEach
    void aReader() {
        reader = people.findByEmail(
                        DevelopmentConfiguration.account(Role.CANDIDATE).email())
                .orElseThrow();
        about = SampleBody.caseOf(organisations, letterheads, transaction, reader.id());
    }

    @Test
    void every_kind_of_notification_is_looked_at() {
        assertThat(NotificationSamples.about(about))
                .extracting(said -> (Object) said.getClass())
                .containsOnly(NotificationSamples.kinds().toArray());
    }

    @Test
    void every_mail_is_whole_in_both_languages() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            int place = 0;
            for (Notification said : NotificationSamples.about(about)) {
                MailPress.Pressed mail =
                        press.press(NotificationId.create(), said, reader, language, answerable(said), clock.instant());
                String name = "%02d-%s-%s".formatted(++place, said.key(), language.getLanguage());
                Files.writeString(folder.resolve(name + ".html"), mail.html());
                Files.writeString(folder.resolve(name + ".txt"), mail.subject() + "\n\n" + mail.text());
                String words = mail.html().replaceAll("style=\"[^\"]*\"", "").replaceAll("<[^>]*>", "");
                for (String part : List.of(mail.subject(), words, mail.text())) {
                    assertThat(UNRESOLVED.matcher(part).find())
                            .as("%s: %s", name, part)
                            .isFalse();
                    if (language == Locale.FRENCH) {
                        assertThat(LOOSE.matcher(part).find())
                                .as("%s: %s", name, part)
                                .isFalse();
                        assertThat(BOUND.matcher(part).find())
                                .as("%s: %s", name, part)
                                .isFalse();
                    }
                }
                assertThat(mail.subject()).as(name).isNotBlank();
                assertThat(mail.text()).as(name).contains(reader.givenName(), "http");
                mail.calendar()
                        .ifPresent(file -> assertThat(new String(file.content(), UTF_8))
                                .as(name)
                                .startsWith("BEGIN:VCALENDAR\r\n")
                                .contains("SUMMARY:", "URL:http")
                                .doesNotContain("??", "${"));
            }
        }
    }

    @Test
    void a_mail_says_that_there_is_a_result_and_not_which() {
        for (Notification said : NotificationSamples.about(about)) {
            MailPress.Pressed mail = press.press(
                    NotificationId.create(), said, reader, Locale.FRENCH, answerable(said), clock.instant());
            assertThat(mail.subject() + mail.text())
                    .as(said.key())
                    .doesNotContain("refus", "non recevable", "rejeté", "manquent", "bloc obtenu", "irrégularité");
        }
    }

    private static boolean answerable(Notification said) {
        return said instanceof CaseNotification.MessageWaiting waiting && !waiting.note();
    }
}
