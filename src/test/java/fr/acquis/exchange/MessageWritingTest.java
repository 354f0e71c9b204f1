package fr.acquis.exchange;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
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
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.exchange.Exchanges.Page;
import fr.acquis.identity.Role;
import fr.acquis.shared.BusinessRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** What is written to a thread: taken back, with files, too long. */
@AcquisTest
class MessageWritingTest extends ThreadedCase {

    @Autowired
    TakingBack takingBack;

    @Autowired
    Evidences evidences;

    @Autowired
    Audit audit;

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
}
