package fr.acquis.support;

import static fr.acquis.devservices.SignedInAs.browser;
import static fr.acquis.support.WalkedCase.inHours;
import static fr.acquis.support.WalkedCase.report;
import static fr.acquis.support.WalkedCase.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.CheckIn.Answer;
import fr.acquis.support.HoursBudget.Standing;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.workflow.OpenTasks;
import fr.acquis.workflow.UserTask;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Sessions between a candidate and their adviser: planned, moved, called off, held, signed; and the question how it goes. */
@AcquisTest
@Import(WalkedCase.class)
@Tag("support")
class SupportSessionsTest {

    @Autowired
    JdbcClient database;

    @Autowired
    ActingAs as;

    @Autowired
    WalkedCase walk;

    @Autowired
    Supports supports;

    @Autowired
    SupportSessions sessions;

    @Autowired
    SupportAgreements agreements;

    @Autowired
    PlannedSessions planned;

    @Autowired
    Attendances attendances;

    @Autowired
    HoursBudgets budgets;

    @Autowired
    SessionReminders reminders;

    @Autowired
    CheckIns checkIns;

    @Autowired
    SupportAnswers answers;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

    @Autowired
    OpenTasks engineTasks;

    @Autowired
    Mails mails;

    @Autowired
    MockMvc mvc;

    private SignedIn candidate;
    private SignedIn adviser;
    private JourneyId id;

    @BeforeEach
    void supported() {
        candidate = as.newCandidate();
        adviser = as.another(Role.ADVISER);
        id = walk.supported(candidate, adviser);
    }

    @Test
    void a_session_moves_and_is_called_off_in_the_same_entry_of_every_calendar() throws Exception {
        walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        PlannedSession first = planned.of(id).getFirst();
        Wish remote = new Wish(inHours(50), Duration.ofMinutes(90), Place.REMOTE, "https://visio.example/salle", null);
        refused("where", () -> planned.plan(id, new Wish(inHours(50), Duration.ofHours(1), Place.REMOTE, null, null)));
        refused(
                "on",
                () -> planned.plan(id, new Wish(first.startsAt(), PlannedSessions.USUAL, Place.ON_SITE, null, null)));
        as.run(adviser, () -> planned.move(id, first.id(), remote));
        taskArrivingLate(first.startsAt(), remote.startsAt());
        assertThat(calendar(first)).contains("UID:" + first.id(), "SEQUENCE:1", "LOCATION:https://visio.example/salle");
        assertThat(walk.task(id, TaskKind.HOLD_SUPPORT_SESSION).due()).isEqualTo(remote.startsAt());

        Instant eve = remote.startsAt().minus(Duration.ofHours(20));
        reminders.due(eve, 500).forEach(reminders::remind);
        reminders.due(eve, 500).forEach(reminders::remind);
        assertThat(told("support-session-tomorrow")).isEqualTo(2);

        as.run(candidate, () -> planned.cancel(id, first.id(), "Je travaille ce jour-là."));
        assertThat(told("support-session-moved")).isEqualTo(2);
        assertThat(told("support-session-cancelled")).isEqualTo(2);
        assertThat(planned.of(id)).isEmpty();
        mvc.perform(get("/support/week").with(browser(adviser))).andExpect(status().isOk());
    }

    @Test
    void hours_are_counted_signed_by_both_and_an_overrun_needs_a_reason() throws Exception {
        as.run(adviser, () -> agreements.propose(id, terms(3, 0, null), List.of()));
        as.run(candidate, () -> agreements.sign(id, 1));
        walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        assertThat(budgets.of(journey()).left()).isEqualByComparingTo("1");
        as.run(adviser, () -> sessions.hold(id, report("2.5", Attendance.PRESENT, null), inHours(70)));
        assertThat(budgets.of(journey()).standing()).isEqualTo(Standing.OVER);
        as.run(adviser, () -> planned.of(id).forEach(one -> planned.cancel(id, one.id(), "Trop tôt.")));
        assertThat(budgets.of(journey()).standing()).isEqualTo(Standing.NEAR);
        Wish over = new Wish(inHours(90), Duration.ofHours(1), Place.ON_SITE, null, null);
        refused("overrunReason", () -> planned.plan(id, over));

        as.run(candidate, () -> attendances.dispute(id, 1, "Deux heures, pas deux heures et demie."));
        as.run(adviser, () -> attendances.correct(id, 1, BigDecimal.TWO, Attendance.PRESENT, "Erreur de saisie."));
        mvc.perform(post("/journeys/" + id + "/support/sessions/1/signature")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id + "/support/follow-up"));
        assertThat(sessions.of(id).getFirst().isSigned()).isTrue();
        assertThatThrownBy(() -> as.run(
                        adviser, () -> attendances.correct(id, 1, BigDecimal.ONE, Attendance.PRESENT, "Encore.")))
                .isInstanceOf(BusinessRefusal.class);
        mvc.perform(get("/journeys/" + id + "/support/follow-up").with(browser(adviser)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("À moi seul.")));
        database.sql("""
                        update support_meeting set state = 'PLANNED', starts_at = utc_timestamp(6) - interval 1 day
                        where journey_id = :id and state = 'CANCELLED' limit 1
                        """).param("id", id.value()).update();
        String read = mvc.perform(get("/journeys/" + id + "/support/follow-up").with(browser(candidate)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(read).doesNotContain("À moi seul.").contains("Passée\u00a0: à enregistrer");
    }

    @Test
    void the_candidate_is_asked_how_it_goes_and_nothing_closes_by_itself() {
        Instant now = Instant.now();
        assertThat(checkIns.due(now, 500)).doesNotContain(id);
        Instant due = now.plus(Duration.ofDays(61));
        checkIns.ask(id, due);
        checkIns.ask(id, now);
        assertThat(checkIns.of(id)).hasSize(1);
        checkIns.ask(id, due);
        checkIns.ask(id, due.plus(Duration.ofDays(365)));
        assertThat(told("support-check-in-silent")).isEqualTo(1);
        assertThat(supports.of(id).orElseThrow().isRunning()).isTrue();

        as.run(candidate, () -> answers.answer(id, Answer.PAUSE, "Un mois chargé."));
        assertThat(journey().pausedAt()).isNotNull();
        assertThatThrownBy(() -> as.run(candidate, () -> answers.answer(id, Answer.CONTINUE, null)))
                .isInstanceOf(BusinessRefusal.class);
        checkIns.ask(id, due.plus(Duration.ofDays(61)));
        as.run(candidate, () -> answers.answer(id, Answer.CONTINUE, null));
        assertThat(journey().pausedAt()).isNull();
        checkIns.ask(id, due.plus(Duration.ofDays(61)));
        as.run(candidate, () -> answers.answer(id, Answer.STOP, null));
        assertThat(supports.of(id).orElseThrow().endedBy()).isEqualTo(EndedBy.CANDIDATE);
        assertThat(planned.of(id)).isEmpty();
        assertThat(journey().isOver()).isFalse();
    }

    /** What the engine was told before the session moved arrives after it: the date is the one planned now. */
    private void taskArrivingLate(Instant told, Instant moved) {
        TaskKind kind = TaskKind.HOLD_SUPPORT_SESSION;
        long key = System.nanoTime();
        engineTasks.open(id, new UserTask(key, kind.element(), "support", 1, told, null));
        assertThat(worklist.open(id))
                .filteredOn(task -> task.kind() == kind)
                .isNotEmpty()
                .allMatch(task -> task.due().equals(moved));
        engineTasks.close(key, OpenTasks.Ending.CANCELLED);
    }

    private void refused(String field, Runnable act) {
        assertThatThrownBy(() -> as.run(adviser, act))
                .isInstanceOfSatisfying(
                        RefusedAnswer.class, no -> assertThat(no.field()).isEqualTo(field));
    }

    private String calendar(PlannedSession session) {
        return new String(
                as.call(candidate, () -> planned.calendar(id, session.id(), Locale.FRENCH))
                        .content(),
                StandardCharsets.UTF_8);
    }

    private long told(String what) {
        return mails.about(id).stream()
                .map(MailSummary::notification)
                .filter(what::equals)
                .count();
    }

    private Journey journey() {
        return journeys.find(id).orElseThrow();
    }
}
