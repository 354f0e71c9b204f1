package fr.acquis.exchange.answer;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ReceivedMail;
import fr.acquis.exchange.Message;
import fr.acquis.exchange.Message.JoinedFile;
import fr.acquis.exchange.ThreadedCase;
import fr.acquis.exchange.answer.AnswerIntake.Outcome;
import fr.acquis.exchange.store.AnswerRows;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.Sha256;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The thread of a case, answered from a mail program: by SMTP into a mailbox, read from there by IMAP. */
@AcquisTest
class AnswersByMailTest extends ThreadedCase {

    private static final byte[] DOT = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0};

    @Autowired
    MailboxReader reader;

    @Autowired
    MailboxSettings settings;

    @Autowired
    AnswerIntake intake;

    @Autowired
    AnswerAddresses addresses;

    @Autowired
    AnswerRows rows;

    @Autowired
    MeterRegistry meters;

    @Test
    void an_answer_stands_in_the_thread_once_with_its_files_and_without_what_it_quotes() throws Exception {
        as.run(candidate, () -> exchanges.keepDraft(id, Message.Kind.MESSAGE, "À finir"));
        as.run(agent, () -> writing.send(id, "Mardi vous convient-il ?"));
        tellReaders.tell(clock.instant().plus(Duration.ofMinutes(6)));
        MimeMessage told = mail(candidate, "Vous pouvez répondre à ce courriel");
        String to = ((InternetAddress) told.getReplyTo()[0]).getAddress();
        assertThat(told.getHeader("Reply-To", ",")).contains("reponses+");
        assertThat(database.sql("select count(*) from mail where text_part like :to")
                        .param("to", "%reponses+%")
                        .query(Integer.class)
                        .single())
                .isZero();

        MimeMessage answer = answer(candidate, to);
        MimeMessageHelper parts = new MimeMessageHelper(answer, true, "UTF-8");
        parts.setText(
                "Mardi, oui.\n\nLe 27/11/2026 à 10:12, Certificateur a écrit :\n> On vous a écrit.\n",
                "<p>Mardi, oui.</p><img src=\"cid:logo\"><blockquote>On vous a écrit.</blockquote>");
        parts.addInline("logo", new ByteArrayResource(DOT), "image/png");
        parts.addAttachment("planning.pdf", new ByteArrayResource(FiledCase.pdf()));
        parts.addAttachment("logiciel.exe", new ByteArrayResource(new byte[] {'M', 'Z', 1}));
        answer.saveChanges();
        answer.setHeader("Message-ID", "<" + UUID.randomUUID() + "@telephone.example>");
        server.deliver(answer);
        server.deliver(answer);
        // Dies when all is written and the mail still lies there.
        try (Mailbox mailbox = Mailbox.open(settings)) {
            jakarta.mail.Message found = mailbox.waiting().getFirst();
            assertThat(intake.take(ArrivedMail.of(found, mailbox.place(found)))).isEqualTo(Outcome.TAKEN);
        }
        reader.read();

        Message message = thread(agent).getLast();
        assertThat(thread(agent)).hasSize(2);
        assertThat(message.text()).isEqualTo("Mardi, oui.");
        assertThat(message.byMail()).isTrue();
        assertThat(message.author()).isEqualTo(candidate.id());
        assertThat(message.files()).extracting(JoinedFile::name).containsExactly("planning.pdf");
        assertThat(message.leftOut()).containsExactly("logiciel.exe");
        assertThat(server.answers()).noneMatch(one -> isTo(one, to));
        assertThat(as.call(candidate, () -> exchanges.draft(id, Message.Kind.MESSAGE)))
                .isPresent();
        assertThat(as.call(adviser, () -> exchanges.unread(id))).containsEntry(Message.Kind.MESSAGE, 2);
        assertThat(as.call(candidate, () -> exchanges.unread(id))).containsEntry(Message.Kind.MESSAGE, 1);
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(agent)))
                .andExpect(content().string(containsString("reçu par courriel")))
                .andExpect(content().string(containsString("logiciel.exe")));
        assertThat(database.sql(
                                "select count(*) from notice where person_id = :me and notification like 'answer-arrived%'")
                        .param("me", candidate.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(words(mail(candidate, "logiciel.exe")))
                .contains("/journeys/" + id + "/messages")
                .doesNotContain("Mardi");
    }

    @Test
    void only_the_person_themselves_while_they_may_and_never_a_machine() throws Exception {
        String own = addresses.newAddress(id, candidate.id()).orElseThrow();
        String advisers = addresses.newAddress(id, adviser.id()).orElseThrow();
        double foreign = meters.counter("acquis.answers", "outcome", "foreign").count();
        MimeMessage forwarded = answer(agent, own);
        forwarded.setText("Je réponds à sa place.");
        server.deliver(forwarded);
        reader.read();
        assertThat(meters.counter("acquis.answers", "outcome", "foreign").count())
                .isEqualTo(foreign + 1);
        assertThat(server.answers()).noneMatch(one -> isTo(one, own));

        assertThat(taken(candidate, "reponses+" + "0".repeat(40) + "@acquis.example", "Texte"))
                .isEqualTo(Outcome.UNKNOWN);
        for (String[] header : new String[][] {
            {"Auto-Submitted", "auto-replied"},
            {"Precedence", "bulk"},
            {"X-Auto-Response-Suppress", "All"},
            {"Return-Path", "<>"},
            {"Subject", "Réponse automatique : absente"}
        }) {
            MimeMessage automatic = answer(candidate, own);
            automatic.setText("Je suis absente.");
            automatic.setHeader(header[0], header[1]);
            assertThat(intake.take(ArrivedMail.of(automatic, "here")))
                    .as(header[0])
                    .isEqualTo(Outcome.AUTOMATIC);
        }
        assertThat(taken(candidate, own, "Le 27/11/2026 à 10:12, Certificateur a écrit :\n> Bonjour"))
                .isEqualTo(Outcome.REFUSED);
        mail(candidate, "ne contient ni texte ni fichier");

        database.sql("update exchange_answer_address set expires_at = :past where person_id = :person")
                .param("past", clock.instant().minusSeconds(1))
                .param("person", candidate.id().value())
                .update();
        assertThat(taken(candidate, own, "Trop tard, et confidentiel")).isEqualTo(Outcome.REFUSED);
        assertThat(words(mail(candidate, "est trop ancien"))).doesNotContain("confidentiel");
        transaction.executeWithoutResult(status -> members.remove(id, adviser.id(), Role.ADVISER));
        await().atMost(FiledCase.SOON)
                .until(() -> database.sql(
                                "select revoked_at is not null from exchange_answer_address where person_id = :p")
                        .param("p", adviser.id().value())
                        .query(Boolean.class)
                        .single());
        assertThat(taken(adviser, advisers, "Encore moi")).isEqualTo(Outcome.REFUSED);
        mail(adviser, "plus accès");
        assertThat(thread(agent)).isEmpty();
    }

    @Test
    void one_that_is_too_large_is_refused_with_words_and_one_that_cannot_be_read_blocks_nobody() throws Exception {
        String to = addresses.newAddress(id, candidate.id()).orElseThrow();
        MimeMessage deep = answer(candidate, to);
        MimeMultipart nested = new MimeMultipart();
        for (int depth = 0; depth < 14; depth++) {
            MimeMultipart around = new MimeMultipart();
            MimeBodyPart part = new MimeBodyPart();
            if (depth == 0) {
                part.setText("au fond");
            } else {
                part.setContent(nested);
            }
            around.addBodyPart(part);
            nested = around;
        }
        deep.setContent(nested);
        deep.saveChanges();
        server.deliver(deep);
        MimeMessage large = answer(candidate, to);
        large.setText(("x".repeat(76) + "\r\n").repeat(350_000));
        server.deliver(large);
        MimeMessage behind = answer(candidate, to);
        behind.setText("Je suis derrière.");
        server.deliver(behind);

        reader.read();
        assertThat(thread(agent)).extracting(Message::text).containsExactly("Je suis derrière.");
        mail(candidate, "trop lourde pour un courriel");
        reader.read();
        reader.read();
        try (Mailbox mailbox = Mailbox.open(settings)) {
            assertThat(mailbox.waiting()).isEmpty();
        }
        assertThat(server.answers()).filteredOn(one -> isTo(one, to)).hasSize(1);
        assertThat(reader.count())
                .allSatisfy(figure -> assertThat(figure.value()).isPositive());
    }

    @Test
    void what_ended_long_ago_is_forgotten_a_few_at_a_time_and_what_lives_stays() {
        Instant long_ = Instant.parse("2001-01-01T00:00:00Z");
        List<Sha256> ended = Stream.generate(() -> Sha256.of(UUID.randomUUID().toString()))
                .limit(3)
                .toList();
        Sha256 mail = ended.getFirst();
        for (Sha256 address : ended) {
            rows.invite(address, id, candidate.id(), long_);
            rows.answer(mail, rows.invited(address).orElseThrow(), "refused", long_);
            assertThat(rows.begin(address, long_)).isEqualTo(1);
        }
        assertThat(rows.begin(mail, long_)).isEqualTo(2);
        Sha256 alive = Sha256.of(UUID.randomUUID().toString());
        rows.invite(alive, id, candidate.id(), clock.instant());

        Instant before = long_.plusSeconds(1);
        assertThat(rows.forget(before, 2)).isTrue();
        assertThat(ended)
                .filteredOn(address -> rows.invited(address).isPresent())
                .hasSize(1);
        assertThat(rows.forget(before, 2)).isFalse();
        assertThat(ended).noneMatch(address -> rows.invited(address).isPresent() || rows.answered(mail, address));
        assertThat(rows.begin(mail, before)).isEqualTo(1);
        rows.over(mail);
        assertThat(rows.invited(alive)).isPresent();
    }

    private Outcome taken(SignedIn from, String to, String text) throws MessagingException, IOException {
        MimeMessage answer = answer(from, to);
        answer.setText(text, "UTF-8");
        return intake.take(ArrivedMail.of(answer, "here"));
    }

    private MimeMessage answer(SignedIn from, String to) throws MessagingException {
        MimeMessage answer = new MimeMessage(Session.getInstance(new Properties()));
        // As people's programs write it.
        answer.setFrom(address(from).toUpperCase(Locale.ROOT));
        answer.setRecipients(RecipientType.TO, to);
        answer.setSubject("Re: Un message vous attend");
        answer.setHeader("Message-ID", "<" + UUID.randomUUID() + "@telephone.example>");
        return answer;
    }

    private MimeMessage mail(SignedIn person, String saying) {
        return await().atMost(FiledCase.SOON)
                .until(
                        () -> server.received().stream()
                                .filter(mail -> isTo(mail, address(person))
                                        && words(mail).contains(saying))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String words(MimeMessage mail) {
        return ReceivedMail.of(0, mail).text();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getRecipients(RecipientType.TO)).contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
