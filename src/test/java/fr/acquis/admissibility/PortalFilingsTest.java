package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.PortalFilings.Recording;
import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditVerifier;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.journey.work.LegalDateSweep;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.notification.Mails;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shell.Dates;
import fr.acquis.worklist.TaskKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Where the legal filing is on the State's portal, its day starts the delay once somebody recorded it with its proof. */
@AcquisTest
@Tag("livret1")
class PortalFilingsTest {

    private static final String ON_THE_PORTAL = "RNCP99902";

    @Autowired
    ActingAs as;

    @Autowired
    MockMvc browser;

    @Autowired
    FiledCase cases;

    @Autowired
    PortalFilings filings;

    @Autowired
    LegalSteps legal;

    @Autowired
    Journeys journeys;

    @Autowired
    Decisions decisions;

    @Autowired
    LegalDateSweep sweep;

    @Autowired
    Letters letters;

    @Autowired
    Mails mails;

    @Autowired
    Audit audit;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    Dates dates;

    private final LocalDate today = LocalDate.now(LegalClock.ZONE);
    private SignedIn candidate;
    private SignedIn agent;
    private JourneyId id;

    @BeforeEach
    void filed() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        id = cases.filed(candidate, ON_THE_PORTAL, Set.of());
    }

    @Test
    void what_the_candidate_says_starts_nothing_and_the_recorded_day_moves_every_date() {
        assertThat(journey().clock().lastDay()).contains(today.plusMonths(2));
        assertThat(why()).contains("n’est pas encore enregistrée avec sa preuve", day(LocalDate.of(2026, 1, 5)));
        LocalDate filed = today.minusDays(20);

        PortalFiling recorded = record(filed, proof(), false);

        assertThat(recorded.lastDayBefore()).isEqualTo(today.plusMonths(2));
        assertThat(recorded.lastDay()).isEqualTo(filed.plusMonths(2));
        assertThat(journey().clock().lastDay()).contains(filed.plusMonths(2));
        assertThat(dates.day(cases.task(id, TaskKind.DECIDE_ADMISSIBILITY).due()))
                .isEqualTo(filed.plusMonths(2));
        assertThat(why()).contains(day(filed), "sur le portail France VAE, dont la date fait foi");
        assertThat(audit.of(id.value())).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("record-portal-filing");
            assertThat(entry.facts())
                    .containsEntry("filedOn", filed.toString())
                    .containsEntry("lastDay", filed.plusMonths(2).toString())
                    .containsEntry("lastDayBefore", today.plusMonths(2).toString());
        });
        assertThat(verifier.verify(id.value())).isEmpty();
        await().atMost(FiledCase.SOON)
                .untilAsserted(() -> assertThat(mails.about(id))
                        .anyMatch(mail -> mail.notification().equals("portal-filing-recorded")));

        record(today, proof(), false);
        assertThat(filings.of(journey())).extracting(PortalFiling::number).containsExactly(2, 1);
        assertThat(journey().clock().lastDay()).contains(today.plusMonths(2));
    }

    @Test
    void a_day_that_cannot_be_or_has_no_proof_is_refused_and_changes_nothing() {
        EvidenceId proof = proof();
        assertThat(refusal(null, proof)).isEqualTo("admissibility.refused.portal-day");
        assertThat(refusal(today.plusDays(1), proof)).isEqualTo("admissibility.refused.portal-future");
        assertThat(refusal(LocalDate.of(2025, 2, 28), proof)).isEqualTo("admissibility.refused.portal-before");
        assertThat(refusal(today, null)).isEqualTo("admissibility.refused.portal-proof");
        JourneyId other = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        EvidenceId elsewhere = cases.attach(other, EvidenceKind.OTHER, "ailleurs.pdf");
        assertThat(refusal(today, elsewhere)).isEqualTo("admissibility.refused.portal-proof");
        assertThatThrownBy(() -> as.run(candidate, () -> filings.record(id, new Recording(today, null, proof, false))))
                .isInstanceOf(BusinessRefusal.class);
        // A certification filed outside the portal has no such day.
        assertThatThrownBy(() ->
                        as.run(agent, () -> filings.record(other, new Recording(today, null, elsewhere, false))))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(journey().portalFiledOn()).isNull();
        assertThat(journey().clock().lastDay()).contains(today.plusMonths(2));
    }

    @Test
    void pieces_asked_for_in_time_here_may_be_late_counted_from_the_portal() {
        as.run(
                agent,
                () -> decisions.requestCompletion(
                        id, List.of(new CompletionRequest.Piece("Fiche de paie", null)), null));
        cases.task(id, TaskKind.COMPLETE_LIVRET1);
        assertThat(why()).contains("dans le délai prévu");
        LocalDate filed = today.minusDays(30);
        record(filed, proof(), false);
        assertThat(journey().clock().completionCounts()).isFalse();
        assertThat(journey().clock().lastDay()).contains(filed.plusMonths(2));
        assertThat(why()).contains("ne déplace pas la date");
    }

    /** A file that came with a day to be meant first is not sent twice. */
    @Test
    void the_day_is_recorded_on_its_page_where_nothing_sent_is_lost() throws Exception {
        RequestPostProcessor me = SignedInAs.browser(agent);
        String path = "/journeys/" + id + "/portal-filing";
        for (String page : List.of("/journeys/" + id + "/decision", "/journeys/" + id)) {
            assertThat(page(page, me)).contains(path).doesNotContain("??");
        }
        assertThat(page("/journeys/" + id, SignedInAs.browser(candidate))).doesNotContain(path);
        assertThat(page(path, me)).contains("value=\"2026-01-05\"").doesNotContain("??");

        String sentBack = browser.perform(multipart(path)
                        .file(new MockMultipartFile("file", "accuse.pdf", "application/pdf", FiledCase.pdf()))
                        .param("filedOn", today.minusMonths(4).toString())
                        .with(me)
                        .with(csrf()))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Element proof = Jsoup.parse(sentBack).selectFirst("#proof option[selected]");
        assertThat(proof.text()).isEqualTo("accuse.pdf");
        assertThat(sentBack).contains("name=\"silenceSeen\"").doesNotContain("??");

        browser.perform(multipart(path)
                        .param("filedOn", today.minusDays(3).toString())
                        .param("proof", proof.val())
                        .with(me)
                        .with(csrf()))
                .andExpect(redirectedUrl("/journeys/" + id));
        assertThat(journey().portalFiledOn()).isEqualTo(today.minusDays(3));
        assertThat(page(path, me)).contains("/evidence/" + proof.val()).doesNotContain("??");
    }

    private String page(String path, RequestPostProcessor reader) throws Exception {
        return browser.perform(get(path).with(reader))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A day long past is meant before it is recorded: it says that silence has decided. */
    @Test
    void counted_from_a_day_long_past_silence_has_decided() throws Exception {
        LocalDate filed = today.minusMonths(3);
        assertThat(refusal(filed, proof())).isEqualTo("admissibility.refused.portal-silence");
        assertThat(journey().portalFiledOn()).isNull();
        record(filed, proof(), true);
        await().atMost(FiledCase.SOON).untilAsserted(() -> {
            sweep.sweep();
            assertThat(letters.of(id)).anyMatch(letter -> letter.template() == LetterTemplate.TACIT_DECISION);
        });
        assertThat(decisions.of(id).orElseThrow().outcome()).isEqualTo(Outcome.TACITE);
        LetterSummary letter = letters.of(id).stream()
                .filter(one -> one.template() == LetterTemplate.TACIT_DECISION)
                .findFirst()
                .orElseThrow();
        assertThat(SealedPdf.text(letters.open(letter.id()).readAllBytes()).replace('\u00a0', ' '))
                .contains(filed.format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH))
                        + " et qu’aucune décision");
        assertThatThrownBy(() -> record(today, proof(), false)).isInstanceOf(BusinessRefusal.class);
    }

    private PortalFiling record(LocalDate day, EvidenceId proof, boolean silenceSeen) {
        return as.call(agent, () -> filings.record(id, new Recording(day, "FV-2026-001", proof, silenceSeen)));
    }

    private String refusal(LocalDate day, EvidenceId proof) {
        try {
            as.run(agent, () -> filings.record(id, new Recording(day, null, proof, false)));
            return "";
        } catch (BusinessRefusal no) {
            return no.key();
        }
    }

    private EvidenceId proof() {
        return as.call(agent, () -> cases.attach(id, EvidenceKind.OTHER, "accuse-de-depot.pdf"));
    }

    private Journey journey() {
        return journeys.find(id).orElseThrow();
    }

    private String why() {
        return String.join(
                "\n",
                legal.of(journey(), Locale.FRENCH).steps().stream()
                        .map(LegalSteps.Step::text)
                        .toList());
    }

    private String day(LocalDate day) {
        return dates.day(day);
    }
}
