package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Absence;
import fr.acquis.identity.Absences;
import fr.acquis.identity.Absences.Moves;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseMembers;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AcquisTest
@Tag("worklist")
class AbsenceTest {

    @Autowired
    Office office;

    @Autowired
    ActingAs as;

    @Autowired
    Absences absences;

    @Autowired
    Substitutions substitutions;

    @Autowired
    CaseMembers members;

    @Autowired
    TaskList list;

    @Autowired
    Worklist worklist;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    CertifyingBody body;
    SignedIn away;
    SignedIn substitute;
    JourneyId journey;
    LocalDate today;

    @BeforeEach
    void anOffice() {
        body = office.body();
        away = office.person(body, Role.AGENT, "Andréa", "Essai");
        substitute = office.person(body, Role.AGENT, "Alix", "Essai");
        journey = office.caseOf(body, office.certification(body, "CQP Essai", "Essai"), "Camille", "Exemple", "A-1");
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    @Test
    void what_is_held_moves_on_the_first_day_and_what_is_still_open_returns_on_the_last() {
        TaskId kept = office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(9), away);
        TaskId returned = office.task(body, journey, TaskKind.PLAN_HEARING, Duration.ofDays(9), away);
        UUID id = planned(new Moves(true, true, true));
        substitutions.begin(absence(id));
        assertThat(mine(away)).isEmpty();
        assertThat(mine(substitute)).containsExactlyInAnyOrder(kept, returned);
        as.run(substitute, () -> worklist.release(kept, "Pas avant son retour"));
        as.run(substitute, () -> worklist.claim(kept));
        as.run(substitute, () -> worklist.release(returned, null));
        as.run(away, () -> absences.cancel(id));
        Absence over = absences.toEnd().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        substitutions.end(over);
        substitutions.end(over);
        assertThat(mine(away)).containsExactly(kept);
        assertThat(mine(substitute))
                .as("given back to the team meanwhile: it stays there")
                .isEmpty();
    }

    @Test
    void nothing_returns_where_nobody_asked_for_it() {
        TaskId task = office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(9), away);
        UUID id = planned(new Moves(true, false, false));
        substitutions.begin(absence(id));
        as.run(away, () -> absences.cancel(id));
        absences.toEnd().stream().filter(one -> one.id().equals(id)).forEach(substitutions::end);
        assertThat(mine(substitute)).containsExactly(task);
    }

    @Test
    void what_would_come_to_somebody_away_comes_to_the_substitute() {
        planned(new Moves(false, true, true));
        TaskId id = office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(9), away);
        transaction.executeWithoutResult(
                status -> substitutions.born(list.find(away, id).orElseThrow().task()));
        assertThat(mine(substitute)).containsExactly(id);
    }

    @Test
    void a_seat_of_a_jury_is_never_lent() {
        TaskId seat = office.task(body, journey, TaskKind.EVALUATE, Role.JUROR, Duration.ofDays(9), away);
        UUID id = planned(new Moves(true, true, true));
        substitutions.begin(absence(id));
        assertThat(as.call(away, () -> worklist.seen(seat).orElseThrow().holder()))
                .isEqualTo(away.id());
    }

    @Test
    void an_advisers_substitute_sees_the_case_for_as_long_as_they_stand_in() {
        SignedIn adviser = office.person(body, Role.ADVISER, "Noa", "Essai");
        SignedIn mate = office.person(body, Role.ADVISER, "Swann", "Essai");
        office.task(body, journey, TaskKind.HOLD_SUPPORT_SESSION, Duration.ofDays(9), adviser);
        UUID id = as.call(
                adviser, () -> absences.plan(adviser.id(), today, today, mate.id(), new Moves(true, true, true)));
        substitutions.begin(absence(id));
        assertThat(members.of(journey, Role.ADVISER)).containsExactly(mate.id());
        as.run(adviser, () -> absences.cancel(id));
        absences.toEnd().stream().filter(one -> one.id().equals(id)).forEach(substitutions::end);
        assertThat(members.of(journey, Role.ADVISER)).isEmpty();
        assertThat(mine(adviser)).hasSize(1);
    }

    @Test
    void an_absence_is_refused_where_it_makes_no_sense() {
        Moves all = new Moves(true, true, true);
        SignedIn stranger = office.person(office.body(), Role.AGENT, "Dany", "Ailleurs");
        SignedIn juror = office.person(body, Role.CPNE, "Sacha", "Essai");
        as.run(away, () -> {
            refused(() -> absences.plan(away.id(), today, today.minusDays(1), substitute.id(), all));
            refused(() -> absences.plan(away.id(), today, today, away.id(), all));
            refused(() -> absences.plan(away.id(), today, today, stranger.id(), all));
            refused(() -> absences.plan(away.id(), today, today, juror.id(), all));
            refused(() -> absences.plan(away.id(), today, today, null, all));
            refused(() -> absences.plan(substitute.id(), today, today, away.id(), all));
            absences.plan(away.id(), today, today.plusDays(5), substitute.id(), all);
            refused(() -> absences.plan(away.id(), today.plusDays(5), today.plusDays(9), substitute.id(), all));
        });
        as.run(
                substitute,
                () -> refused(
                        () -> absences.plan(substitute.id(), today.plusDays(1), today.plusDays(1), away.id(), all)));
    }

    private static void refused(Runnable plan) {
        assertThatThrownBy(plan::run).isInstanceOf(BusinessRefusal.class);
    }

    private UUID planned(Moves moves) {
        return as.call(away, () -> absences.plan(away.id(), today, today.plusDays(3), substitute.id(), moves));
    }

    private Absence absence(UUID id) {
        return as.call(away, absences::planned).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<TaskId> mine(SignedIn person) {
        return list.rows(person, TaskFilter.of(View.MINE), null).stream()
                .map(Row::id)
                .toList();
    }
}
