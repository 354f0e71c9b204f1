package fr.acquis.insight;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.Consent;
import fr.acquis.admissibility.Consents;
import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.insight.Passage.State;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** One case on the map: where it stands, the way it came, and who may look. */
@AcquisTest
@Tag("casefile")
class CaseMapTest {

    @Autowired
    CaseMaps maps;

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase filed;

    @Autowired
    CaseMembers members;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    private SignedIn candidate;
    private SignedIn agent;
    private SignedIn adviser;
    private JourneyId id;

    @BeforeEach
    void a_case_that_was_accepted() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        adviser = as.another(Role.ADVISER);
        id = filed.admitted(candidate);
        filed.task(id, TaskKind.WRITE_LIVRET2);
        filed.task(id, TaskKind.CHOOSE_SUPPORT);
        transaction.executeWithoutResult(status -> members.add(id, adviser.id(), Role.ADVISER));
    }

    @AfterEach
    void nothing_stays_blocked() {
        database.sql("delete from engine_command where journey_id = :id and kind = 'TEST'")
                .param("id", id.value())
                .update();
    }

    @Test
    void the_way_it_came_has_who_and_when_and_it_stands_where_somebody_is_asked() throws Exception {
        CaseMap map = as.call(agent, () -> maps.of(id));
        assertThat(map.of(Stage.ADMISSIBILITY))
                .filteredOn(passage -> passage.state() == State.PASSED)
                .extracting(passage -> passage.step().element())
                .contains("check-livret1", "admissibility-rules", "decide-admissibility", "notify-admissibility");
        assertThat(only(map, "decide-admissibility").by()).isNotNull();
        assertThat(elements(agent))
                .as("in the order they began")
                .containsSubsequence(
                        "check-livret1",
                        "admissibility-rules",
                        "decide-admissibility",
                        "notify-admissibility",
                        "write-livret2");
        assertThat(only(map, "check-livret1").since())
                .isBeforeOrEqualTo(only(map, "check-livret1").until());
        assertThat(only(map, "write-livret2").state()).isEqualTo(State.ASKED);
        assertThat(only(map, "choose-support").asked()).isEqualTo(Role.CANDIDATE);
        assertThat(map.standing(Stage.ADMISSIBILITY)).isZero();
        assertThat(map.state(Stage.JURY)).isEmpty();
        web.perform(get("/journeys/" + id).with(browser(agent)))
                .andExpect(content().string(containsString("/journeys/" + id + "/map\"")));
        web.perform(get("/journeys/" + id + "/map/validation-file").with(browser(agent)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"step-write-livret2\"")))
                .andExpect(content().string(containsString("Ici depuis le")))
                .andExpect(content().string(containsString("Étapes pas encore atteintes")));
        web.perform(get("/journeys/" + id + "/map/journey").with(browser(agent)))
                .andExpect(content().string(containsString("/map/validation-file\"")));
        web.perform(get("/journeys/" + id + "/map/jury").with(browser(agent)))
                .andExpect(content().string(containsString("pas encore atteint cette partie")));
        web.perform(get("/journeys/" + id + "/map/nowhere").with(browser(agent)))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_late_or_blocked_is_said_on_the_drawing_and_in_the_table() throws Exception {
        database.sql("update worklist_task set due_at = :past where journey_id = :id and kind = 'WRITE_LIVRET2'")
                .param("past", Instant.now().minus(Duration.ofDays(2)))
                .param("id", id.value())
                .update();
        database.sql("""
                        insert into engine_command (journey_id, seq, kind, message_name, facts, state, answer, appended_at, settled_at)
                        values (:id, 9999, 'TEST', 'hearing-moved', '{}', 'PARKED', 'INVALID', utc_timestamp(6), utc_timestamp(6))
                        """).param("id", id.value()).update();
        CaseMap map = as.call(agent, () -> maps.of(id));
        assertThat(only(map, "write-livret2").state()).isEqualTo(State.LATE);
        assertThat(only(map, "hearing-moved").state()).isEqualTo(State.BLOCKED);
        assertThat(map.first()).as("what is blocked is looked at first").isEqualTo(Stage.JURY);
        web.perform(get("/journeys/" + id + "/map/validation-file").with(browser(agent)))
                .andExpect(content().string(containsString("En retard")))
                .andExpect(content().string(containsString("data-shade=\"late\"")));
        web.perform(get("/journeys/" + id + "/map").with(browser(agent)))
                .andExpect(content().string(containsString("n’a pas compris")));
    }

    @Test
    void the_body_and_the_adviser_look_and_the_adviser_learns_no_result_and_no_name_of_a_juror() throws Exception {
        SignedIn juror = as.seeded(Role.JUROR);
        asked("EVALUATE", Role.JUROR, juror);
        asked("CHOOSE_NEXT", Role.CANDIDATE, candidate);
        web.perform(get("/journeys/" + id + "/map/jury").with(browser(agent)))
                .andExpect(content().string(containsString(juror.displayName())));
        web.perform(get("/journeys/" + id + "/map/jury").with(browser(adviser)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Un membre du jury")))
                .andExpect(content().string(not(containsString(juror.displayName()))));
        assertThat(elements(adviser)).contains("evaluate").doesNotContain("choose-next");
        web.perform(get("/journeys/" + id + "/map/journey").with(browser(adviser)))
                .andExpect(content().string(containsString("avec l’accord du candidat")))
                .andExpect(content().string(not(containsString("Choisir la suite"))));
        web.perform(get("/journeys/" + id + "/map/training-plan").with(browser(adviser)))
                .andExpect(status().isNotFound());
        for (Consent.Kind kind : Consent.Kind.values()) {
            as.run(candidate, () -> consents.say(id, kind, true));
        }
        assertThat(elements(adviser)).contains("choose-next");

        web.perform(get("/insight/processes/jury/drawing").with(browser(adviser)))
                .andExpect(status().isOk());
        web.perform(get("/journeys/" + id + "/map").with(browser(candidate))).andExpect(status().isForbidden());
        web.perform(get("/journeys/" + id + "/map").with(browser(juror))).andExpect(status().isForbidden());
        transaction.executeWithoutResult(status -> members.remove(id, adviser.id(), Role.ADVISER));
        web.perform(get("/journeys/" + id + "/map").with(browser(adviser))).andExpect(status().isNotFound());
    }

    private List<String> elements(SignedIn reader) {
        return as.call(reader, () -> maps.of(id)).passages().stream()
                .map(passage -> passage.step().element())
                .toList();
    }

    private static Passage only(CaseMap map, String element) {
        return map.passages().stream()
                .filter(passage -> passage.step().element().equals(element))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** A row under a key no engine gives. */
    private void asked(String kind, Role audience, SignedIn holder) {
        database.sql("""
                        insert into worklist_task (id, task_key, journey_id, certifying_body_id, candidate_id, certification_id, kind,
                                                   audience, queue_id, holder_id, state, due_at, created_at)
                        select :task, :key, id, certifying_body_id, candidate_id, certification_id, :kind, :audience,
                               certifying_body_id, :holder, 'DONE', utc_timestamp(6), utc_timestamp(6)
                        from journey where id = :id
                        """)
                .param("task", UUID.randomUUID())
                .param("key", -System.nanoTime())
                .param("kind", kind)
                .param("audience", audience.name())
                .param("holder", holder.id().value())
                .param("id", id.value())
                .update();
    }
}
