package fr.acquis.exchange;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.exchange.Exchanges.Page;
import fr.acquis.exchange.Exchanges.Shown;
import fr.acquis.exchange.store.ThreadRows;
import fr.acquis.exchange.work.TellReaders;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.View;
import fr.acquis.worklist.store.TaskList;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A case on which the candidate, an adviser and the body write: who reads what, when, and what they are told. */
@AcquisTest
@Tag("casefile")
class ExchangeTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase filed;

    @Autowired
    Exchanges exchanges;

    @Autowired
    MessageWriting writing;

    @Autowired
    TakingBack takingBack;

    @Autowired
    TellReaders tellReaders;

    @Autowired
    Evidences evidences;

    @Autowired
    CaseMembers members;

    @Autowired
    CaseMarks marks;

    @Autowired
    TaskList list;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    private SignedIn candidate;
    private SignedIn agent;
    private SignedIn adviser;
    private SignedIn juror;
    private JourneyId id;

    @BeforeEach
    void aCaseWithAnAdviser() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        adviser = as.another(Role.ADVISER);
        juror = as.another(Role.JUROR);
        id = filed.filed(candidate, FiledCase.NUMBER, Set.of());
        transaction.executeWithoutResult(status -> {
            members.add(id, adviser.id(), Role.ADVISER);
            members.add(id, juror.id(), Role.JUROR);
        });
    }

    @Test
    void the_three_sides_read_one_thread_and_nobody_else_does() throws Exception {
        MessageId asked = as.call(candidate, () -> writing.send(id, "Où en est ma demande ? https://vae.example/x"));
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"https://vae.example/x\"")));
        as.run(adviser, () -> writing.send(id, "Je regarde aussi."));
        as.run(agent, () -> writing.send(id, "Décision <b>avant</b> mardi."));
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(candidate)))
                .andExpect(content().string(containsString("Décision &lt;b&gt;avant&lt;/b&gt; mardi.")))
                .andExpect(content().string(containsString(agent.certifyingBodyName())))
                .andExpect(content().string(not(containsString(agent.displayName()))));
        assertThat(texts(adviser, Message.Kind.MESSAGE)).hasSize(3);
        for (SignedIn stranger : List.of(as.newCandidate(), as.another(Role.ADVISER))) {
            mvc.perform(get("/journeys/" + id + "/messages").with(browser(stranger)))
                    .andExpect(status().isNotFound());
        }
        // A juror sees the case, and nothing of what is written about it.
        assertThatThrownBy(() -> as.run(juror, () -> exchanges.page(id, Message.Kind.MESSAGE, null, 5)))
                .isInstanceOf(BusinessRefusal.class);
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(juror))).andExpect(status().isForbidden());
        assertThatThrownBy(() -> as.run(agent, () -> writing.correct(id, asked, "autre chose")))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void a_note_is_read_by_whom_it_says_and_found_by_them_only() throws Exception {
        String secret = "zirconium" + UUID.randomUUID().toString().substring(0, 8);
        String shared = "vanadium" + UUID.randomUUID().toString().substring(0, 8);
        MessageId note = as.call(agent, () -> writing.note(id, "Prudence : " + secret, false));
        as.run(agent, () -> writing.note(id, "Pour vous : " + shared, true));

        assertThat(texts(agent, Message.Kind.NOTE)).hasSize(2);
        assertThat(texts(adviser, Message.Kind.NOTE)).containsExactly("Pour vous : " + shared);
        assertThat(texts(candidate, Message.Kind.MESSAGE)).isEmpty();
        mvc.perform(get("/journeys/" + id).with(browser(candidate)))
                .andExpect(content().string(not(containsString("notes"))));
        mvc.perform(get("/journeys/" + id + "/notes").with(browser(candidate))).andExpect(status().isForbidden());
        assertThatThrownBy(() -> as.run(candidate, () -> exchanges.page(id, Message.Kind.NOTE, null, 5)))
                .isInstanceOf(BusinessRefusal.class);

        transaction.executeWithoutResult(
                status -> database.sql("""
                        update worklist_task set audience = 'ADVISER', holder_id = null where journey_id = :id and state = 'OPEN'
                        """).param("id", id.value()).update());
        assertThat(found(agent, secret)).isZero();
        assertThat(found(adviser, shared)).isEqualTo(1);
        assertThat(found(adviser, secret)).isZero();
        assertThat(found(as.another(Role.ADVISER), shared)).isZero();
        transaction.executeWithoutResult(
                status -> database.sql("""
                        update worklist_task set audience = 'AGENT' where journey_id = :id and state = 'OPEN'
                        """).param("id", id.value()).update());
        assertThat(found(agent, secret)).isEqualTo(1);
        as.run(agent, () -> takingBack.of(id, note, "retiré"));
        assertThat(found(agent, secret)).isZero();
    }

    @Test
    void what_is_not_read_is_counted_and_told_once_without_its_words() throws Exception {
        as.run(agent, () -> marks.watch(id));
        as.run(candidate, () -> writing.send(id, "Première question confidentielle"));
        as.run(candidate, () -> writing.send(id, "Seconde question"));
        assertThat(unread(agent)).isEqualTo(2);
        assertThat(unread(adviser)).isEqualTo(2);
        assertThat(unread(juror)).isZero();
        assertThat(awaiting(agent)).isTrue();

        tellReaders.tell(clock.instant());
        assertThat(mails(agent)).noneMatch(mail -> mail.contains(number()));
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(adviser))).andExpect(status().isOk());
        assertThat(unread(adviser)).isZero();
        tellReaders.tell(clock.instant().plus(Duration.ofMinutes(6)));
        tellReaders.tell(clock.instant().plus(Duration.ofMinutes(6)));
        await().atMost(FiledCase.SOON)
                .untilAsserted(() -> assertThat(mails(agent))
                        .filteredOn(mail -> mail.contains(number()))
                        .hasSize(1));
        assertThat(mails(agent))
                .filteredOn(mail -> mail.contains(number()))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("/journeys/" + id + "/messages")
                        .doesNotContain("confidentielle", "Camille"));
        assertThat(mails(adviser)).isEmpty();

        as.run(agent, () -> writing.send(id, "Réponse"));
        assertThat(awaiting(agent)).isFalse();
        assertThat(unread(candidate)).isEqualTo(1);
        mvc.perform(get("/messages").with(browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number())));
    }

    @Test
    void a_message_sent_by_mistake_is_taken_back_for_a_few_minutes_and_then_stands() {
        MessageId wrong = as.call(candidate, () -> writing.send(id, "Envoyé trop vite"));
        as.run(candidate, () -> writing.correct(id, wrong, "Envoyé trop vite, corrigé"));
        as.run(candidate, () -> takingBack.of(id, wrong, "retiré"));
        Page seen = as.call(agent, () -> exchanges.page(id, Message.Kind.MESSAGE, null, 5));
        assertThat(seen.messages()).singleElement().satisfies(message -> {
            assertThat(message.withdrawn()).isTrue();
            assertThat(message.text()).isNull();
        });
        assertThat(unread(adviser)).isZero();
        assertThat(awaiting(agent)).isFalse();

        MessageId old = as.call(candidate, () -> writing.send(id, "Celui-ci reste"));
        database.sql("update exchange_message set written_at = written_at - interval 10 minute where id = :id")
                .param("id", old.value())
                .update();
        assertThatThrownBy(() -> as.run(candidate, () -> takingBack.of(id, old, "retiré")))
                .isInstanceOfSatisfying(
                        BusinessRefusal.class, no -> assertThat(no.kind()).isEqualTo(BusinessRefusal.Kind.CONFLICT));
        assertThat(audit.of(id.value()))
                .extracting(AuditEntry::action)
                .contains("write-message", "correct-message", "withdraw-message");
    }

    @Test
    void files_wait_with_the_draft_and_leave_with_the_message() throws Exception {
        byte[] pdf = FiledCase.pdf();
        mvc.perform(multipart("/journeys/" + id + "/messages")
                        .file(new MockMultipartFile("file", "bon.pdf", "application/pdf", pdf))
                        .file(new MockMultipartFile("file", "mauvais.exe", "application/octet-stream", new byte[] {1}))
                        .param("text", "Voici deux fichiers")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("mauvais.exe")))
                .andExpect(content().string(containsString("Voici deux fichiers")))
                .andExpect(content().string(containsString("bon.pdf")));
        assertThat(texts(candidate, Message.Kind.MESSAGE)).isEmpty();
        // The same file again is the one that waits already.
        mvc.perform(multipart("/journeys/" + id + "/messages")
                        .file(new MockMultipartFile("file", "bon.pdf", "application/pdf", pdf))
                        .param("text", "Voici le fichier")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        Message sent = as.call(adviser, () -> exchanges.page(id, Message.Kind.MESSAGE, null, 5))
                .messages()
                .getFirst();
        assertThat(sent.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("bon.pdf"));
        String address = "/journeys/%s/messages/%s/files/%s"
                .formatted(id, sent.id(), sent.files().getFirst().id());
        mvc.perform(get(address).with(browser(adviser)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().bytes(pdf));
        mvc.perform(get(address).with(browser(as.another(Role.ADVISER)))).andExpect(status().isNotFound());
        assertThat(evidences.held(id))
                .anySatisfy(piece -> assertThat(piece.kind()).isEqualTo(EvidenceKind.MESSAGE_FILE));
        assertThat(audit.of(id.value())).extracting(AuditEntry::action).contains("read-evidence");

        as.run(candidate, () -> takingBack.of(id, sent.id(), "retiré"));
        mvc.perform(get(address).with(browser(candidate))).andExpect(status().isNotFound());
        assertThat(evidences.held(id))
                .filteredOn(piece -> piece.kind() == EvidenceKind.MESSAGE_FILE)
                .allSatisfy(piece -> assertThat(piece.stands()).isFalse());
    }

    @Test
    void what_is_too_long_or_empty_is_said_beside_the_field_and_a_draft_is_kept() throws Exception {
        String long_ = "a".repeat(Exchanges.LONGEST + 1);
        mvc.perform(post("/journeys/" + id + "/notes")
                        .param("text", long_)
                        .with(browser(agent))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("text-error")))
                .andExpect(content().string(containsString(long_)));
        mvc.perform(multipart("/journeys/" + id + "/messages")
                        .param("text", "  ")
                        .with(browser(agent))
                        .with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post("/journeys/" + id + "/messages/draft")
                        .param("text", "À finir demain")
                        .with(browser(agent))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(agent)))
                .andExpect(content().string(containsString("À finir demain")));
    }

    private List<String> texts(SignedIn reader, Message.Kind kind) {
        return as.call(reader, () -> exchanges.page(id, kind, null, 50)).messages().stream()
                .map(Message::text)
                .toList();
    }

    private int found(SignedIn reader, String word) {
        return as.call(reader, () -> list.rows(reader, TaskFilter.of(View.ALL).saying(word), null))
                .size();
    }

    private int unread(SignedIn reader) {
        return as.call(reader, () -> exchanges.unread(id)).getOrDefault(Message.Kind.MESSAGE, 0);
    }

    private boolean awaiting(SignedIn reader) {
        return as.call(reader, () -> exchanges.awaitsSince(id)).isPresent()
                && as.call(reader, () -> exchanges.threads(Shown.AWAITING, null, 500)).stream()
                        .map(ThreadRows.Line::journey)
                        .anyMatch(id::equals);
    }

    private String number() {
        return database.sql("select case_number from journey where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private List<String> mails(SignedIn person) throws MessagingException {
        String address = people.find(person.id()).orElseThrow().email();
        return DevServices.shared().mail().received().stream()
                .filter(mail -> isTo(mail, address))
                .map(ExchangeTest::text)
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.toString(mail.getRecipients(RecipientType.TO)).contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(mail.getSubject().getBytes(StandardCharsets.UTF_8));
            mail.writeTo(bytes);
            // An address may stand over two lines of the mail as it is sent.
            return bytes.toString(StandardCharsets.UTF_8).replace("=\r\n", "");
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
