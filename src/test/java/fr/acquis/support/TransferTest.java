package fr.acquis.support;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notice;
import fr.acquis.notification.Notices;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.worklist.CaseMarks;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Support changes hands: who is asked for a name, who sees the case before and after, who is told. */
@AcquisTest
@Tag("casefile")
class TransferTest {

    @Autowired
    Mails mails;

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase filed;

    @Autowired
    Supports supports;

    @Autowired
    SupportSessions sessions;

    @Autowired
    SupportTransfers transfers;

    @Autowired
    SupportBodies bodies;

    @Autowired
    Journeys journeys;

    @Autowired
    CaseMembers members;

    @Autowired
    CaseMarks marks;

    @Autowired
    Worklist worklist;

    @Autowired
    Notices notices;

    @Autowired
    Audit audit;

    @Autowired
    MockMvc mvc;

    @Test
    void a_case_goes_from_one_support_body_to_another_with_its_rights_and_its_tasks() throws Exception {
        SignedIn candidate = as.newCandidate();
        SignedIn manager = as.seeded(Role.MANAGER);
        SignedIn agent = as.seeded(Role.AGENT);
        SignedIn former = as.another(Role.ADVISER);
        SignedIn elsewhere = as.another(Role.ADVISER);
        UUID other = anotherBody(manager, elsewhere);
        JourneyId id = filed.admitted(candidate);
        filed.task(id, TaskKind.CHOOSE_SUPPORT);
        SupportBody own = bodies.all(manager.certifyingBody()).getFirst();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, own.id()));

        Task naming = filed.task(id, TaskKind.ASSIGN_ADVISER);
        assertThat(as.call(former, () -> worklist.seen(naming.id()))).isPresent();
        assertThat(as.call(elsewhere, () -> worklist.seen(naming.id()))).isEmpty();
        mvc.perform(get("/worklist").param("view", "ALL").with(browser(elsewhere)))
                .andExpect(content().string(not(containsString(naming.id().toString()))));
        mvc.perform(get("/worklist/" + naming.id() + "/summary").with(browser(former)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/journeys/" + id + "\""))));
        mvc.perform(get("/tasks/" + naming.id() + "/form").with(browser(former)))
                .andExpect(status().isOk());
        Instant first = Instant.now().plus(Duration.ofDays(3));
        as.run(former, () -> sessions.assign(id, former.id(), first, Place.REMOTE, null));
        filed.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        Report held = new Report(
                Instant.now().minus(Duration.ofHours(3)),
                BigDecimal.ONE,
                SupportSession.Attendance.PRESENT,
                "Le bloc 1 est relu.",
                "Hésite à continuer.",
                null,
                null);
        as.run(former, () -> sessions.hold(id, held, Instant.now().plus(Duration.ofDays(9))));
        filed.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        mvc.perform(get("/journeys/" + id + "/support/follow-up").with(browser(former)))
                .andExpect(content().string(containsString("Hésite à continuer.")));
        as.run(agent, () -> marks.watch(id));

        mvc.perform(post("/journeys/" + id + "/support/transfer/request")
                        .param("reason", "Nous ne nous comprenons pas.")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id));
        assertThat(worklist.open(id, TaskKind.TRANSFER_ASKED)).isPresent();
        mvc.perform(get("/journeys/" + id).with(browser(former)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("comprenons"))));
        assertThatThrownBy(() -> as.run(former, () -> transfers.transfer(id, elsewhere.id(), "moi")))
                .isInstanceOf(BusinessRefusal.class);
        mvc.perform(get("/journeys/" + id + "/support/transfer").with(browser(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("comprenons")));
        mvc.perform(post("/journeys/" + id + "/support/transfer")
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post("/journeys/" + id + "/support/transfer")
                        .param("adviser", elsewhere.id().toString())
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id));

        assertThat(members.of(id, Role.ADVISER)).containsExactly(elsewhere.id());
        assertThatThrownBy(() -> as.run(former, () -> journeys.get(id))).isInstanceOf(BusinessRefusal.class);
        assertThat(as.call(elsewhere, () -> journeys.get(id)).id()).isEqualTo(id);
        assertThat(filed.task(id, TaskKind.HOLD_SUPPORT_SESSION).holder()).isEqualTo(elsewhere.id());
        assertThat(supports.of(id).orElseThrow().body()).isEqualTo(other);
        assertThat(worklist.open(id, TaskKind.TRANSFER_ASKED)).isEmpty();
        mvc.perform(get("/journeys/" + id + "/support/follow-up").with(browser(elsewhere)))
                .andExpect(content().string(containsString("Le bloc 1 est relu.")))
                .andExpect(content().string(not(containsString("Hésite"))));
        await().atMost(FiledCase.SOON)
                .untilAsserted(() -> assertThat(notices.of(elsewhere.id(), 50))
                        .as("the session that was planned enters their calendar")
                        .extracting(Notice::page)
                        .contains("/journeys/" + id + "/support/follow-up"));
        assertThat(mails.about(id))
                .extracting(MailSummary::notification)
                .as("and leaves the calendar of the one before")
                .contains("support-session-handed-over");
        for (SignedIn told : List.of(candidate, former, elsewhere, agent)) {
            await().atMost(FiledCase.SOON)
                    .untilAsserted(() -> assertThat(notices.of(told.id(), 50))
                            .extracting(Notice::page)
                            .anyMatch(page -> page.equals("/support") || page.equals("/journeys/" + id)));
        }
        assertThat(audit.of(id.value())).extracting(AuditEntry::action).contains("ask-transfer", "transfer-support");
        mvc.perform(get("/journeys/" + id).with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(agent.displayName())));
    }

    @Test
    void a_change_that_is_declined_is_answered_and_leaves_all_as_it_was() throws Exception {
        SignedIn candidate = as.newCandidate();
        SignedIn manager = as.seeded(Role.MANAGER);
        SignedIn adviser = as.another(Role.ADVISER);
        JourneyId id = filed.admitted(candidate);
        filed.task(id, TaskKind.CHOOSE_SUPPORT);
        UUID own = bodies.all(manager.certifyingBody()).getFirst().id();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, own));
        filed.task(id, TaskKind.ASSIGN_ADVISER);
        as.run(
                adviser,
                () -> sessions.assign(id, adviser.id(), Instant.now().plus(Duration.ofDays(3)), Place.REMOTE, null));
        as.run(adviser, () -> transfers.ask(id, "Trop de dossiers."));
        assertThatThrownBy(() -> as.run(candidate, () -> transfers.ask(id, "Encore.")))
                .isInstanceOf(BusinessRefusal.class);
        mvc.perform(post("/journeys/" + id + "/support/transfer/refusal")
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(status().is(422));
        as.run(manager, () -> transfers.decline(id, "Personne d’autre n’est libre avant mars."));
        assertThat(members.of(id, Role.ADVISER)).containsExactly(adviser.id());
        mvc.perform(get("/journeys/" + id).with(browser(adviser)))
                .andExpect(content().string(containsString("libre avant mars")));
        mvc.perform(get("/journeys/" + id).with(browser(candidate)))
                .andExpect(content().string(not(containsString("libre avant mars"))));
    }

    private UUID anotherBody(SignedIn manager, SignedIn adviser) {
        String name = "Organisme " + UUID.randomUUID();
        as.run(manager, () -> bodies.register(manager.certifyingBody(), name, null));
        UUID body = bodies.all(manager.certifyingBody()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        as.run(manager, () -> bodies.place(manager.certifyingBody(), adviser.id(), body));
        return body;
    }
}
