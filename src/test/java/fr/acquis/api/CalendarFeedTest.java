package fr.acquis.api;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.api.Program.Reply;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.evidence.HandedIn;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.jury.HearingId;
import fr.acquis.notification.NotificationId;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.PlannedSessions;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportBodies;
import fr.acquis.support.SupportSessions;
import fr.acquis.support.Supports;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A calendar knows an address and nothing else: what it reads there, and from when on it reads nothing any more. */
@AcquisTest
class CalendarFeedTest extends ApiTest {

    @Autowired
    FiledCase filed;

    @Autowired
    Journeys journeys;

    @Autowired
    Decisions decisions;

    @Autowired
    Worklist worklist;

    @Autowired
    Supports supports;

    @Autowired
    SupportBodies bodies;

    @Autowired
    SupportSessions sessions;

    @Autowired
    PlannedSessions planned;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Test
    void each_reads_their_own_dates_under_the_identity_their_mails_gave_them() throws Exception {
        SignedIn candidate = as.newCandidate();
        SignedIn agent = as.another(Role.AGENT);
        SignedIn adviser = as.another(Role.ADVISER);
        JourneyId id = filed.filed(candidate, FiledCase.NUMBER, Set.of());
        String address = address(agent);
        assertThat(calendar(address)).doesNotContain("BEGIN:VEVENT");
        as.run(
                agent,
                () -> worklist.claim(
                        filed.task(id, TaskKind.DECIDE_ADMISSIBILITY).id()));
        Journey journey = journeys.find(id).orElseThrow();
        var lastDay = journey.clock().lastDay().orElseThrow();
        assertThat(calendar(address))
                .contains(
                        "UID:" + NotificationId.legalDateNear(id, lastDay, agent.id()),
                        "DTSTART;VALUE=DATE:" + lastDay.format(DateTimeFormatter.BASIC_ISO_DATE),
                        journey.caseNumber());
        assertThat(calendar(address(candidate)))
                .contains(
                        "UID:" + NotificationId.about(id, "livret1-received", candidate.id()),
                        "DTSTART;VALUE=DATE:" + lastDay.format(DateTimeFormatter.BASIC_ISO_DATE),
                        "DESCRIPTION:Délai\u00a0: deux mois à compter de la réception de la demande");
        as.run(agent, () -> decisions.declareAdmissible(id, null));
        assertThat(calendar(address)).doesNotContain("BEGIN:VEVENT");

        PlannedSession session = supported(journey, candidate, adviser);
        for (SignedIn one : List.of(candidate, adviser)) {
            assertThat(calendar(address(one)))
                    .contains("UID:" + session.id(), "SEQUENCE:0", "Dossier " + journey.caseNumber())
                    .doesNotContain("Camille", "Exemple", "Noa", candidate.id().toString());
        }
        Wish later = new Wish(soon(60), Duration.ofHours(1), Place.ON_SITE, "Salle 4", null);
        as.run(adviser, () -> planned.move(id, session.id(), later));
        assertThat(calendar(address(adviser))).contains("UID:" + session.id(), "SEQUENCE:1", "LOCATION:Salle 4");
        as.run(candidate, () -> planned.cancel(id, session.id(), "Je travaille ce jour-là."));
        assertThat(calendar(address(candidate))).doesNotContain("UID:" + session.id(), "réponse du certificateur");
        assertThat(calendar(address(as.another(Role.ADVISER)))).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void a_candidate_reads_what_is_asked_of_them_and_until_when_with_the_rule() throws Exception {
        SignedIn candidate = as.newCandidate();
        SignedIn agent = as.another(Role.AGENT);
        String address = address(candidate);
        JourneyId asked = filed.filed(candidate, FiledCase.NUMBER, Set.of());
        filed.task(asked, TaskKind.DECIDE_ADMISSIBILITY);
        LocalDate answerBy = LocalDate.now(LegalClock.ZONE).plusDays(9);
        as.run(
                agent,
                () -> decisions.requestCompletion(
                        asked, List.of(new CompletionRequest.Piece("Attestation", null)), answerBy));
        assertThat(calendar(address))
                .contains(
                        "UID:" + NotificationId.about(asked, "completion-requested/1", candidate.id()),
                        "DTSTART;VALUE=DATE:" + answerBy.format(DateTimeFormatter.BASIC_ISO_DATE),
                        "envoyer les pièces demandées",
                        "/journeys/" + asked)
                .doesNotContain("Attestation", "Camille");

        SignedIn writer = as.newCandidate();
        JourneyId written = filed.admitted(writer);
        filed.task(written, TaskKind.CHOOSE_SUPPORT);
        as.run(writer, () -> supports.choose(written, Choice.NONE, null));
        filed.task(written, TaskKind.WRITE_LIVRET2);
        assertThat(calendar(address(writer)))
                .contains("déposer le dossier de validation (livret 2)", "Souhaité avant", "/livret2");
        database.sql("update admissibility_decision set valid_until = :day where journey_id = :id")
                .param("day", answerBy)
                .param("id", written.value())
                .update();
        assertThat(calendar(address(writer))).contains("fin de validité");
        database.sql("update journey set refused = 1, appeal_until = :until where id = :id")
                .param(
                        "until",
                        answerBy.plusDays(1).atStartOfDay(LegalClock.ZONE).toInstant())
                .param("id", written.value())
                .update();
        assertThat(calendar(address(writer)))
                .contains("dernier jour pour former un recours", "D’où vient ce délai")
                .doesNotContain("fin de validité");
        assertThat(calendar(address(agent))).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void a_jury_stands_in_the_calendars_of_its_members_and_of_the_candidate_it_calls() throws Exception {
        SignedIn candidate = as.newCandidate();
        SignedIn juror = as.another(Role.JUROR);
        HandedIn handed = new HandedIn(context);
        JourneyId id = handed.begun(candidate);
        HearingId hearing = handed.summoned(id, List.of(juror));
        database.sql("""
                        update jury_session set published_at = utc_timestamp(6)
                        where id = (select session_id from jury_hearing where id = :hearing)
                        """).param("hearing", hearing.value()).update();
        String number = journeys.find(id).orElseThrow().caseNumber();
        NotificationId summons = NotificationId.about(id, "summons/" + id + ":1:1", candidate.id());
        assertThat(calendar(address(candidate))).contains("UID:" + summons, "LOCATION:Salle 3", number);
        assertThat(calendar(address(juror)))
                .contains("LOCATION:Salle 3", number)
                .doesNotContain("UID:" + summons, "Camille");
        assertThat(calendar(address(as.another(Role.JUROR)))).doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void an_address_is_shown_once_replaced_withdrawn_and_not_to_be_read_or_guessed_without_end() throws Exception {
        SignedIn person = as.another(Role.ADVISER);
        String first = address(person);
        String secret = first.substring("/calendars/".length(), first.length() - ".ics".length());
        assertThat(page(person)).doesNotContain(secret);
        assertThat(database.sql("select count(*) from calendar_key where hash = :secret")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
        Reply read = nobody().get(first);
        assertThat(read.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(read.http().headers().map()).doesNotContainKey("set-cookie");

        String second = address(person);
        assertThat(nobody().get(first).status()).isEqualTo(404);
        int status = 200;
        for (int n = 0; n < 61; n++) {
            status = nobody().get(second).status();
        }
        assertThat(status).isEqualTo(429);
        String third = address(person);
        assertThat(nobody().get(third).status()).isEqualTo(200);
        mvc.perform(post("/calendar/withdrawal").with(browser(person)).with(csrf()))
                .andExpect(redirectedUrl("/calendar"));
        assertThat(nobody().get(third).status()).isEqualTo(404);
        assertThat(nobody().get("/calendars/anything").status()).isEqualTo(404);
    }

    private PlannedSession supported(Journey journey, SignedIn candidate, SignedIn adviser) {
        JourneyId id = journey.id();
        filed.task(id, TaskKind.CHOOSE_SUPPORT);
        as.run(
                candidate,
                () -> supports.choose(
                        id,
                        Choice.BODY,
                        bodies.offered(journey.certifyingBody()).getFirst().id()));
        filed.task(id, TaskKind.ASSIGN_ADVISER);
        as.run(adviser, () -> sessions.assign(id, adviser.id(), soon(30), Place.ON_SITE, null));
        // What is moved before the engine's task is there is dated by the engine again.
        filed.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        return planned.of(id).getFirst();
    }

    private static Instant soon(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
    }

    private String address(SignedIn person) throws Exception {
        String made = mvc.perform(post("/calendar").with(browser(person)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String address = Jsoup.parse(made).selectFirst("#address").val();
        return address.substring(address.indexOf("/calendars/"));
    }

    private String page(SignedIn person) throws Exception {
        return mvc.perform(get("/calendar").with(browser(person)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Without the moment it was asked for, and long lines put together again. */
    private String calendar(String address) {
        Reply read = nobody().get(address);
        assertThat(read.status()).as(read.toString()).isEqualTo(200);
        return new String(read.bytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .replaceAll("DTSTAMP:\\S+", "");
    }
}
