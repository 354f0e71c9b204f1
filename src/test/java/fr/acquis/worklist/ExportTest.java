package fr.acquis.worklist;

import static fr.acquis.devservices.SignedInAs.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.CertifyingBody;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@AcquisTest
@Tag("worklist")
class ExportTest {

    @Autowired
    Office office;

    @Autowired
    ActingAs as;

    @Autowired
    Worklist worklist;

    @Autowired
    MockMvc mvc;

    CertifyingBody body;
    SignedIn agent;
    JourneyId journey;

    @BeforeEach
    void anOffice() {
        body = office.body();
        agent = office.person(body, Role.AGENT, "Andréa", "Essai");
        journey = office.caseOf(
                body, office.certification(body, "CQP « Essai » ; suite", "Essai"), "=2+3", "Exemple", "X-1");
    }

    @Test
    void a_csv_holds_what_the_filter_holds_and_no_formula() throws Exception {
        office.task(body, journey, TaskKind.DECIDE_ADMISSIBILITY, Duration.ofDays(3), null);
        office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(3), null);
        String csv = new String(file("/worklist/export.csv?view=TEAM&kind=CHECK_FILE"), StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("\uFEFFPersonne candidate;À faire;Échéance;Numéro de dossier");
        assertThat(lines.get(1))
                .startsWith("'=2+3 Exemple;Vérifier le dossier de validation;")
                .contains("\"CQP « Essai » ; suite\"");
    }

    @Test
    void a_workbook_holds_every_page_of_the_filter_as_texts() throws Exception {
        office.tasks(body, journey, 601);
        byte[] bytes = file("/worklist/export.xlsx?view=TEAM");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(601);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=2+3 Exemple");
        }
    }

    @Test
    void an_open_page_hears_of_what_others_do_to_its_rows() throws Exception {
        TaskId task = office.task(body, journey, TaskKind.CHECK_FILE, Duration.ofDays(3), null);
        MvcResult page = listen(agent);
        MvcResult stranger = listen(office.person(office.body(), Role.AGENT, "Alix", "Ailleurs"));
        SignedIn mate = office.person(body, Role.AGENT, "Noa", "Essai");
        // The stream begins with the first question to the database: until then the page shows what was there.
        IntStream claims = IntStream.iterate(0, n -> n + 1);
        var tries = claims.iterator();
        await().atMost(FiledCase.SOON).until(() -> {
            if (tries.next() % 2 == 0) {
                as.run(mate, () -> worklist.claim(task));
            } else {
                as.run(mate, () -> worklist.release(task, null));
            }
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8).contains(task.toString());
        });
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("event:rows", "Noa Essai");
        assertThat(stranger.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(task.toString());
    }

    private MvcResult listen(SignedIn person) throws Exception {
        return mvc.perform(get("/worklist/live").with(browser(person)))
                .andExpect(request().asyncStarted())
                .andReturn();
    }

    private byte[] file(String address) throws Exception {
        return mvc.perform(get(address).with(browser(agent)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
