package fr.acquis.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.identity.Team;
import fr.acquis.identity.Teams;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.store.Counters;
import fr.acquis.worklist.store.TaskList;
import fr.acquis.worklist.store.TaskList.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AcquisTest
@Tag("worklist")
class ListTest {

    @Autowired
    Office office;

    @Autowired
    TaskList list;

    @Autowired
    Counters counters;

    @Autowired
    Worklist worklist;

    @Autowired
    Handover handover;

    @Autowired
    CaseMarks marks;

    @Autowired
    SavedViews views;

    @Autowired
    Teams teams;

    @Autowired
    Clock clock;

    CertifyingBody body;
    SignedIn agent;
    UUID care;
    UUID estates;

    @BeforeEach
    void anOffice() {
        body = office.body();
        agent = office.person(body, Role.AGENT, "Andréa", "Essai");
        care = office.certification(body, "CQP Assistant de vie", "Services");
        estates = office.certification(body, "CQP Négociateur immobilier", "Immobilier");
    }

    @Test
    void a_person_is_found_by_the_beginning_of_a_name_whatever_its_accents() {
        TaskId wanted = check("Zoé", "Lœuilleux-d’Été", "VAE-2026-00042", care);
        check("Camille", "Exemple", "VAE-2026-00043", care);
        for (String words : new String[] {"loeuil", "LŒUIL", "ete zoe", "été", "VAE-2026-00042", "42", "2026 lœ"}) {
            assertThat(found(words)).as(words).containsExactly(wanted);
        }
        assertThat(found("00043 zoe")).as("all words are wanted").isEmpty();
        assertThat(found("assistant")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "'",
                "\"",
                "' or '1'='1",
                "+exemple -camille",
                "*",
                "~",
                "\\",
                "@@",
                "(",
                "; drop table x"
            })
    void signs_mean_nothing_in_a_search(String words) {
        check("Camille", "Exemple", "VAE-2026-1", care);
        assertThat(found(words).size()).as(words).isLessThanOrEqualTo(1);
        assertThat(found("%")).isEmpty();
    }

    @Test
    void ten_thousand_characters_are_cut_and_do_no_harm() {
        check("Camille", "Exemple", "VAE-2026-1", care);
        assertThat(found("zq’ ".repeat(4000))).isEmpty();
        UUID id = as(() -> views.remember("x".repeat(10_000)));
        assertThat(as(() -> views.words(id)).orElseThrow()).hasSize(TaskFilter.LONGEST_WORDS);
    }

    @Test
    void somebody_elses_words_are_nobodys() {
        UUID id = as(() -> views.remember("exemple"));
        SignedIn other = office.person(body, Role.AGENT, "Alix", "Essai");
        SignedInAs.during(other, () -> assertThat(views.words(id)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void every_row_stands_on_one_page_of_every_order(Sort sort) {
        List<TaskId> all = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            all.add(check("Camille", "Nom" + n % 5, "P-" + n, n % 2 == 0 ? care : estates));
        }
        List<TaskId> read = new ArrayList<>();
        TaskId after = null;
        do {
            List<Row> page = list.rows(agent, TaskFilter.of(View.TEAM).sorted(sort), after, 5);
            after = page.size() > 5 ? page.get(4).id() : null;
            page.stream().limit(5).map(Row::id).forEach(read::add);
        } while (after != null);
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void a_list_is_narrowed_by_what_its_address_says() {
        TaskId late = office.task(body, journey("L-1", care), TaskKind.DECIDE_ADMISSIBILITY, Duration.ofDays(-2), null);
        TaskId held = office.task(body, journey("L-2", estates), TaskKind.CHECK_FILE, Duration.ofDays(9), agent);
        TaskFilter all = TaskFilter.of(View.TEAM);
        assertThat(ids(all)).containsExactly(late, held);
        assertThat(ids(all.only(Set.of(TaskKind.CHECK_FILE)))).containsExactly(held);
        assertThat(ids(narrowed(Stage.ADMISSIBILITY, false, null, null))).containsExactly(late);
        assertThat(ids(narrowed(null, true, null, null))).containsExactly(late);
        assertThat(ids(all.aiming(estates))).containsExactly(held);
        assertThat(ids(narrowed(null, false, "Services", null))).containsExactly(late);
        assertThat(ids(narrowed(null, false, null, agent.id().value()))).containsExactly(held);
        assertThat(ids(TaskFilter.of(View.MINE))).containsExactly(held);
        assertThat(ids(TaskFilter.of(View.UNASSIGNED))).containsExactly(late);
    }

    @Test
    void nobody_sees_the_rows_of_another_body_nor_of_another_role() {
        TaskId ours = check("Camille", "Exemple", "R-1", care);
        office.task(body, journey("R-2", care), TaskKind.COMMAND_PARKED, Duration.ZERO, null);
        SignedIn adviser = office.person(body, Role.ADVISER, "Alix", "Essai");
        office.task(body, journey("R-3", care), TaskKind.HOLD_SUPPORT_SESSION, Duration.ofDays(1), agent);
        TaskId asked = office.task(body, journey("R-4", care), TaskKind.ASSIGN_ADVISER, Duration.ofDays(1), null);
        SignedIn stranger = office.person(office.body(), Role.MANAGER, "Dominique", "Ailleurs");
        for (View view : View.values()) {
            assertThat(list.rows(stranger, TaskFilter.of(view), null)).isEmpty();
            assertThat(list.rows(stranger, TaskFilter.of(view).saying("exemple"), null))
                    .isEmpty();
        }
        assertThat(list.find(stranger, ours)).isEmpty();
        assertThat(ids(TaskFilter.of(View.ALL))).containsExactly(ours);
        assertThat(list.rows(adviser, TaskFilter.of(View.TEAM), null))
                .extracting(Row::id)
                .containsExactly(asked);
    }

    @Test
    void a_team_sees_its_certifications_and_what_nobody_has() {
        Team team = team("Immobilier");
        teams.join(team, agent.id());
        office.handles(team, estates);
        office.handles(team("Services"), care);
        TaskId ours = check("Camille", "Exemple", "Q-1", estates);
        TaskId theirs = check("Camille", "Exemple", "Q-2", care);
        UUID other = office.certification(body, "CQP Sans équipe", "Divers");
        TaskId nobodys = check("Camille", "Exemple", "Q-3", other);
        assertThat(ids(TaskFilter.of(View.TEAM))).containsExactlyInAnyOrder(ours, nobodys);
        assertThat(ids(TaskFilter.of(View.ALL))).containsExactlyInAnyOrder(ours, theirs, nobodys);
        assertThat(found("exemple")).containsExactlyInAnyOrder(ours, nobodys);

        as(() -> worklist.claim(theirs));
        assertThat(ids(TaskFilter.of(View.MINE))).containsExactly(theirs);
        assertThat(ids(TaskFilter.of(View.TEAM))).as("held for another team").doesNotContain(theirs);
        assertThat(found("exemple")).as("found by words as without them").containsExactlyInAnyOrder(ours, nobodys);
    }

    @Test
    void counters_say_what_the_lists_hold() {
        SignedIn other = office.person(body, Role.AGENT, "Alix", "Essai");
        TaskId mine = check("Camille", "Exemple", "C-1", care);
        check("Camille", "Exemple", "C-2", care);
        TaskId theirs = check("Camille", "Exemple", "C-3", care);
        TaskId hidden = check("Camille", "Exemple", "C-4", care);
        SignedInAs.during(agent, () -> {
            worklist.claim(mine);
            handover.assign(theirs, other.id());
            handover.postpone(
                    hidden,
                    LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris"))).plusDays(1));
        });
        assertThat(counters.of(agent)).isEqualTo(new Counters.Badges(1, 3, 1));
        SignedInAs.during(agent, () -> worklist.release(mine, "Conflit d’intérêts"));
        assertThat(counters.of(agent)).isEqualTo(new Counters.Badges(0, 3, 2));
        assertThat(list.find(agent, mine).orElseThrow().returnedBecause()).isEqualTo("Conflit d’intérêts");
    }

    @Test
    void a_row_is_hidden_until_its_follow_up_date_never_beyond_its_deadline() {
        TaskId id = check("Camille", "Exemple", "F-1", care);
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris")));
        SignedInAs.during(agent, () -> {
            assertThatThrownBy(() -> handover.postpone(id, today)).isInstanceOf(BusinessRefusal.class);
            assertThatThrownBy(() -> handover.postpone(id, today.plusYears(1))).isInstanceOf(BusinessRefusal.class);
            handover.postpone(id, today.plusDays(2));
        });
        assertThat(ids(TaskFilter.of(View.TEAM))).isEmpty();
        assertThat(ids(later())).containsExactly(id);
        SignedInAs.during(agent, () -> handover.postpone(id, null));
        assertThat(ids(TaskFilter.of(View.TEAM))).containsExactly(id);
    }

    @Test
    void a_tag_finds_its_cases_by_filter_and_by_name() {
        JourneyId journey = journey("G-1", care);
        TaskId id = office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(3), null);
        check("Camille", "Exemple", "G-2", care);
        SignedInAs.during(agent, () -> {
            marks.tag(journey, "À rappeler");
            UUID tag = marks.all().getFirst().id();
            assertThat(ids(tagged(tag))).containsExactly(id);
            assertThat(found("rappel")).containsExactly(id);
            marks.untag(journey, tag);
            assertThat(ids(tagged(tag))).isEmpty();
            assertThat(found("rappel")).isEmpty();
        });
    }

    @Test
    void a_watched_case_shows_what_it_waits_for_whoever_is_asked() {
        JourneyId journey = journey("W-1", care);
        TaskId candidates = office.task(body, journey, TaskKind.WRITE_LIVRET2, Duration.ofDays(30), null);
        SignedInAs.during(agent, () -> marks.watch(journey));
        assertThat(ids(TaskFilter.of(View.WATCHED))).containsExactly(candidates);
        assertThat(ids(TaskFilter.of(View.ALL))).isEmpty();
        assertThat(list.find(agent, candidates)).as("it is not theirs to take").isEmpty();
        SignedInAs.during(agent, () -> marks.unwatch(journey));
        assertThat(ids(TaskFilter.of(View.WATCHED))).isEmpty();
    }

    @Test
    void a_saved_view_is_its_owners_or_its_teams() {
        Team team = team("Services");
        SignedIn mate = office.person(body, Role.AGENT, "Alix", "Essai");
        SignedIn other = office.person(body, Role.AGENT, "Noa", "Essai");
        teams.join(team, agent.id());
        teams.join(team, mate.id());
        UUID own = as(() -> views.keep("Les miens", null, "view=MINE", ""));
        UUID shared = as(() -> views.keep("Nos retards", team.id(), "view=TEAM&late=true", "dupont"));
        SignedInAs.during(mate, () -> {
            assertThat(views.all()).extracting(SavedView::id).containsExactly(shared);
            assertThat(views.get(shared).words()).isEqualTo("dupont");
            assertThatThrownBy(() -> views.get(own)).isInstanceOf(BusinessRefusal.class);
            assertThatThrownBy(() -> views.drop(shared)).isInstanceOf(BusinessRefusal.class);
        });
        SignedInAs.during(other, () -> {
            assertThat(views.all()).isEmpty();
            assertThatThrownBy(() -> views.keep("Chez eux", team.id(), "view=TEAM", ""))
                    .isInstanceOf(BusinessRefusal.class);
        });
    }

    @Test
    void priority_says_why() {
        JourneyId journey = journey("P-1", care);
        office.task(body, journey, TaskKind.DECIDE_ADMISSIBILITY, Duration.ofDays(3), null);
        Task task = list.rows(agent, TaskFilter.of(View.TEAM), null).getFirst().task();
        Priority priority = Priority.of(task, null, "Alix Essai", clock.instant());
        assertThat(priority.level()).isEqualTo(Priority.Level.HIGH);
        assertThat(priority.reasons())
                .contains(
                        new Priority.Reason("worklist.why.legal-near", 3L),
                        new Priority.Reason("worklist.why.returned", "Alix Essai"));
    }

    private Team team(String name) {
        return as(() -> teams.found(body.id(), name));
    }

    private JourneyId journey(String number, UUID certification) {
        return office.caseOf(body, certification, "Camille", "Exemple", number);
    }

    private TaskId check(String given, String family, String number, UUID certification) {
        JourneyId journey = office.caseOf(body, certification, given, family, number);
        return office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(9), null);
    }

    private List<TaskId> found(String words) {
        return ids(TaskFilter.of(View.TEAM).saying(words));
    }

    private List<TaskId> ids(TaskFilter filter) {
        List<TaskId> ids = list.rows(agent, filter, null).stream().map(Row::id).toList();
        assertThat(list.ids(agent, filter, 1000)).as("for many at once").isEqualTo(ids);
        assertThat(list.count(agent, filter, 1000)).isEqualTo(ids.size());
        return ids;
    }

    private TaskFilter narrowed(Stage stage, boolean late, String branch, UUID holder) {
        return new TaskFilter(
                View.TEAM, Set.of(), stage, late, null, branch, holder, null, null, null, null, "", false, Sort.DUE);
    }

    private TaskFilter tagged(UUID tag) {
        return new TaskFilter(
                View.TEAM, Set.of(), null, false, null, null, null, null, tag, null, null, "", false, Sort.DUE);
    }

    private TaskFilter later() {
        return new TaskFilter(
                View.TEAM, Set.of(), null, false, null, null, null, null, null, null, null, "", true, Sort.DUE);
    }

    private <T> T as(Supplier<T> act) {
        List<T> answer = new ArrayList<>();
        SignedInAs.during(agent, () -> answer.add(act.get()));
        return answer.getFirst();
    }
}
