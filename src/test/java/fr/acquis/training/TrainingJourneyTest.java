package fr.acquis.training;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
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
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.PersonalCalendars;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.WalkedCase;
import fr.acquis.training.TrainingAction.State;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A plan through every layer: written, changed at the candidate's wish, accepted, followed, and the next attempt open. */
@AcquisTest
@Import(WalkedCase.class)
@Tag("whole")
class TrainingJourneyTest {

    @Autowired
    ActingAs as;

    @Autowired
    WalkedCase walk;

    @Autowired
    TrainingPlans plans;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

    @Autowired
    PersonalCalendars calendars;

    @Autowired
    MockMvc mvc;

    private SignedIn candidate;
    private SignedIn agent;
    private JourneyId id;

    @BeforeEach
    void someBlocksAreMissing() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        id = walk.admitted(candidate);
        walk.goesOnWithOneBlock(id);
    }

    @Test
    void a_plan_is_changed_accepted_and_followed_until_the_next_attempt_opens() throws Exception {
        Task writing = walk.task(id, TaskKind.COMPLETE_PLAN);
        TrainingPlan drafted = plans.latest(id).orElseThrow();
        assertThat(drafted.missing()).isNotEmpty();
        writes(writing, "2030-01-31", "2030-01-01").andExpect(status().is(422));
        writes(writing, "2030-01-01", "2030-01-31").andExpect(redirectedUrl("/worklist"));

        Task answering = walk.task(id, TaskKind.ACCEPT_PLAN);
        assertThat(calendar())
                .contains(
                        "répondre sur votre plan de formation",
                        "UID:"
                                + NotificationId.about(
                                        id, "plan-proposed/1/" + proposed().toEpochMilli(), candidate.id()),
                        "DTSTART;VALUE=DATE:"
                                + LocalDate.ofInstant(answering.due(), LegalClock.ZONE)
                                        .format(DateTimeFormatter.BASIC_ISO_DATE),
                        "/journeys/" + id + "/plan");
        mvc.perform(get("/journeys/" + id + "/plan").with(browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Estimer un bien")));
        as(candidate, "/plan/changes", "changes", "").andExpect(status().is(422));
        as(candidate, "/plan/changes", "changes", "Plutôt en février.").andExpect(status().is3xxRedirection());

        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(worklist.open(id, TaskKind.COMPLETE_PLAN))
                        .hasValueSatisfying(task -> assertThat(task.id()).isNotEqualTo(writing.id())));
        Task again = walk.task(id, TaskKind.COMPLETE_PLAN);
        mvc.perform(get("/tasks/" + again.id() + "/form").with(browser(agent)))
                .andExpect(content().string(containsString("Plutôt en février.")));
        writes(again, "2030-02-01", "2030-02-28").andExpect(redirectedUrl("/worklist"));
        walk.task(id, TaskKind.ACCEPT_PLAN);
        as(candidate, "/plan/acceptance").andExpect(redirectedUrl("/journeys/" + id));

        walk.task(id, TaskKind.FOLLOW_PLAN);
        assertThat(calendar()).doesNotContain("plan de formation");
        String action = "/plan/actions/"
                + plans.latest(id).orElseThrow().actions().getFirst().id();
        as(agent, action + "/state", "to", "DONE").andExpect(status().is(422));
        as(agent, action + "/quotes", "provider", "Organisme A", "amount", "cher", "quotedOn", "2026-01-05")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Organisme A")));
        for (String provider : List.of("Organisme A", "Organisme B", "Organisme C")) {
            as(agent, action + "/quotes", "provider", provider, "amount", "1 200,50", "quotedOn", "2026-01-05")
                    .andExpect(status().is3xxRedirection());
        }
        as(agent, action + "/state", "to", "DONE").andExpect(status().is(422));
        as(
                        agent,
                        action + "/proofs",
                        "what",
                        "Attestation de fin",
                        "datedOn",
                        LocalDate.now(LegalClock.ZONE).toString())
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/journeys/" + id + "/plan/follow-up").with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Attestation de fin")));
        as(agent, action + "/state", "to", "DONE").andExpect(redirectedUrl("/journeys/" + id));

        assertThat(journeys.find(id).orElseThrow().attempt()).isEqualTo(2);
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() ->
                        assertThat(worklist.open(id, TaskKind.FOLLOW_PLAN)).isEmpty());
        for (SignedIn reader : List.of(candidate, agent)) {
            mvc.perform(get("/journeys/" + id).with(browser(reader))).andExpect(status().isOk());
        }
    }

    @Test
    void who_follows_may_say_the_candidate_is_ready_and_nobody_else() throws Exception {
        writes(walk.task(id, TaskKind.COMPLETE_PLAN), "2030-01-01", "2030-01-31")
                .andExpect(redirectedUrl("/worklist"));
        walk.task(id, TaskKind.ACCEPT_PLAN);
        as(candidate, "/plan/acceptance").andExpect(redirectedUrl("/journeys/" + id));
        walk.task(id, TaskKind.FOLLOW_PLAN);
        as(candidate, "/plan/readiness").andExpect(status().isForbidden());
        as(as.seeded(Role.ADVISER), "/plan/readiness").andExpect(status().isNotFound());

        as(agent, "/plan/readiness").andExpect(redirectedUrl("/journeys/" + id));

        assertThat(worklist.open(id, TaskKind.FOLLOW_PLAN)).isEmpty();
        assertThat(journeys.find(id).orElseThrow().attempt()).isEqualTo(2);
        assertThat(plans.latest(id).orElseThrow().actions())
                .extracting(TrainingAction::state)
                .containsOnly(State.DROPPED);
        as(agent, "/plan/readiness").andExpect(status().is3xxRedirection());
        assertThat(journeys.find(id).orElseThrow().attempt()).isEqualTo(2);
    }

    /** As the candidate's calendar reads it, long lines put together again. */
    private String calendar() {
        return new String(calendars.of(candidate), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private Instant proposed() {
        return plans.latest(id).orElseThrow().proposedAt();
    }

    private ResultActions writes(Task task, String from, String to) throws Exception {
        String block = plans.latest(id).orElseThrow().missing().getFirst().value();
        return mvc.perform(post("/tasks/" + task.id() + "/form")
                .param("answer", """
                        {"actions":[{"kind":"TRAINING","blocks":["%s"],"title":"Estimer un bien","provider":"Organisme A",
                          "startsOn":"%s","endsOn":"%s","hours":21,"cost":1200.5,"funding":"CPF"}],
                         "adviceToCandidate":"Commencez par le module 2.","reviewOn":"2030-03-01"}
                        """.formatted(block, from, to))
                .with(browser(agent))
                .with(csrf()));
    }

    private ResultActions as(SignedIn person, String path, String... typed) throws Exception {
        var request = post("/journeys/" + id + path).with(browser(person)).with(csrf());
        for (int at = 0; at < typed.length; at += 2) {
            request.param(typed[at], typed[at + 1]);
        }
        return mvc.perform(request);
    }
}
