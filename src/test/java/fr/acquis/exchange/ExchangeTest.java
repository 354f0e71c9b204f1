package fr.acquis.exchange;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.View;
import fr.acquis.worklist.store.TaskList;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads what of a thread, when, and what they are told. */
@AcquisTest
class ExchangeTest extends ThreadedCase {

    @Autowired
    TakingBack takingBack;

    @Autowired
    CaseMarks marks;

    @Autowired
    TaskList list;

    private SignedIn juror;

    @BeforeEach
    void aJurorSeesIt() {
        juror = as.another(Role.JUROR);
        transaction.executeWithoutResult(status -> members.add(id, juror.id(), Role.JUROR));
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
        mvc.perform(get("/messages").with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Attend depuis le")));

        tellReaders.tell(clock.instant());
        assertThat(mails(agent)).noneMatch(mail -> words(mail).contains(number()));
        mvc.perform(get("/journeys/" + id + "/messages").with(browser(adviser))).andExpect(status().isOk());
        assertThat(unread(adviser)).isZero();
        tellReaders.tell(clock.instant().plus(Duration.ofMinutes(6)));
        tellReaders.tell(clock.instant().plus(Duration.ofMinutes(6)));
        await().atMost(FiledCase.SOON)
                .untilAsserted(() -> assertThat(mails(agent))
                        .filteredOn(mail -> words(mail).contains(number()))
                        .hasSize(1));
        assertThat(mails(agent))
                .filteredOn(mail -> words(mail).contains(number()))
                .allSatisfy(mail -> assertThat(words(mail))
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

    private int found(SignedIn reader, String word) {
        return as.call(reader, () -> list.rows(reader, TaskFilter.of(View.ALL).saying(word), null))
                .size();
    }

    private String number() {
        return database.sql("select case_number from journey where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }
}
