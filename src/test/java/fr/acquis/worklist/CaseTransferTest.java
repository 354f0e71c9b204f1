package fr.acquis.worklist;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Team;
import fr.acquis.identity.Teams;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.Notice;
import fr.acquis.notification.Notices;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.CaseTransfer.State;
import fr.acquis.worklist.CaseTransfers.Wish;
import fr.acquis.worklist.work.CaseTransferSweep;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** A case goes from team to team: what moves, who is told, who may, what is refused. */
@AcquisTest
@Tag("worklist")
class CaseTransferTest {

    private static final String REASON = "Le bureau de l’Est ferme.";

    @Autowired
    Office office;

    @Autowired
    Teams teams;

    @Autowired
    CaseTeams caseTeams;

    @Autowired
    CaseTransfers transfers;

    @Autowired
    CaseTransferSweep sweep;

    @Autowired
    CaseMarks marks;

    @Autowired
    CaseMembers members;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

    @Autowired
    Notices notices;

    @Autowired
    Audit audit;

    @Autowired
    ActingAs as;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private CertifyingBody body;
    private SignedIn manager;
    private SignedIn eastern;
    private SignedIn western;
    private SignedIn referent;
    private SignedIn adviser;
    private SignedIn juror;
    private Team east;
    private Team west;
    private UUID certification;
    private JourneyId id;

    @BeforeEach
    void two_teams_and_a_case_of_the_first() {
        body = office.body();
        manager = office.person(body, Role.MANAGER, "Maud", "Cadre");
        eastern = office.person(body, Role.AGENT, "Estelle", "Est");
        western = office.person(body, Role.AGENT, "Oscar", "Ouest");
        referent = office.person(body, Role.AGENT, "Odile", "Ouest");
        adviser = office.person(body, Role.ADVISER, "Ada", "Aide");
        juror = office.person(body, Role.JUROR, "Jules", "Juge");
        east = team("Bureau Est", eastern);
        west = team("Bureau Ouest", western, referent);
        as.run(manager, () -> teams.refer(west, referent.id()));
        west = teams.find(body.id(), west.id()).orElseThrow();
        certification = office.certification(body, "Certificat des équipes", "Essai");
        as.run(manager, () -> office.handles(east, certification));
        id = office.caseOf(
                body,
                certification,
                "Zoé",
                "Exemple",
                "EQ-" + UUID.randomUUID().toString().substring(0, 8));
        transaction.executeWithoutResult(status -> {
            members.add(id, adviser.id(), Role.ADVISER);
            members.add(id, juror.id(), Role.JUROR);
        });
    }

    @Test
    void all_that_waits_moves_at_once_and_all_who_have_to_know_are_told() throws Exception {
        TaskId held = office.task(body, id, TaskKind.CHECK_FILE, Duration.ofDays(4), eastern);
        TaskId session = office.task(body, id, TaskKind.HOLD_SUPPORT_SESSION, Duration.ofDays(4), adviser);
        TaskId seat = office.task(body, id, TaskKind.EVALUATE, Duration.ofDays(9), juror);
        as.run(eastern, () -> marks.watch(id));
        as.run(manager, () -> marks.watch(id));
        assertThat(queue(held)).isEqualTo(east.id());
        web.perform(get("/journeys/" + id).with(browser(eastern)))
                .andExpect(content().string(containsString("Bureau Est")))
                .andExpect(content().string(containsString("/journeys/" + id + "/team\"")));

        send(eastern, "/team", west.id(), today()).andExpect(redirectedUrl("/journeys/" + id));

        assertThat(List.of(queue(held), queue(session), queue(seat))).containsOnly(west.id());
        assertThat(holder(held)).as("who is left behind holds nothing").isNull();
        assertThat(holder(session)).isEqualTo(adviser.id());
        assertThat(holder(seat)).isEqualTo(juror.id());
        assertThat(marks.watchers(id)).containsExactlyInAnyOrder(manager.id(), referent.id());
        assertThat(count("owner_id = :east", east.id()))
                .as("nothing is counted in the queue left")
                .isZero();
        web.perform(get("/worklist").with(browser(western)))
                .andExpect(content().string(containsString(held.toString())));
        web.perform(get("/worklist/" + held + "/summary").with(browser(western)))
                .andExpect(content().string(containsString(REASON)));
        web.perform(get("/worklist").with(browser(eastern)))
                .andExpect(content().string(not(containsString(held.toString()))));
        PersonId candidate = journeys.find(id).orElseThrow().candidate();
        for (PersonId told : List.of(candidate, adviser.id(), juror.id(), referent.id(), manager.id())) {
            assertThat(notices.of(told, 9)).as("told once").hasSize(1);
        }
        assertThat(text(candidate)).contains("Bureau Ouest").doesNotContain("ferme");
        assertThat(notices.of(eastern.id(), 9)).as("who did it knows").isEmpty();
        assertThat(notices.of(western.id(), 9))
                .as("the referent speaks for the team")
                .isEmpty();
        assertThat(audit.of(id.value())).extracting(AuditEntry::action).contains("transfer-case");

        TaskId later = office.task(body, id, TaskKind.PLAN_HEARING, Duration.ofDays(20), null);
        assertThat(queue(later)).as("what comes later comes to the new team").isEqualTo(west.id());
        as.run(manager, () -> office.handles(east, certification));
        assertThat(queue(later)).as("whoever handles the certification").isEqualTo(west.id());

        send(western, "/team", body.id().value(), today()).andExpect(redirectedUrl("/journeys/" + id));
        assertThat(queue(later)).isEqualTo(body.id().value());
        send(eastern, "/team", east.id(), today()).andExpect(redirectedUrl("/journeys/" + id));
        assertThat(queue(later)).as("back where it came from").isEqualTo(east.id());
        web.perform(get("/journeys/" + id + "/team").with(browser(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bureau Est → Bureau Ouest")));
    }

    @Test
    void who_is_of_another_team_asks_and_a_manager_answers() throws Exception {
        send(western, "/team", west.id(), today())
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("un responsable répond")))
                .andExpect(content().string(containsString(REASON)));
        send(western, "/team/request", west.id(), today()).andExpect(redirectedUrl("/journeys/" + id));
        Task alert = worklist.open(id, TaskKind.TEAM_ASKED).orElseThrow();
        assertThat(text(manager.id())).contains("Bureau Ouest");
        send(western, "/team/request", west.id(), today()).andExpect(status().isConflict());
        web.perform(get("/journeys/" + id + "/team").with(browser(manager)))
                .andExpect(content().string(containsString("Oscar Ouest demande")));
        web.perform(post("/journeys/" + id + "/team/refusal")
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"answer-error\"")));
        as.run(manager, () -> transfers.decline(id, "Le bureau de l’Ouest est plein."));
        assertThat(as.call(manager, () -> worklist.visible(alert.id())).state()).isEqualTo(TaskState.DONE);
        web.perform(get("/notices").with(browser(western)))
                .andExpect(content().string(containsString("lisez pourquoi")));
        assertThat(as.call(western, () -> caseTeams.of(journeys.get(id))).queue())
                .isEqualTo(east.id());

        as.run(western, () -> transfers.ask(id, new Wish(west.id(), REASON, today())));
        as.run(manager, () -> transfers.transfer(id, new Wish(west.id(), REASON, today())));
        assertThat(transfers.of(id)).extracting(CaseTransfer::state).containsExactly(State.DONE, State.DECLINED);
        assertThat(worklist.open(id, TaskKind.TEAM_ASKED)).isEmpty();
        web.perform(get("/notices").with(browser(western)))
                .andExpect(content().string(containsString("comme vous l’avez demandé")));
    }

    @Test
    void a_day_to_come_is_planned_called_off_or_carried_out_when_it_comes() throws Exception {
        TaskId task = office.task(body, id, TaskKind.CHECK_FILE, Duration.ofDays(4), null);
        send(manager, "/team", west.id(), today().plusDays(3)).andExpect(redirectedUrl("/journeys/" + id));
        sweep.sweep();
        assertThat(queue(task)).isEqualTo(east.id());
        assertThat(notices.of(adviser.id(), 9)).isEmpty();
        send(manager, "/team", west.id(), today()).andExpect(status().isConflict());
        web.perform(post("/journeys/" + id + "/team/cancellation")
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id + "/team"));
        as.run(manager, () -> transfers.transfer(id, new Wish(west.id(), REASON, today().plusDays(1))));
        database.sql("update worklist_transfer set effective_on = :today where journey_id = :id and state = 'PLANNED'")
                .param("today", today())
                .param("id", id.value())
                .update();
        sweep.sweep();
        assertThat(queue(task)).isEqualTo(west.id());
        assertThat(transfers.of(id)).extracting(CaseTransfer::state).containsExactly(State.DONE, State.CALLED_OFF);
        assertThat(notices.of(adviser.id(), 9)).hasSize(1);
    }

    @Test
    void what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost() throws Exception {
        send(manager, "/team", east.id(), today())
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"team-error\"")))
                .andExpect(content().string(containsString("déjà chez cette équipe")))
                .andExpect(content().string(containsString(REASON)));
        send(manager, "/team", UUID.randomUUID(), today())
                .andExpect(content().string(containsString("pas de votre organisme")));
        send(manager, "/team", null, today()).andExpect(content().string(containsString("Choisissez une équipe.")));
        send(manager, "/team", west.id(), today().minusDays(1))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"on-error\"")));
        send(manager, "/team", west.id(), null).andExpect(content().string(containsString("id=\"on-error\"")));
        web.perform(wish("/team", west.id(), today(), " ")
                        .with(browser(manager))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        send(adviser, "/team", west.id(), today()).andExpect(status().isForbidden());
        SignedIn stranger = office.person(office.body(), Role.MANAGER, "Simon", "Ailleurs");
        send(stranger, "/team", west.id(), today()).andExpect(status().isNotFound());
        assertThatThrownBy(() -> as.run(stranger, () -> transfers.transfer(id, new Wish(west.id(), REASON, today()))))
                .isInstanceOf(BusinessRefusal.class);
        database.sql("update journey set ended_at = utc_timestamp(6), ending = 'CLOSED' where id = :id")
                .param("id", id.value())
                .update();
        send(manager, "/team", west.id(), today())
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ce dossier est terminé")));
        assertThat(transfers.of(id)).isEmpty();
    }

    private Team team(String name, SignedIn... people) {
        return as.call(manager, () -> {
            Team team = teams.found(body.id(), name);
            for (SignedIn person : people) {
                teams.join(team, person.id());
            }
            return team;
        });
    }

    private ResultActions send(SignedIn person, String path, UUID team, LocalDate on) throws Exception {
        return web.perform(wish(path, team, on, REASON).with(browser(person)).with(csrf()));
    }

    private MockHttpServletRequestBuilder wish(String path, UUID team, LocalDate on, String reason) {
        return post("/journeys/" + id + path)
                .param("team", team == null ? "" : team.toString())
                .param("on", on == null ? "" : on.toString())
                .param("reason", reason);
    }

    private String text(PersonId person) {
        return notices.of(person, 9).stream().map(Notice::text).findFirst().orElse("");
    }

    private UUID queue(TaskId task) {
        return database.sql("select queue_id from worklist_task where id = :id")
                .param("id", task.value())
                .query(UUID.class)
                .single();
    }

    private PersonId holder(TaskId task) {
        return as.call(manager, () -> worklist.open(id)).stream()
                .filter(one -> one.id().equals(task))
                .findFirst()
                .orElseThrow()
                .holder();
    }

    private long count(String condition, UUID team) {
        return database.sql("select coalesce(sum(n), 0) from worklist_counter where " + condition)
                .param("east", team)
                .query(Long.class)
                .single();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }
}
