package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AcquisTest
@Tag("worklist")
class BulkTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    @Autowired
    Office office;

    @Autowired
    ActingAs as;

    @Autowired
    Bulks bulks;

    @Autowired
    TaskList list;

    @Autowired
    CaseMarks marks;

    @Autowired
    FiledCase filed;

    @Autowired
    JdbcClient database;

    CertifyingBody body;
    SignedIn agent;
    SignedIn other;
    JourneyId journey;

    @BeforeEach
    void anOffice() {
        body = office.body();
        agent = office.person(body, Role.AGENT, "Andréa", "Essai");
        other = office.person(body, Role.AGENT, "Alix", "Essai");
        journey = office.caseOf(body, office.certification(body, "CQP Essai", "Essai"), "Camille", "Exemple", "B-1");
    }

    @Test
    void rows_that_may_not_be_given_say_so_and_all_others_are_given() {
        assigns(200);
    }

    @Test
    @Tag("heavy")
    void ten_thousand_rows_with_thirty_seven_forbidden_ones() {
        assigns(10_000 - 37);
    }

    private void assigns(int allowed) {
        List<TaskId> rows = new ArrayList<>(office.tasks(body, journey, allowed));
        for (int n = 0; n < 37; n++) {
            rows.add(n * allowed / 37, office.task(body, journey, TaskKind.COMMAND_PARKED, Duration.ofDays(1), null));
        }
        UUID id = as.call(agent, () -> bulks.start(BulkVerb.ASSIGN, rows, other.id(), null));
        Bulk done = finished(agent, id);
        assertThat(done.done()).isEqualTo(allowed);
        assertThat(done.refused()).isEqualTo(37);
        List<Bulk.Refused> why = as.call(agent, () -> bulks.refused(id, 100));
        assertThat(why).hasSize(37).allSatisfy(row -> {
            assertThat(row.reason()).isEqualTo("worklist.refused.not-asked-of-you");
            assertThat(row.candidate()).isEqualTo("Camille Exemple");
        });
        assertThat(list.count(other, TaskFilter.of(View.MINE), 20_000)).isEqualTo(allowed);
    }

    @Test
    void the_whole_filter_is_meant_not_the_page() {
        office.tasks(body, journey, TaskList.PAGE * 2 + 7);
        UUID id = as.call(agent, () -> bulks.startAll(BulkVerb.TAG, TaskFilter.of(View.UNASSIGNED), null, "À trier"));
        assertThat(finished(agent, id).done()).isEqualTo(TaskList.PAGE * 2 + 7);
        UUID tag = as.call(agent, marks::all).getFirst().id();
        assertThat(as.call(agent, () -> marks.of(List.of(journey.value()))).get(journey.value()))
                .extracting(fr.acquis.worklist.Tag::id)
                .containsExactly(tag);
    }

    @Test
    void what_a_dead_worker_left_is_gone_on_with_and_nothing_is_done_twice() {
        List<TaskId> rows = office.tasks(body, journey, 20);
        UUID id = as.call(agent, () -> {
            UUID begun = bulks.start(BulkVerb.ASSIGN, rows, other.id(), null);
            return begun;
        });
        finished(agent, id);
        // As if the process had died after the tenth row: its lease ran out long ago, ten rows have their answer.
        database.sql("update worklist_task set holder_id = null where journey_id = :journey")
                .param("journey", journey.value())
                .update();
        database.sql("update worklist_bulk_row set state = 'WAITING' where bulk_id = :id and position >= 10")
                .param("id", id)
                .update();
        database.sql("""
                        update worklist_bulk set running = true, done = 10, leased_until = '2020-01-01' where id = :id
                        """).param("id", id).update();
        assertThat(finished(agent, id).done()).isEqualTo(20);
        assertThat(list.rows(other, TaskFilter.of(View.MINE), null))
                .extracting(Row::id)
                .containsExactlyElementsOf(rows.subList(10, 20));
    }

    @Test
    void a_row_of_another_body_is_unknown_and_names_nobody() {
        CertifyingBody elsewhere = office.body();
        TaskId theirs = office.task(
                elsewhere,
                office.caseOf(
                        elsewhere, office.certification(elsewhere, "CQP Ailleurs", "Essai"), "Alix", "Ailleurs", "E-1"),
                TaskKind.CHECK_FILE,
                Duration.ofDays(3),
                null);
        UUID id = as.call(agent, () -> bulks.start(BulkVerb.ASSIGN, List.of(theirs), other.id(), null));
        assertThat(finished(agent, id).refused()).isEqualTo(1);
        Bulk.Refused row = as.call(agent, () -> bulks.refused(id, 10)).getFirst();
        assertThat(row.reason()).isEqualTo("worklist.refused.unknown");
        assertThat(row.candidate()).isNull();
        as.run(
                other,
                () -> assertThatThrownBy(() -> bulks.get(id))
                        .as("somebody else's work is not shown")
                        .isInstanceOf(BusinessRefusal.class));
    }

    @Test
    void a_candidate_is_reminded_of_what_is_asked_and_asked_for_a_document_once_each() {
        SignedIn candidate = as.newCandidate();
        JourneyId real = filed.admitted(candidate);
        Task asked = filed.task(real, TaskKind.CHOOSE_SUPPORT);
        SignedIn seeded = as.seeded(Role.AGENT);
        UUID reminder = as.call(seeded, () -> bulks.start(BulkVerb.REMIND, List.of(asked.id()), null, null));
        UUID document = as.call(
                seeded, () -> bulks.start(BulkVerb.ASK_DOCUMENT, List.of(asked.id()), null, "Dernier bulletin"));
        assertThat(finished(seeded, reminder).done()).isEqualTo(1);
        assertThat(finished(seeded, document).done()).isEqualTo(1);
        assertThat(database.sql(
                                "select count(*) from notice where person_id = :person and notification in ('reminded.notice', 'document-asked.notice')")
                        .param("person", candidate.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private Bulk finished(SignedIn author, UUID id) {
        await().atMost(LONG).until(() -> !as.call(author, () -> bulks.get(id)).running());
        return as.call(author, () -> bulks.get(id));
    }
}
