package fr.acquis.insight;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.acquis.certification.CertificationId;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.insight.work.DelayCount;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import fr.acquis.worklist.TaskKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What a number counts, its list shows; what is counted by month is what the tasks themselves say. */
@AcquisTest
@Import(PilotageBase.class)
@Tag("insight")
class PilotageTest {

    private static final String ESTATE = "RNCP99901";
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Pilotage pilotage;

    @Autowired
    Steps steps;

    @Autowired
    PilotageBase base;

    @Autowired
    DelayCount delayCount;

    @Autowired
    ActingAs as;

    @Autowired
    MockMvc web;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private SignedIn manager;
    private CertificationId estate;
    private Instant now;

    @BeforeEach
    void a_body_with_a_case_in_every_condition() {
        base.keepTheMirrorStill();
        manager = base.newManager();
        estate = base.certification(ESTATE);
        now = clock.instant();
        asked(TaskKind.DECIDE_ADMISSIBILITY, ago(3), in(20));
        asked(TaskKind.DECIDE_ADMISSIBILITY, ago(40), ago(2));
        asked(TaskKind.CHECK_FILE, ago(12), ago(1));
        JourneyId decided = asked(TaskKind.DECIDE_ADMISSIBILITY, ago(50), in(3));
        base.set(decided, "silence_at", in(10));
        JourneyId twice = asked(TaskKind.WRITE_LIVRET2, ago(5), in(90));
        base.task(twice, TaskKind.CHOOSE_SUPPORT, "OPEN", ago(5), in(10), null);

        JourneyId planned = asked(TaskKind.PLAN_HEARING, ago(5), in(5));
        base.juryDue(planned, ago(1));
        JourneyId awaited = filed();
        base.juryDue(awaited, in(14));
        base.hearing(awaited, in(7), null, in(30), null);
        JourneyId unsigned = filed();
        base.juryDue(unsigned, in(40));
        base.hearing(unsigned, ago(20), ago(19), ago(4), null);
        JourneyId judged = filed();
        Instant due = in(9);
        base.task(judged, TaskKind.EVALUATE, "OPEN", ago(1), due, null);
        base.task(judged, TaskKind.EVALUATE, "OPEN", ago(1), due, null);
        base.task(judged, TaskKind.EVALUATE, "SUBMITTED", ago(1), due, now);

        JourneyId answered = filed();
        base.task(answered, TaskKind.ACCEPT_PLAN, "SUBMITTED", ago(1), due, now);
        JourneyId stuck = filed();
        long key = base.task(stuck, TaskKind.COMPLETE_PLAN, "SUBMITTED", ago(1), due, now);
        base.command(stuck, null, key, "PARKED", "WRONG_STATE");
        base.command(filed(), "minutes-signed", null, "PARKED", "INVALID");
        base.command(filed(), "never-heard-of", null, "PARKED", "INVALID");
        base.command(filed(), "journey-opened", null, "PENDING", null);
        base.job(filed(), "assemble-file");
        base.incident(filed(), "jury", "summon", ago(1));

        JourneyId refused = filed();
        base.set(refused, "decided_at", ago(3));
        base.set(refused, "appeal_until", in(50));
        JourneyId over = asked(TaskKind.CHOOSE_NEXT, ago(5), ago(1));
        base.set(over, "ended_at", ago(1));
        database.sql("update worklist_task set state = 'CANCELLED' where journey_id = :id")
                .param("id", over.value())
                .update();
    }

    @Test
    void each_number_counts_what_was_put_there() {
        Figures figures = figures(Selection.ALL);
        assertThat(figures.inProgress()).isEqualTo(17);
        assertThat(figures.step("admissibility/decide-admissibility")).isEqualTo(new StepFigures(3, 1, 0, 0));
        assertThat(figures.step("jury/evaluate")).isEqualTo(new StepFigures(1, 0, 0, 0));
        assertThat(figures.step("jury/await-hearing")).isEqualTo(new StepFigures(1, 0, 0, 0));
        assertThat(figures.step("jury/minutes-signed")).isEqualTo(new StepFigures(2, 1, 0, 1));
        assertThat(figures.step("jury/summon")).isEqualTo(new StepFigures(1, 0, 0, 1));
        assertThat(figures.step("training-plan/accept-plan")).isEqualTo(new StepFigures(1, 0, 1, 0));
        assertThat(figures.step("training-plan/complete-plan")).isEqualTo(new StepFigures(1, 0, 0, 1));
        assertThat(figures.step("validation-file/assemble-file")).isEqualTo(new StepFigures(1, 0, 1, 0));
        assertThat(figures.step("journey/journey-opened")).isEqualTo(new StepFigures(1, 0, 1, 0));
        assertThat(figures.step("journey/await-appeal")).isEqualTo(new StepFigures(1, 0, 0, 0));
        assertThat(figures.lateByLaw())
                .containsEntry(Law.CHECK, 1L)
                .containsEntry(Law.JURY, 1L)
                .containsEntry(Law.RESULT, 1L);
        assertThat(figures.dueSoon()).containsEntry(Law.DECISION, 1L).containsEntry(Law.JURY, 1L);
        assertThat(figures.blocked()).isEqualTo(4);
    }

    @Test
    void each_list_shows_as_many_cases_as_its_number_says_page_by_page() {
        for (Selection selection : List.of(
                Selection.ALL,
                new Selection(estate, null, Span.YEAR),
                new Selection(base.certification("RS99901"), null, Span.YEAR),
                new Selection(null, 2026, Span.QUARTER))) {
            Figures figures = figures(selection);
            new NumberedLists(steps)
                    .of(figures)
                    .forEach((list, number) -> assertThat(all(list, selection))
                            .as("%s of %s", list, selection)
                            .hasSize(number.intValue()));
        }
    }

    @Test
    void another_body_and_another_role_see_nothing_of_it() {
        SignedIn stranger = base.newManager();
        assertThat(as.call(stranger, () -> pilotage.figures(Selection.ALL).inProgress()))
                .isZero();
        assertThat(as.call(stranger, () -> pilotage.cases(new CaseList.InProgress(), Selection.ALL, null, 10)))
                .isEmpty();
        SignedIn adviser = SignedInAs.somebody(Role.ADVISER, manager.certifyingBody());
        assertThatThrownBy(() -> as.call(adviser, () -> pilotage.figures(Selection.ALL)))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void delays_counted_by_month_are_those_the_tasks_themselves_give() {
        JourneyId judged = filed();
        List<Integer> days = new ArrayList<>(List.of(1, 2, 2, 4, 7, 9, 9, 12, 30, 45));
        for (int took : days) {
            base.task(judged, TaskKind.CHECK_FILE, "DONE", ago(60), ago(50), ago(60 - took));
        }
        base.deposit(judged, ago(90));
        base.juryDue(judged, ago(30));
        base.hearing(judged, ago(21), ago(20), ago(6), ago(3));
        base.set(judged, "decided_at", ago(100));
        delayCount.count();

        Map<String, Delay> delays = as.call(manager, () -> pilotage.delays(new Selection(null, null, Span.YEAR)));
        assertThat(delays).containsEntry("CHECK_FILE", new Delay(10, 3, 7, 30));
        assertThat(delays).containsEntry("JURY", new Delay(1, 1, 70, 70));
        assertThat(delays).containsEntry("RESULT", new Delay(1, 1, 17, 17));
        assertThat(as.call(manager, () -> pilotage.delays(new Selection(estate, null, Span.YEAR))))
                .isEqualTo(delays);

        base.task(judged, TaskKind.CHECK_FILE, "DONE", ago(300), ago(290), ago(299));
        delayCount.count();
        assertThat(as.call(manager, () -> pilotage.delays(Selection.ALL)).get("CHECK_FILE"))
                .as("a month long past is counted again when something is added to it")
                .isEqualTo(new Delay(11, 3, 7, 30));
        delayCount.count();
        assertThat(as.call(manager, () -> pilotage.delays(Selection.ALL))
                        .get("CHECK_FILE")
                        .cases())
                .isEqualTo(11);
    }

    @Test
    void a_list_leaves_as_a_file_a_spreadsheet_opens_and_no_name_becomes_a_formula() throws Exception {
        base.filed(manager, "=HYPERLINK(1)", estate, ago(1));
        MockHttpServletResponse answer = web.perform(get("/insight/cases.csv").with(browser(manager)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).contains("dossiers.csv");
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"Numéro\";\"Personne\"").contains("\"'=HYPERLINK(1) Exemple\"");
        assertThat(text.split("\r\n")).hasSize(19);
        assertThat(database.sql("select count(*) from audit_entry where subject_id = :body and action = 'export-cases'")
                        .param("body", manager.certifyingBody().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        for (String path : List.of("/insight/delays.csv", "/insight/processes/jury/steps.csv")) {
            assertThat(page(path)).startsWith("\uFEFF\"");
        }
    }

    @Test
    void every_page_opens_on_every_list_and_refuses_an_address_that_means_nothing() throws Exception {
        assertThat(page("/insight")).contains("Dossiers en cours").contains("Ce qui est bloqué");
        assertThat(page("/insight/changes")).contains("\"progress\":17");
        for (Stage stage : Stage.values()) {
            assertThat(page("/insight/processes/" + stage.process() + "?sort=LATE"))
                    .contains("data-process-map");
            assertThat(page("/insight/processes/" + stage.process() + "/drawing"))
                    .contains("bpmn:definitions");
            assertThat(page("/insight/cases?list=STAGE&process=" + stage.process()))
                    .contains("row-link");
        }
        assertThat(page("/insight/cases?list=STEP&process=jury&step=evaluate&shade=LATE"))
                .contains("Aucun dossier ici");
        for (String nonsense : List.of(
                "/insight/processes/elsewhere",
                "/insight/cases?list=STEP&process=jury&step=elsewhere",
                "/insight/cases?after=nonsense")) {
            assertThat(status(nonsense)).as(nonsense).isEqualTo(404);
        }
        assertThat(status("/insight?certification=nonsense")).isEqualTo(400);
        assertThat(status("/insight?filed=999999999")).isEqualTo(200);
    }

    @Test
    void every_step_of_every_model_has_its_words_in_both_languages() {
        for (Stage stage : Stage.values()) {
            for (ModelStep step : steps.of(stage)) {
                for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                    assertThat(messages.getMessage(Steps.messageKey(step), null, language))
                            .isNotBlank();
                }
                if (step.nature() == Nature.CALL) {
                    assertThat(Stage.of(step.calls())).isPresent();
                }
            }
        }
        assertThat(Steps.kinds())
                .allSatisfy(kind -> assertThat(steps.of(TaskKind.valueOf(kind))).isPresent());
    }

    /** Two at a time, so that every list has an edge. */
    private List<CaseLine> all(CaseList list, Selection selection) {
        List<CaseLine> lines = as.call(
                manager,
                () -> Stream.iterate(
                                pilotage.cases(list, selection, null, 2),
                                page -> !page.isEmpty(),
                                page -> pilotage.cases(
                                        list, selection, page.getLast().cursor(), 2))
                        .flatMap(List::stream)
                        .toList());
        Set<String> seen = new HashSet<>();
        assertThat(lines).allSatisfy(line -> assertThat(seen.add(line.cursor())).isTrue());
        return lines;
    }

    private Figures figures(Selection selection) {
        return as.call(manager, () -> pilotage.figures(selection));
    }

    private JourneyId filed() {
        return base.filed(manager, "Camille", estate, ago(60));
    }

    private JourneyId asked(TaskKind kind, Instant from, Instant due) {
        JourneyId journey = filed();
        base.task(journey, kind, "OPEN", from, due, null);
        return journey;
    }

    private Instant ago(int days) {
        return now.minus(DAY.multipliedBy(days));
    }

    private Instant in(int days) {
        return now.plus(DAY.multipliedBy(days));
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(path).with(browser(manager))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(String path) throws Exception {
        return web.perform(get(path).with(browser(manager)))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
