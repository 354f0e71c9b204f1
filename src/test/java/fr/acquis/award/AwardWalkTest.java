package fr.acquis.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Outcome;
import fr.acquis.award.AwardDocument.Kind;
import fr.acquis.award.JobsOfOtherRooms.JuryOfOtherRooms;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.Aftermath;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** From the jury's result, or the refusal, to every end of a journey, on the real engine. */
@AcquisTest
@Import(JobsOfOtherRooms.class)
@Tag("whole")
class AwardWalkTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    ActingAs as;

    @Autowired
    Walks walks;

    @Autowired
    JuryOfOtherRooms jury;

    @Autowired
    Journeys journeys;

    @Autowired
    Worklist worklist;

    @Autowired
    Decisions decisions;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Deliveries deliveries;

    @Autowired
    CpneDecisions cpneDecisions;

    @Autowired
    AwardDocuments documents;

    @Autowired
    IssuedDocuments issued;

    @Autowired
    Verification verification;

    @Autowired
    NextSteps steps;

    @Autowired
    Appeals appeals;

    @Autowired
    Closings closings;

    @Autowired
    AcquiredBlocks blocks;

    @Autowired
    Letters letters;

    @Autowired
    MockMvc browser;

    private SignedIn candidate;
    private SignedIn agent;
    private SignedIn manager;
    private SignedIn cpne;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        manager = as.seeded(Role.MANAGER);
        cpne = as.seeded(Role.CPNE);
    }

    @Test
    void a_total_result_is_delivered_and_ends_certified() throws Exception {
        JourneyId id = walks.judged(candidate, List.of(), "WHOLE_CERTIFICATION", walks.blocks());
        walks.task(id, TaskKind.DELIVER_CERTIFICATE);
        browser.perform(get("/deliveries").with(SignedInAs.browser(cpne)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.containsString(walks.journey(id).caseNumber())));
        assertThatThrownBy(() -> as.run(agent, () -> cpneDecisions.deliver(id))).isInstanceOf(BusinessRefusal.class);

        List<Deliveries.Answer> answers = as.call(cpne, () -> deliveries.deliver(List.of(id, JourneyId.create())));

        assertThat(answers).extracting(Deliveries.Answer::done).containsExactly(true, false);
        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.CERTIFIED);
        AwardDocument certificate = documents.of(id).getFirst();
        assertThat(certificate.kind()).isEqualTo(Kind.CERTIFICATE);
        assertThat(certificate.number()).matches("CERT-\\d{4}-\\d{5}");
        keep("certificate.pdf", certificate);
        Verification.Finding finding =
                verification.of(certificate.number(), certificate.code(), null).orElseThrow();
        assertThat(finding.intact()).isTrue();
        assertThat(finding.holder()).isNull();
        assertThat(verification
                        .of(certificate.number(), certificate.code(), Walks.BORN)
                        .orElseThrow()
                        .holder())
                .isEqualTo("Camille Jeanne Exemple");
        assertThat(verification.of(certificate.number(), "AAAABBBBCCCC", Walks.BORN))
                .isEmpty();
        browser.perform(get("/verification")
                        .param("number", certificate.number())
                        .param("code", VerificationCode.printed(certificate.code())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(Matchers.containsString(certificate.sha256().hex())))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Exemple"))));
        browser.perform(get("/awards/" + certificate.id()).with(SignedInAs.browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        browser.perform(get("/awards/" + certificate.id()).with(SignedInAs.browser(as.newCandidate())))
                .andExpect(status().isNotFound());
        browser.perform(get("/results").with(SignedInAs.browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(certificate.number())));
    }

    @Test
    void two_chosen_blocs_obtained_give_an_attestation_and_no_certificate_and_stopping_keeps_them() throws Exception {
        List<SkillBlockCode> two = walks.blocks().subList(0, 2);
        JourneyId id = walks.judged(candidate, two, "ALL_TARGETED_BLOCKS", two);
        walks.task(id, TaskKind.CHOOSE_NEXT);
        assertThat(worklist.open(id, TaskKind.DELIVER_CERTIFICATE)).isEmpty();
        AwardDocument attestation = documents.of(id).getFirst();
        assertThat(attestation.kind()).isEqualTo(Kind.ATTESTATION);
        assertThat(attestation.blocks()).containsExactlyInAnyOrderElementsOf(two);
        keep("attestation.pdf", attestation);
        browser.perform(get("/journeys/" + id + "/next").with(SignedInAs.browser(candidate)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("à vie")));

        browser.perform(post("/journeys/" + id + "/next")
                        .param("next", "STOP")
                        .with(SignedInAs.browser(candidate))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.STOPPED);
        assertThat(blocks.heldFor(walks.journey(id))).hasSize(2);
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.STOPPED));
    }

    @Test
    void an_irregularity_returns_the_result_to_the_jury_and_takes_no_bloc() {
        JourneyId id = walks.judged(candidate, List.of(), "WHOLE_CERTIFICATION", walks.blocks());
        walks.task(id, TaskKind.DELIVER_CERTIFICATE);
        assertThatThrownBy(() -> as.run(cpne, () -> cpneDecisions.returnToJury(id, " ")))
                .isInstanceOf(BusinessRefusal.class);

        as.run(cpne, () -> cpneDecisions.returnToJury(id, "Un membre du jury avait accompagné la personne."));

        walks.task(id, TaskKind.PLAN_HEARING);
        assertThat(blocks.holdsAll(walks.journey(id))).isTrue();
        assertThat(documents.of(id)).isEmpty();
        jury.judges(id, "WHOLE_CERTIFICATION", walks.blocks());
        walks.task(id, TaskKind.DELIVER_CERTIFICATE);
        as.run(cpne, () -> cpneDecisions.deliver(id));
        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.CERTIFIED);
        assertThat(documents.of(id)).hasSize(1);
    }

    @Test
    void no_bloc_leads_to_a_choice_and_an_appeal_on_the_result_to_a_new_jury() throws Exception {
        JourneyId id = walks.judged(candidate, List.of(), "NO_BLOCK", List.of());
        walks.task(id, TaskKind.CHOOSE_NEXT);
        assertThat(documents.of(id)).isEmpty();
        browser.perform(post("/journeys/" + id + "/appeal")
                        .param("reasons", " ")
                        .with(SignedInAs.browser(candidate))
                        .with(csrf()))
                .andExpect(status().is(422));
        as.run(candidate, () -> appeals.file(id, "La convocation est arrivée après le jury."));
        assertThatThrownBy(() -> as.run(candidate, () -> steps.choose(id, NextStep.STOP)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(candidate, () -> appeals.file(id, "Encore.")))
                .isInstanceOf(BusinessRefusal.class);
        walks.task(id, TaskKind.EXAMINE_APPEAL);
        browser.perform(get("/journeys/" + id + "/appeal").with(SignedInAs.browser(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("après le jury")));
        assertThatThrownBy(() -> as.run(
                        manager,
                        () -> appeals.examine(id, Appeal.Outcome.NEW_DECISION, "Une décision ne répare rien.")))
                .isInstanceOf(BusinessRefusal.class);

        as.run(manager, () -> appeals.examine(id, Appeal.Outcome.NEW_JURY, "La convocation était tardive."));

        walks.task(id, TaskKind.PLAN_HEARING);
        assertThat(worklist.open(id, TaskKind.CHOOSE_NEXT)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.APPEAL_DECISION));
        List<SkillBlockCode> one = walks.blocks().subList(0, 1);
        jury.judges(id, "SOME_BLOCKS", one);
        walks.task(id, TaskKind.CHOOSE_NEXT);
        as.run(candidate, () -> steps.choose(id, NextStep.CONTINUE));
        walks.task(id, TaskKind.COMPLETE_PLAN);
        as.run(manager, () -> closings.close(id, List.of(new Closing.Reason("Essai", "Fin de l’essai.", null))));
        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.CLOSED);
        assertThat(blocks.heldFor(walks.journey(id))).hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.CLOSING));
    }

    @Test
    void an_appeal_upheld_against_a_refusal_leads_to_a_new_decision_by_the_whole_delay() {
        JourneyId id = walks.refused(candidate, agent);
        as.run(candidate, () -> appeals.file(id, "Deux contrats n’ont pas été lus."));
        walks.task(id, TaskKind.EXAMINE_APPEAL);

        as.run(manager, () -> appeals.examine(id, Appeal.Outcome.NEW_DECISION, "Deux contrats comptent."));

        walks.task(id, TaskKind.DECIDE_ADMISSIBILITY);
        assertThat(walks.journey(id).awaitsDecision()).isTrue();
        as.run(agent, () -> decisions.declareAdmissible(id, null));
        walks.task(id, TaskKind.WRITE_LIVRET2);
        assertThat(decisions.of(id).orElseThrow().outcome()).isEqualTo(Outcome.RECEVABLE);
        assertThat(decisions.of(id).orElseThrow().round()).isEqualTo(2);
        assertThat(sent(id)).contains(LetterTemplate.NOT_ADMISSIBLE, LetterTemplate.ADMISSIBLE);
        as.run(candidate, () -> journeys.pause(id));
        assertThat(walks.journey(id).pausedAt()).isNotNull();
        assertThatThrownBy(() -> as.run(candidate, () -> journeys.pause(id))).isInstanceOf(BusinessRefusal.class);
        as.run(candidate, () -> journeys.resume(id));
        assertThat(walks.journey(id).pausedAt()).isNull();
        as.run(candidate, () -> journeys.abandon(id));
        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.ABANDONED);
    }

    @Test
    void each_page_of_the_room_can_be_read() throws Exception {
        JourneyId id = walks.refused(candidate, agent);
        for (String page :
                List.of("/journeys/" + id, "/journeys/" + id + "/appeal", "/journeys/" + id + "/next", "/results")) {
            browser.perform(get(page).with(SignedInAs.browser(candidate))).andExpect(status().isOk());
        }
        as.run(candidate, () -> appeals.file(id, "Deux contrats n’ont pas été lus."));
        browser.perform(get("/journeys/" + id + "/appeal").with(SignedInAs.browser(candidate)))
                .andExpect(status().isOk());
        for (String page : List.of("/journeys/" + id, "/journeys/" + id + "/appeal", "/journeys/" + id + "/closing")) {
            browser.perform(get(page).with(SignedInAs.browser(manager))).andExpect(status().isOk());
        }
        browser.perform(post("/journeys/" + id + "/closing")
                        .param("criterion", "Aucun contact")
                        .with(SignedInAs.browser(manager))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(Matchers.containsString("Aucun contact")));
        browser.perform(get("/verification").param("number", "CERT-2026-00000").param("code", "X"))
                .andExpect(status().isOk());
    }

    @Test
    void an_appeal_is_not_examined_by_who_decided_and_a_dismissal_ends_the_case() {
        JourneyId id = walks.refused(candidate, manager);
        as.run(candidate, () -> appeals.file(id, "Je ne suis pas d’accord."));
        walks.task(id, TaskKind.EXAMINE_APPEAL);
        assertThatThrownBy(() -> as.run(manager, () -> appeals.examine(id, Appeal.Outcome.DISMISSED, "Rien de neuf.")))
                .isInstanceOf(BusinessRefusal.class)
                .extracting(refused -> ((BusinessRefusal) refused).key())
                .isEqualTo("award.refused.you-decided");
        SignedIn other = as.another(Role.MANAGER);

        as.run(other, () -> appeals.examine(id, Appeal.Outcome.DISMISSED, "Aucune pièce nouvelle."));

        aftermath.nothingIsLeft(id);
        assertThat(walks.journey(id).ending()).isEqualTo(Ending.APPEAL_DISMISSED);
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.APPEAL_DECISION));
    }

    /** What a person should look at: target/award. */
    private void keep(String name, AwardDocument document) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "award"));
        byte[] pdf = as.call(candidate, () -> issued.content(document));
        Files.write(folder.resolve(name), pdf);
        VeraGreenfieldFoundryProvider.initialise();
        assertThat(broken(pdf, PDFAFlavour.PDFA_2_A)).as("%s PDF/A-2a", name).isEmpty();
        assertThat(broken(pdf, PDFAFlavour.PDFUA_1)).as("%s PDF/UA-1", name).isEmpty();
    }

    private static List<String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(finding -> finding.getRuleId().getClause() + " " + finding.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private List<LetterTemplate> sent(JourneyId id) {
        return letters.of(id).stream().map(LetterSummary::template).toList();
    }
}
