package fr.acquis.support;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Aftermath;
import fr.acquis.devservices.DevServices;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Support through every layer: choice, adviser, sessions, mails with their calendar file, and the end at either word. */
@AcquisTest
@Import(WalkedCase.class)
@Tag("whole")
class SupportJourneyTest {

    @Autowired
    ActingAs as;

    @Autowired
    Aftermath aftermath;

    @Autowired
    WalkedCase walk;

    @Autowired
    Supports supports;

    @Autowired
    SupportSessions sessions;

    @Autowired
    SupportBodies bodies;

    @Autowired
    Journeys journeys;

    @Autowired
    CaseMembers members;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private SignedIn candidate;
    private SignedIn adviser;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        adviser = as.seeded(Role.ADVISER);
    }

    @Test
    void a_candidate_is_supported_from_the_choice_to_the_last_session() throws Exception {
        JourneyId id = walk.admitted(candidate);
        choosesABody(id);
        Task naming = walk.task(id, TaskKind.ASSIGN_ADVISER);
        assertThatThrownBy(() -> as.run(adviser, () -> journeys.get(id))).isInstanceOf(BusinessRefusal.class);

        Instant first = Instant.now().plus(Duration.ofDays(3));
        mvc.perform(answer(naming, """
                        {"adviserId":"%s","firstSessionAt":"%s","place":"ON_SITE","messageToAdviser":"Livret 1 très clair."}
                        """.formatted(adviser.id(), Journeys.engineDate(first))))
                .andExpect(redirectedUrl("/worklist"));
        Task held = walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        assertThat(held.holder()).isEqualTo(adviser.id());
        assertThat(as.call(adviser, () -> journeys.get(id)).id()).isEqualTo(id);
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(mailsTo(adviser))
                        .anySatisfy(mail -> assertThat(mail).contains("text/calendar")));
        assertThat(mailsTo(candidate)).anySatisfy(mail -> assertThat(mail).contains("text/calendar"));

        mvc.perform(answer(held, session("ANOTHER_SESSION", first.plus(Duration.ofDays(9)))))
                .andExpect(redirectedUrl("/worklist"));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(worklist.open(id, TaskKind.HOLD_SUPPORT_SESSION))
                        .hasValueSatisfying(task -> assertThat(task.id()).isNotEqualTo(held.id())));
        Task last = walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        mvc.perform(answer(last, session("END", null))).andExpect(redirectedUrl("/worklist"));

        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(members.of(id, Role.ADVISER)).isEmpty());
        assertThat(sessions.of(id)).hasSize(2);
        assertThat(supports.of(id).orElseThrow().endedBy()).isEqualTo(EndedBy.ADVISER);
        assertThatThrownBy(() -> as.run(adviser, () -> journeys.get(id))).isInstanceOf(BusinessRefusal.class);
        mvc.perform(get("/journeys/" + id).with(browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Trois estimations relues.")));
    }

    @Test
    void support_refused_at_first_is_asked_for_later_and_stopped_by_the_candidate() throws Exception {
        JourneyId id = walk.admitted(candidate);
        walk.task(id, TaskKind.CHOOSE_SUPPORT);
        as.run(candidate, () -> supports.choose(id, Choice.LATER, null));
        assertThatThrownBy(() -> as.run(candidate, () -> supports.choose(id, Choice.NONE, null)))
                .isInstanceOf(BusinessRefusal.class);
        mvc.perform(post("/journeys/" + id + "/support/request")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id));
        choosesABody(id);
        walk.task(id, TaskKind.ASSIGN_ADVISER);

        as.run(candidate, () -> supports.end(id, null));

        await().atMost(WalkedCase.SOON)
                .untilAsserted(() ->
                        assertThat(worklist.open(id, TaskKind.ASSIGN_ADVISER)).isEmpty());
        assertThat(supports.of(id).orElseThrow().endedBy()).isEqualTo(EndedBy.CANDIDATE);
    }

    @Test
    void an_answer_that_does_not_hold_comes_back_with_its_errors_and_all_that_was_typed() throws Exception {
        JourneyId id = walk.admitted(candidate);
        walk.task(id, TaskKind.CHOOSE_SUPPORT);
        mvc.perform(post("/journeys/" + id + "/support")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(get("/journeys/" + id + "/support").with(browser(candidate)))
                .andExpect(status().isOk());
        choosesABody(id);
        Task naming = walk.task(id, TaskKind.ASSIGN_ADVISER);
        mvc.perform(get("/tasks/" + naming.id() + "/form").with(browser(adviser)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-form-view")));
        mvc.perform(answer(naming, """
                        {"adviserId":"%s","messageToAdviser":"à garder"}""".formatted(UUID.randomUUID())))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("à garder")))
                .andExpect(content().string(containsString("assign-adviser-firstSessionAt")));
        mvc.perform(answer(naming, """
                        {"adviserId":"%s","firstSessionAt":"2020-01-01T10:00+01:00","place":"REMOTE"}""".formatted(adviser.id()))).andExpect(status().is(422));
        assertThat(worklist.open(id, TaskKind.ASSIGN_ADVISER)).isPresent();
        mvc.perform(get("/tasks/" + naming.id() + "/form").with(browser(candidate)))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_end_of_the_journey_ends_its_support() throws Exception {
        JourneyId id = walk.admitted(candidate);
        choosesABody(id);
        Task naming = walk.task(id, TaskKind.ASSIGN_ADVISER);
        mvc.perform(answer(naming, """
                        {"adviserId":"%s","firstSessionAt":"%s","place":"REMOTE"}""".formatted(
                                adviser.id(), Journeys.engineDate(Instant.now().plus(Duration.ofDays(3))))))
                .andExpect(redirectedUrl("/worklist"));
        mvc.perform(get("/support").with(browser(adviser)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(journeys.find(id).orElseThrow().caseNumber())));

        as.run(candidate, () -> journeys.abandon(id));

        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(members.of(id, Role.ADVISER)).isEmpty());
        assertThat(supports.of(id).orElseThrow().isOver()).isTrue();
        aftermath.nothingIsLeft(id);
    }

    @Test
    void a_body_is_offered_once_somebody_works_there() throws Exception {
        SignedIn manager = as.seeded(Role.MANAGER);
        String name = "Organisme " + UUID.randomUUID();
        mvc.perform(post("/support/bodies")
                        .param("name", name)
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(redirectedUrl("/support/bodies"));
        mvc.perform(post("/support/bodies")
                        .param("name", name)
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(bodies.offered(manager.certifyingBody()))
                .extracting(SupportBody::name)
                .doesNotContain(name);
        mvc.perform(get("/support/bodies").with(browser(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(name)));
    }

    private void choosesABody(JourneyId id) {
        walk.task(id, TaskKind.CHOOSE_SUPPORT);
        Journey journey = journeys.find(id).orElseThrow();
        UUID body = bodies.offered(journey.certifyingBody()).getFirst().id();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, body));
    }

    private MockHttpServletRequestBuilder answer(Task task, String data) {
        return post("/tasks/" + task.id() + "/form")
                .param("answer", data)
                .with(browser(adviser))
                .with(csrf());
    }

    private static String session(String continuation, Instant next) {
        return """
                {"heldAt":"%s","hours":1.5,"attendance":"PRESENT","notes":"Trois estimations relues.",
                 "continuation":"%s","nextSessionAt":%s}
                """.formatted(
                        Journeys.engineDate(Instant.now().minus(Duration.ofHours(1))),
                        continuation,
                        next == null ? "null" : '"' + Journeys.engineDate(next) + '"');
    }

    private List<String> mailsTo(SignedIn person) {
        String email = people.find(person.id()).orElseThrow().email();
        return DevServices.shared().mail().received().stream()
                .filter(mail -> recipients(mail).contains(email))
                .map(SupportJourneyTest::text)
                .toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
