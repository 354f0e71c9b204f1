package fr.acquis.notification;

import static fr.acquis.devservices.SignedInAs.browser;
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
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.notice.DailyDigests;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** How soon somebody is told: at once, by one mail a day, or not at all. */
@AcquisTest
@Tag("casefile")
class PacesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    ActingAs as;

    @Autowired
    Notifications notifications;

    @Autowired
    Notices notices;

    @Autowired
    Paces paces;

    @Autowired
    DailyDigests digests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @Autowired
    Clock clock;

    private SignedIn agent;
    private CaseReference about;

    @BeforeEach
    void somebodyNew() {
        agent = as.another(Role.AGENT);
        about = new CaseReference(
                JourneyId.create(), agent.certifyingBody(), as.newCandidate().id(), "VAE-2026-09999", "CQP d’essai");
    }

    @Test
    void what_is_wished_once_a_day_comes_in_one_mail_of_what_is_not_read() throws Exception {
        mvc.perform(post("/notices/preferences")
                        .param("MESSAGES", "DAILY")
                        .with(browser(agent))
                        .with(csrf()))
                .andExpect(redirectedUrl("/notices/preferences"));
        NotificationId first = tell("un");
        tell("deux");
        tell("trois");
        assertThat(notices.unread(agent.id())).isEqualTo(3);
        assertThat(mails()).isZero();
        mvc.perform(get("/notices/" + first).with(browser(agent)))
                .andExpect(redirectedUrl("/journeys/" + about.journey() + "/messages"));
        assertThat(notices.unread(agent.id())).isEqualTo(2);

        LocalDate tomorrow = clock.instant().atZone(PARIS).toLocalDate().plusDays(1);
        digests.send(at(tomorrow, 6));
        assertThat(mails()).isZero();
        digests.send(at(tomorrow, 8));
        digests.send(at(tomorrow, 9));
        assertThat(mails()).isEqualTo(1);
        assertThat(database.sql("select text_part from mail where recipient_id = :person")
                        .param("person", agent.id().value())
                        .query(String.class)
                        .single())
                .contains("VAE-2026-09999");
        digests.send(at(tomorrow.plusDays(1), 8));
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void what_is_not_wished_is_not_told_and_what_the_law_asks_for_always_is() throws Exception {
        paces.choose(agent.id(), Subject.MESSAGES, Pace.NEVER);
        tell("un");
        assertThat(notices.unread(agent.id())).isZero();
        assertThatThrownBy(() -> paces.choose(agent.id(), Subject.LEGAL, Pace.NEVER))
                .isInstanceOf(BusinessRefusal.class);
        transaction.executeWithoutResult(status -> notifications.tell(
                NotificationId.create(),
                agent.id(),
                new AdmissibilityNotification.DecisionToConfirm(about, "/worklist")));
        assertThat(notices.unread(agent.id())).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
        mvc.perform(get("/notices/preferences").with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("NEVER")));
    }

    private NotificationId tell(String event) {
        NotificationId id = NotificationId.about(about.journey(), event, agent.id());
        transaction.executeWithoutResult(status -> notifications.tell(
                id,
                agent.id(),
                new CaseNotification.MessageWaiting(about, false, "/journeys/" + about.journey() + "/messages")));
        return id;
    }

    private int mails() {
        return database.sql("select count(*) from mail where recipient_id = :person")
                .param("person", agent.id().value())
                .query(Integer.class)
                .single();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }
}
