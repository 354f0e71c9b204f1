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
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.MailSummary;
import fr.acquis.notification.Mails;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import fr.acquis.support.CheckIn.Answer;
import fr.acquis.support.HoursBudget.Standing;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportAgreement.State;
import fr.acquis.support.SupportAgreement.Terms;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What stands between a candidate and their adviser: the agreement, the sessions, the hours, the question how it goes, the file. */
@AcquisTest
@Import(WalkedCase.class)
@Tag("support")
class SupportFollowedTest {

    @Autowired
    ActingAs as;

    @Autowired
    WalkedCase walk;

    @Autowired
    Supports supports;

    @Autowired
    SupportSessions sessions;

    @Autowired
    SupportBodies bodies;

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
    SupportExports exports;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

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
        id = walk.admitted(candidate);
        walk.task(id, TaskKind.CHOOSE_SUPPORT);
        UUID body = bodies.offered(journey().certifyingBody()).getFirst().id();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, body));
        walk.task(id, TaskKind.ASSIGN_ADVISER);
        as.run(adviser, () -> sessions.assign(id, adviser.id(), soon(30), Place.ON_SITE, null));
    }

    @Test
    void an_agreement_is_proposed_signed_kept_as_a_sealed_document_and_changed_by_a_new_version() throws Exception {
        refused("funding", () -> agreements.propose(id, terms(24, 90_000, null), List.of(asked(50_000))));
        refused("overMaximumReason", () -> agreements.propose(id, terms(31, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(20, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(24, 90_000, null), List.of(asked(90_000))));

        assertThatThrownBy(() -> as.run(candidate, () -> agreements.sign(id, 1)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(adviser, () -> agreements.sign(id, 2))).isInstanceOf(BusinessRefusal.class);
        String page = "/journeys/" + id + "/support/agreements/2";
        mvc.perform(post(page + "/signature").with(browser(candidate)).with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post(page + "/signature")
                        .param("agreed", "true")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(agreements.get(id, 2).pdf()).isNotNull());
        byte[] document = mvc.perform(get(page + "/document").with(browser(candidate)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(agreements.get(id, 2).pdf()).isEqualTo(Sha256.of(document));
        assertThat(SealedPdf.checked("support-agreement", document)).contains("24 h", "900,00", "OPCO", "Camille");
        as.run(
                adviser,
                () -> agreements.answered(id, 2, 1, Funding.State.GRANTED, LocalDate.now(), "accord n° 4 reçu"));
        assertThat(agreements.get(id, 2).funding().getFirst().state()).isEqualTo(Funding.State.GRANTED);

        refused("changeReason", () -> agreements.propose(id, terms(28, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(28, 0, "Deux blocs de plus."), List.of()));
        assertThat(agreements.signed(id).orElseThrow().version()).isEqualTo(2);
        as.run(candidate, () -> agreements.decline(id, 3, "Trop d’heures pour moi."));
        as.run(adviser, () -> agreements.propose(id, terms(26, 0, "Un bloc de plus."), List.of()));
        as.run(candidate, () -> agreements.sign(id, 4));
        assertThat(agreements.of(id))
                .extracting(SupportAgreement::state)
                .containsExactly(State.SIGNED, State.DECLINED, State.REPLACED, State.REPLACED);
        stranger(page);
    }

    @Test
    void a_session_moves_and_is_called_off_in_the_same_entry_of_every_calendar() throws Exception {
        walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        PlannedSession first = planned.of(id).getFirst();
        Wish remote = new Wish(soon(50), Duration.ofMinutes(90), Place.REMOTE, "https://visio.example/salle", null);
        refused("where", () -> planned.plan(id, new Wish(soon(50), Duration.ofHours(1), Place.REMOTE, null, null)));
        refused(
                "on",
                () -> planned.plan(id, new Wish(first.startsAt(), PlannedSessions.USUAL, Place.ON_SITE, null, null)));
        as.run(adviser, () -> planned.move(id, first.id(), remote));
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
        as.run(adviser, () -> sessions.hold(id, report("2.5", Attendance.PRESENT, null), soon(70)));
        assertThat(budgets.of(journey()).standing()).isEqualTo(Standing.OVER);
        as.run(adviser, () -> planned.of(id).forEach(one -> planned.cancel(id, one.id(), "Trop tôt.")));
        assertThat(budgets.of(journey()).standing()).isEqualTo(Standing.NEAR);
        Wish over = new Wish(soon(90), Duration.ofHours(1), Place.ON_SITE, null, null);
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
        String read = mvc.perform(get("/journeys/" + id + "/support/follow-up").with(browser(candidate)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(read).doesNotContain("À moi seul.");
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

    @Test
    void the_file_for_an_audit_holds_what_its_index_says_and_only_who_asked_reads_it() throws Exception {
        as.run(adviser, () -> agreements.propose(id, terms(24, 0, null), List.of()));
        as.run(candidate, () -> agreements.sign(id, 1));
        walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        as.run(adviser, () -> sessions.hold(id, report("2", Attendance.PRESENT, null), soon(70)));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(agreements.get(id, 1).pdf()).isNotNull());
        UUID asked = as.call(adviser, () -> exports.ask(id));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(
                                as.call(adviser, () -> exports.get(id, asked).isReady()))
                        .isTrue());
        String path = "/journeys/" + id + "/support/exports/" + asked;
        byte[] zip = mvc.perform(get(path + "/content").with(browser(adviser)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Sha256.of(zip))
                .isEqualTo(as.call(adviser, () -> exports.get(id, asked).sha256()));
        Map<String, byte[]> files = unpacked(zip);
        String hashes = new String(files.remove("empreintes.sha256"), StandardCharsets.UTF_8);
        files.forEach((name, content) ->
                assertThat(hashes).contains(Sha256.of(content).hex() + "  " + name));
        assertThat(files).containsKeys("index.pdf", "convention-1.pdf", "emargement.csv", "echanges.csv", "heures.csv");
        assertThat(SealedPdf.checked("support-record", files.get("index.pdf"))).contains("Feuille d’émargement");
        assertThat(new String(files.get("resultats.csv"), StandardCharsets.UTF_8))
                .contains("Non communiqué");
        files.values()
                .forEach(content -> assertThat(new String(content, StandardCharsets.UTF_8))
                        .doesNotContain("À moi seul.", "Trois estimations relues."));
        mvc.perform(get(path + "/content").with(browser(as.seeded(Role.MANAGER))))
                .andExpect(status().isNotFound());
        mvc.perform(post("/journeys/" + id + "/support/exports")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        stranger("/journeys/" + id + "/support/follow-up");
    }

    private void stranger(String path) throws Exception {
        mvc.perform(get(path).with(browser(as.newCandidate()))).andExpect(status().isNotFound());
        mvc.perform(get(path).with(browser(as.another(Role.ADVISER)))).andExpect(status().isNotFound());
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

    private static Terms terms(int hours, long cents, String change) {
        return new Terms(
                BigDecimal.valueOf(hours),
                "Choisir les situations de travail et écrire le livret 2.",
                LocalDate.now(),
                LocalDate.now().plusMonths(6),
                cents,
                change,
                null);
    }

    private static Funding.Asked asked(long cents) {
        return new Funding.Asked(Funding.Source.OPCO, "OPCO de l’Exemple", cents, LocalDate.now());
    }

    private static Report report(String hours, Attendance attendance, String overrun) {
        return new Report(
                Instant.now().minus(Duration.ofHours(3)),
                new BigDecimal(hours),
                attendance,
                "Trois estimations relues.",
                "À moi seul.",
                null,
                overrun);
    }

    private Journey journey() {
        return journeys.find(id).orElseThrow();
    }

    private static Instant soon(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        }
        return files;
    }
}
