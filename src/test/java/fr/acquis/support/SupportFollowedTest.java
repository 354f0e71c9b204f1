package fr.acquis.support;

import static fr.acquis.devservices.SignedInAs.browser;
import static fr.acquis.support.WalkedCase.inHours;
import static fr.acquis.support.WalkedCase.report;
import static fr.acquis.support.WalkedCase.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.forms.RefusedAnswer;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import fr.acquis.support.SupportAgreement.State;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.worklist.TaskKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** What stands between a candidate and their adviser in writing: the agreement, and the file an audit asks for. */
@AcquisTest
@Import(WalkedCase.class)
@Tag("support")
class SupportFollowedTest {

    @Autowired
    ActingAs as;

    @Autowired
    WalkedCase walk;

    @Autowired
    SupportSessions sessions;

    @Autowired
    SupportAgreements agreements;

    @Autowired
    PlannedSessions planned;

    @Autowired
    SupportExports exports;

    @Autowired
    Journeys journeys;

    @Autowired
    MockMvc mvc;

    private SignedIn candidate;
    private SignedIn adviser;
    private JourneyId id;

    @BeforeEach
    void supported() {
        candidate = as.newCandidate();
        adviser = as.another(Role.ADVISER);
        id = walk.supported(candidate, adviser);
    }

    @Test
    void an_agreement_is_proposed_signed_kept_as_a_sealed_document_and_changed_by_a_new_version() throws Exception {
        refused("funding", () -> agreements.propose(id, terms(24, 90_000, null), List.of(asked(50_000))));
        refused("overMaximumReason", () -> agreements.propose(id, terms(31, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(20, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(24, 90_000, null), List.of(asked(90_000))));

        assertThatThrownBy(() -> as.run(candidate, () -> agreements.sign(id, 1)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(adviser, () -> agreements.sign(id, 2))).isInstanceOf(BusinessRefusal.class);
        String page = "/journeys/" + id + "/support/agreements/2";
        mvc.perform(post(page + "/signature").with(browser(candidate)).with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post(page + "/signature")
                        .param("agreed", "true")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(agreements.get(id, 2).pdf()).isNotNull());
        byte[] document = mvc.perform(get(page + "/document").with(browser(candidate)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(agreements.get(id, 2).pdf()).isEqualTo(Sha256.of(document));
        assertThat(SealedPdf.checked("support-agreement", document)).contains("24 h", "900,00", "OPCO", "Camille");
        as.run(
                adviser,
                () -> agreements.answered(
                        id, 2, 1, Funding.State.GRANTED, LocalDate.now(LegalClock.ZONE), "accord n° 4 reçu"));
        assertThat(agreements.get(id, 2).funding().getFirst().state()).isEqualTo(Funding.State.GRANTED);

        refused("changeReason", () -> agreements.propose(id, terms(28, 0, null), List.of()));
        as.run(adviser, () -> agreements.propose(id, terms(28, 0, "Deux blocs de plus."), List.of()));
        assertThat(agreements.signed(id).orElseThrow().version()).isEqualTo(2);
        as.run(candidate, () -> agreements.decline(id, 3, "Trop d’heures pour moi."));
        as.run(adviser, () -> agreements.propose(id, terms(26, 0, "Un bloc de plus."), List.of()));
        as.run(candidate, () -> agreements.sign(id, 4));
        assertThat(agreements.of(id))
                .extracting(SupportAgreement::state)
                .containsExactly(State.SIGNED, State.DECLINED, State.REPLACED, State.REPLACED);
        stranger(page);
    }

    @Test
    void the_file_for_an_audit_holds_what_its_index_says_and_only_who_asked_reads_it() throws Exception {
        as.run(adviser, () -> agreements.propose(id, terms(24, 0, null), List.of()));
        as.run(candidate, () -> agreements.sign(id, 1));
        walk.task(id, TaskKind.HOLD_SUPPORT_SESSION);
        as.run(adviser, () -> sessions.hold(id, report("2", Attendance.PRESENT, null), inHours(70)));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(agreements.get(id, 1).pdf()).isNotNull());
        UUID asked = as.call(adviser, () -> exports.ask(id));
        await().atMost(WalkedCase.SOON)
                .untilAsserted(() -> assertThat(
                                as.call(adviser, () -> exports.get(id, asked).isReady()))
                        .isTrue());
        String path = "/journeys/" + id + "/support/exports/" + asked;
        byte[] zip = mvc.perform(get(path + "/content").with(browser(adviser)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Sha256.of(zip))
                .isEqualTo(as.call(adviser, () -> exports.get(id, asked).sha256()));
        Map<String, byte[]> files = unpacked(zip);
        String hashes = new String(files.remove("empreintes.sha256"), StandardCharsets.UTF_8);
        files.forEach((name, content) ->
                assertThat(hashes).contains(Sha256.of(content).hex() + "  " + name));
        assertThat(files).containsKeys("index.pdf", "convention-1.pdf", "emargement.csv", "echanges.csv", "heures.csv");
        assertThat(SealedPdf.checked("support-record", files.get("index.pdf"))).contains("Feuille d’émargement");
        assertThat(new String(files.get("resultats.csv"), StandardCharsets.UTF_8))
                .contains("Non communiqué");
        files.values()
                .forEach(content -> assertThat(new String(content, StandardCharsets.UTF_8))
                        .doesNotContain("À moi seul.", "Trois estimations relues."));
        mvc.perform(get(path + "/content").with(browser(as.seeded(Role.MANAGER))))
                .andExpect(status().isNotFound());
        mvc.perform(post("/journeys/" + id + "/support/exports")
                        .with(browser(candidate))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        stranger("/journeys/" + id + "/support/follow-up");
    }

    private void stranger(String path) throws Exception {
        mvc.perform(get(path).with(browser(as.newCandidate()))).andExpect(status().isNotFound());
        mvc.perform(get(path).with(browser(as.another(Role.ADVISER)))).andExpect(status().isNotFound());
    }

    private void refused(String field, Runnable act) {
        assertThatThrownBy(() -> as.run(adviser, act))
                .isInstanceOfSatisfying(
                        RefusedAnswer.class, no -> assertThat(no.field()).isEqualTo(field));
    }

    private String calendar(PlannedSession session) {
        return new String(
                as.call(candidate, () -> planned.calendar(id, session.id(), Locale.FRENCH))
                        .content(),
                StandardCharsets.UTF_8);
    }

    private static Funding.Asked asked(long cents) {
        return new Funding.Asked(Funding.Source.OPCO, "OPCO de l’Exemple", cents, LocalDate.now(LegalClock.ZONE));
    }

    private Journey journey() {
        return journeys.find(id).orElseThrow();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), stream.readAllBytes());
            }
        }
        return files;
    }
}
