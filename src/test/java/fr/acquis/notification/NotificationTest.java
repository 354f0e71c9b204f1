package fr.acquis.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.DevServices;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.identity.Organisations;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AcquisTest
@Tag("notification")
class NotificationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final LegalDate DUE = new LegalDate(
            LocalDate.of(2027, 1, 23),
            "deux mois à compter de la réception de la demande",
            "article L. 6412-2 du code du travail");

    @Autowired
    Letters letters;

    @Autowired
    Notifications notifications;

    @Autowired
    Mails mails;

    @Autowired
    Notices notices;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    Letterheads letterheads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private CaseReference about;
    private PersonId candidate;

    @BeforeEach
    void openACase() {
        candidate = people.findByEmail(
                        DevelopmentConfiguration.account(Role.CANDIDATE).email())
                .orElseThrow()
                .id();
        about = new CaseReference(
                JourneyId.create(),
                organisations.register(DevelopmentConfiguration.BODY, "-").id(),
                candidate,
                "VAE-2026-000123",
                "CQP Négociateur immobilier");
    }

    @Test
    void the_database_takes_every_id_made_from_a_name() {
        String ids = Stream.generate(() -> NotificationId.about(JourneyId.create(), "event", PersonId.create()))
                .limit(1_000)
                .map(id -> "select '" + id + "' as id")
                .collect(java.util.stream.Collectors.joining(" union all "));
        assertThat(database.sql("select id from (" + ids + ") made where cast(id as uuid) is null")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void every_letter_is_an_archive_and_readable_by_all_in_both_languages() throws Exception {
        CaseReference withLetterhead = SampleBody.caseOf(organisations, letterheads, transaction, candidate);
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            Addressing addressing = new Addressing(withLetterhead, address(), DAY, null, language);
            for (Letter letter : LetterSamples.in(language)) {
                String name = "%s-%s"
                        .formatted(
                                letter.template().key()
                                        + (letter instanceof LaterLetter.JuryResult result && result.appeal() == null
                                                ? "-whole"
                                                : ""),
                                language.getLanguage());
                assertThat(SealedPdf.checked(
                                name, letters.render(addressing, letter).pdf()))
                        .as(name)
                        .contains("VAE-2026-000123", "75011 Paris", "1/");
            }
        }
    }

    @Test
    void every_kind_of_letter_is_looked_at() {
        for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(LetterSamples.in(language))
                    .extracting(letter -> (Object) letter.getClass())
                    .containsAll(NotificationSamples.leaves(Letter.class).toList());
        }
        assertThat(LetterSamples.in(Locale.FRENCH)).extracting(Letter::template).contains(LetterTemplate.values());
    }

    @Test
    void a_decision_open_to_appeal_says_to_whom_until_when_how_and_before_which_court() throws Exception {
        Appeal appeal = new Appeal(Period.ofMonths(2), "article 14 du règlement", LocalDate.of(2027, 1, 23), null);
        String refusal = SealedPdf.text(letters.render(
                        addressing(),
                        new Letter.NotAdmissible(
                                DAY, List.of(new Letter.Reason("Rapport direct", "Aucun", null, List.of())), appeal))
                .pdf());
        assertThat(refusal)
                .contains(
                        "dans les deux mois qui suivent la réception",
                        "jusqu’au 23 janvier 2027 inclus",
                        "par courrier, de préférence recommandé, à : Certificateur de démonstration",
                        "n’ont pas pris cette décision",
                        "tribunal judiciaire",
                        "article 14 du règlement");
    }

    @Test
    void a_letter_says_the_facts_and_a_draft_says_that_it_is_one() throws Exception {
        Letter letter = new Letter.Receipt(DAY, DUE, "votre demande est réputée recevable");
        String sent = SealedPdf.text(letters.render(addressing(), letter).pdf());
        assertThat(sent)
                .contains("23 janvier 2027", "L. 6412-2", "réputée recevable")
                .doesNotContain("Projet");
        assertThat(SealedPdf.text(letters.preview(addressing(), letter).pdf())).contains("Projet");
    }

    @Test
    void a_letter_is_kept_once_with_its_hash_and_only_with_a_decision() throws Exception {
        RenderedLetter rendered = letters.render(
                addressing(), new Letter.Admissible(DAY, List.of(), null, null, List.of("Écrire le livret 2")));
        LetterId id = LetterId.about(about.journey(), "admissible");
        assertThatThrownBy(() -> letters.keep(id, rendered)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(transaction.<Boolean>execute(status -> letters.keep(id, rendered)))
                .isTrue();
        assertThat(transaction.<Boolean>execute(status -> letters.keep(id, rendered)))
                .isFalse();
        assertThat(letters.of(about.journey())).hasSize(1);
        assertThat(letters.open(id).readAllBytes()).isEqualTo(rendered.pdf());
        database.sql("update letter_content set content = 'x' where letter_id = :id")
                .param("id", id.value())
                .update();
        assertThatThrownBy(() -> letters.open(id)).isInstanceOf(Letters.LetterDamaged.class);
    }

    @Test
    void a_thing_told_twice_is_mailed_once_and_counted_once() throws Exception {
        NotificationId id = NotificationId.about(about.journey(), "livret1-received", candidate);
        Notification said =
                new AdmissibilityNotification.Livret1Received(about, DAY, DUE, "votre demande est acceptée", "/");
        long before = notices.unread(candidate);
        tell(id, said);
        tell(id, said);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails.status(id) == MailStatus.SENT);
        assertThat(received(id)).hasSize(1);
        assertThat(received(id).getFirst().getContentType()).startsWith("multipart/mixed");
        assertThat(notices.unread(candidate)).isEqualTo(before + 1);
        assertThat(notices.markRead(candidate, id)).isTrue();
        assertThat(notices.markRead(candidate, id)).isTrue();
        assertThat(notices.unread(candidate)).isEqualTo(before);
    }

    @Test
    void a_sender_that_died_before_its_mark_repeats_the_mail_under_the_same_message_id() {
        NotificationId id = NotificationId.about(about.journey(), "admitted", candidate);
        tell(id, new AdmissibilityNotification.Admitted(about, DAY, null, "/"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails.status(id) == MailStatus.SENT);
        // What such a death leaves: the server has the mail, the row is queued and its lease ran out.
        database.sql("""
                        update mail set status = 'QUEUED', sent_at = null, next_attempt_at = queued_at,
                            leased_by = :dead, leased_until = queued_at where id = :id
                        """)
                .param("dead", JourneyId.create().value())
                .param("id", id.value())
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> received(id).size() == 2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> mails.status(id) == MailStatus.SENT);
    }

    @Test
    void what_is_rolled_back_is_told_to_nobody() {
        NotificationId id = NotificationId.create();
        transaction.executeWithoutResult(status -> {
            notifications.tell(id, candidate, new CaseNotification.Closed(about, DAY, "/"));
            status.setRollbackOnly();
        });
        assertThat(mails.about(about.journey())).isEmpty();
    }

    private void tell(NotificationId id, Notification said) {
        transaction.executeWithoutResult(status -> notifications.tell(id, candidate, said));
    }

    private static List<MimeMessage> received(NotificationId id) {
        return DevServices.shared().mail().received().stream()
                .filter(mail -> messageId(mail).startsWith("<" + id + "@"))
                .toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static PostalAddress address() {
        return new PostalAddress("Bâtiment B", "12 rue de la Roquette", "75011", "Paris", null);
    }

    private Addressing addressing() {
        return Addressing.of(about, address(), DAY);
    }
}
