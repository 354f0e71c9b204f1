package fr.acquis.devservices.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Beside;
import fr.acquis.devservices.DevServices;
import fr.acquis.devservices.DevelopmentConfiguration;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.devservices.camunda.DevEngine;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.NavigationEntry;
import fr.acquis.workflow.Blocks;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.FileSystemUtils;

/** A small demonstration, of every kind of beginning and end, on an engine and a schema of its own: its clock is its own too. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "acquis.demonstration=on",
            "acquis.demonstration.only=mine,draft,tacit,refused-for-good,appealed,check-is-late,jury-today,excused,"
                    + "plan-followed,certified,abandoned"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = DemonstrationTest.OwnEngine.class)
@Import({DevelopmentConfiguration.class, DemonstrationConfiguration.class})
@ActiveProfiles("dev")
@DirtiesContext
@Beside
@Tag("demo")
class DemonstrationTest {

    private static final Duration MADE = Duration.ofMinutes(4);

    @Autowired
    Demonstration demonstration;

    @Autowired
    JdbcClient database;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

    @Autowired
    Blocks blocks;

    @Autowired
    ActingAs as;

    @Autowired
    BusinessClock clock;

    @Autowired
    List<NavigationEntry> navigation;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void made() {
        await().atMost(MADE).until(() -> demonstration.now().isEmpty());
    }

    @Test
    void every_journey_is_brought_to_its_stage_and_none_is_stuck() {
        assertThat(database.sql("select name from demonstration_journey where state <> 'MADE'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(as.call(as.seeded(Role.MANAGER), blocks::incidents).orElseThrow())
                .isEmpty();
        assertThat(database.sql("select count(*) from engine_command where state = 'PARKED'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(waiting("mine")).contains(TaskKind.WRITE_LIVRET2);
        assertThat(waiting("appealed")).contains(TaskKind.EXAMINE_APPEAL);
        assertThat(waiting("jury-today")).contains(TaskKind.EVALUATE);
        assertThat(waiting("excused")).contains(TaskKind.PLAN_HEARING);
        assertThat(waiting("plan-followed")).contains(TaskKind.FOLLOW_PLAN);
        for (String over : List.of("refused-for-good", "certified", "abandoned")) {
            assertThat(waiting(over)).as(over).isEmpty();
            assertThat(journey(over).ending()).as(over).isNotNull();
        }
    }

    @Test
    void each_journey_has_the_dates_of_its_own_past_and_only_what_is_meant_to_be_is_late() {
        Map<String, Long> filed = Map.of("tacit", 96L, "certified", 408L, "mine", 92L);
        filed.forEach((name, days) -> assertThat(Duration.between(journey(name).submittedAt(), clock.real())
                        .toDays())
                .as(name)
                .isBetween(days - 2, days + 2));
        Journey certified = journey("certified");
        assertThat(certified.decidedAt()).isAfter(certified.submittedAt()).isBefore(certified.endedAt());
        assertThat(Duration.between(certified.endedAt(), clock.real()).toDays()).isBetween(200L, 220L);
        assertThat(certified.caseNumber())
                .contains(Integer.toString(
                        certified.createdAt().atZone(clock.getZone()).getYear()));
        assertThat(database.sql("""
                        select d.name from worklist_task t join demonstration_journey d on d.journey_id = t.journey_id
                        where t.state = 'OPEN' and t.due_at < utc_timestamp(6) and t.kind in ('DECIDE_ADMISSIBILITY', 'CHECK_FILE')
                        """).query(String.class).list()).containsExactly("check-is-late");
    }

    @Test
    void every_entry_of_every_roles_navigation_leads_to_a_page_and_every_link_there_too() throws Exception {
        for (Role role : Role.values()) {
            SignedIn person = as.seeded(role);
            Set<String> seen = new LinkedHashSet<>();
            for (NavigationEntry entry : navigation) {
                if (entry.roles().contains(role)) {
                    seen.addAll(links(page(person, entry.href())));
                }
            }
            for (String link : seen) {
                page(person, link);
            }
        }
    }

    @Test
    void mails_that_were_sent_can_be_read_here() throws Exception {
        SignedIn candidate = as.seeded(Role.CANDIDATE);
        String newest = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Jsoup.parse(page(candidate, "/dev/mails"))
                                .select("main a[href^=/dev/mails/]")
                                .attr("href"),
                        address -> !address.isEmpty());
        assertThat(page(candidate, newest)).contains("acquis.example");
        MvcResult html = browser.perform(get(newest + "/html").with(SignedInAs.browser(candidate)))
                .andReturn();
        assertThat(html.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(html.getResponse().getContentAsString()).contains("<html");
    }

    private String page(SignedIn person, String path) throws Exception {
        MvcResult answer =
                browser.perform(get(path).with(SignedInAs.browser(person))).andReturn();
        assertThat(answer.getResponse().getStatus())
                .as("%s as %s", path, person.roles())
                .isIn(200, 302);
        return answer.getResponse().getContentAsString();
    }

    /** Pages of the product named on a page: not files, not what changes something. */
    private static Set<String> links(String page) {
        Set<String> links = new LinkedHashSet<>();
        Jsoup.parse(page).select("main a[href^=/]").forEach(link -> links.add(link.attr("href")));
        links.removeIf(link -> link.contains("/content") || link.startsWith("/dev/mails/"));
        return links;
    }

    private List<TaskKind> waiting(String name) {
        return worklist.open(id(name)).stream().map(task -> task.kind()).toList();
    }

    private Journey journey(String name) {
        return journeys.find(id(name)).orElseThrow();
    }

    private JourneyId id(String name) {
        return new JourneyId(database.sql("select journey_id from demonstration_journey where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single());
    }

    /** Journeys of other tests must not see this clock, nor this one their workers. */
    static final class OwnEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path folder = Path.of("target", "demonstration-engine");
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (java.io.IOException held) {
                throw new java.io.UncheckedIOException(held);
            }
            DevEngine engine = DevEngine.start(new DevEngine.Settings(folder, 0, 0, true));
            Map<String, String> settings = DevServices.shared().settingsOnFreshSchema("acquis_demonstration");
            settings.put("acquis.engine.grpc", engine.grpcAddress().toString());
            settings.put("acquis.engine.rest", engine.restAddress().toString());
            TestPropertyValues.of(settings).applyTo(context);
            // Runs once every application context is closed.
            SpringApplication.getShutdownHandlers().add(engine::close);
        }
    }
}
