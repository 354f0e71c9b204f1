package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.audit.AuditVerifier;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.identity.People;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.TaskState;
import fr.acquis.worklist.Worklist;
import jakarta.mail.Message;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Recevabilité through every layer: form, pieces, process, decision, letter, mail. */
@AcquisTest
@Tag("journey")
@Tag("livret1")
class AdmissibilityJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Journeys journeys;

    @Autowired
    Livret1s livrets;

    @Autowired
    Decisions decisions;

    @Autowired
    Worklist worklist;

    @Autowired
    Evidences evidences;

    @Autowired
    Certifications certifications;

    @Autowired
    Letters letters;

    @Autowired
    People people;

    @Autowired
    AuditVerifier audit;

    private SignedIn candidate;
    private SignedIn agent;

    @BeforeEach
    void people() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
    }

    @Test
    void a_request_is_filed_examined_and_accepted() {
        JourneyId id = filed();
        Task task = awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        assertThat(Proposal.of(task.context()).reasons()).contains("IDENTITY_TO_CHECK");

        as.run(agent, () -> decisions.declareAdmissible(id, "Décrivez vos estimations en détail."));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sent(id))
                        .containsExactlyInAnyOrder(LetterTemplate.RECEIPT, LetterTemplate.ADMISSIBLE));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsToCandidate()).isEqualTo(2));
        Decision decision = decisions.of(id).orElseThrow();
        assertThat(decision.outcome()).isEqualTo(Outcome.RECEVABLE);
        assertThat(decision.validUntil()).isAfter(LocalDate.now(LegalClock.ZONE).plusYears(2));
        assertThat(worklist.open(id, TaskKind.DECIDE_ADMISSIBILITY)).isEmpty();
        assertThat(audit.verify(id.value())).isEmpty();
    }

    @Test
    void a_refusal_needs_a_reason_and_says_it() {
        JourneyId id = filed();
        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        assertThatThrownBy(() -> as.run(agent, () -> decisions.declareNotAdmissible(id, null, List.of())))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(decisions.of(id)).isEmpty();

        as.run(
                agent,
                () -> decisions.declareNotAdmissible(
                        id,
                        null,
                        List.of(new RefusalReason(
                                "Rapport direct", "Aucune activité d’estimation.", "Faire une immersion."))));

        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.NOT_ADMISSIBLE));
        assertThat(journeys.find(id).orElseThrow().appealUntil())
                .isAfter(Instant.now().plus(Duration.ofDays(58)));
    }

    @Test
    void missing_pieces_are_asked_for_once_and_the_case_comes_back() {
        JourneyId id = filed();
        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        as.run(
                agent,
                () -> decisions.requestCompletion(
                        id, List.of(new CompletionRequest.Piece("Certificat de travail", "avec les dates")), null));
        TaskId asked = awaitTask(id, TaskKind.COMPLETE_LIVRET1).id();
        assertThatThrownBy(() -> as.run(agent, () -> worklist.claim(asked))).isInstanceOf(BusinessRefusal.class);
        as.run(candidate, () -> attach(id, EvidenceKind.WORK_CERTIFICATE, "certificat.pdf", FiledCase.pdf()));

        as.run(candidate, () -> livrets.complete(id));

        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.COMPLETION_REQUEST));
        assertThat(decisions.pendingCompletion(id)).isEmpty();
    }

    @Test
    void an_abandoned_request_asks_nobody_anything_any_more() {
        JourneyId id = filed();
        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        as.run(candidate, () -> journeys.abandon(id));
        await().atMost(SOON).untilAsserted(() -> assertThat(worklist.open(id)).isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(sent(id)).contains(LetterTemplate.ABANDONMENT));
    }

    @Test
    void an_answer_given_twice_changes_nothing_the_second_time() {
        JourneyId id = filed();
        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        as.run(agent, () -> decisions.declareAdmissible(id, null));
        assertThatThrownBy(() -> as.run(agent, () -> decisions.declareAdmissible(id, null)))
                .isInstanceOf(BusinessRefusal.class)
                .extracting(refused -> ((BusinessRefusal) refused).kind())
                .isEqualTo(BusinessRefusal.Kind.CONFLICT);
    }

    @Test
    void the_wrong_person_decides_nothing_and_sees_nothing() {
        JourneyId id = filed();
        awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        for (SignedIn other : List.of(candidate, as.newCandidate(), as.seeded(Role.ADVISER), as.seeded(Role.JUROR))) {
            assertThatThrownBy(() -> as.run(other, () -> decisions.declareAdmissible(id, null)))
                    .isInstanceOf(BusinessRefusal.class);
        }
        assertThatThrownBy(() -> as.run(as.newCandidate(), () -> journeys.get(id)))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(decisions.of(id)).isEmpty();
        assertThat(as.call(agent, () -> worklist.open(id, TaskKind.DECIDE_ADMISSIBILITY))
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.OPEN);
    }

    @Test
    void an_incomplete_form_is_kept_and_not_filed() {
        JourneyId id = draft();
        assertThatThrownBy(() -> as.run(candidate, () -> livrets.submit(id))).isInstanceOf(BusinessRefusal.class);
        assertThat(journeys.find(id).orElseThrow().isDraft()).isTrue();
        List<Gap> gaps = as.call(candidate, () -> livrets.gaps(id));
        assertThat(gaps).extracting(Gap::section).contains(Section.REQUEST, Section.IDENTITY, Section.PIECES);
    }

    @Test
    void an_empty_file_and_a_program_named_pdf_are_refused_and_nothing_is_kept() {
        JourneyId id = draft();
        assertThatThrownBy(() -> as.run(candidate, () -> attach(id, EvidenceKind.PAYSLIP, "vide.pdf", new byte[0])))
                .isInstanceOf(RefusedFile.class)
                .extracting(refused -> ((RefusedFile) refused).reason())
                .isEqualTo(RefusedFile.Reason.EMPTY);
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        program[0x3c] = (byte) 0x80;
        program[0x80] = 'P';
        program[0x81] = 'E';
        assertThatThrownBy(() -> as.run(candidate, () -> attach(id, EvidenceKind.PAYSLIP, "paie.pdf", program)))
                .isInstanceOf(RefusedFile.class);
        assertThat(evidences.held(id)).isEmpty();
    }

    @Test
    void one_claim_wins_and_the_other_learns_who() {
        JourneyId id = filed();
        Task task = awaitTask(id, TaskKind.DECIDE_ADMISSIBILITY);
        SignedIn manager = as.seeded(Role.MANAGER);
        as.run(agent, () -> worklist.claim(task.id()));
        assertThat(as.call(manager, () -> worklist.claim(task.id())))
                .isEqualTo(new fr.acquis.worklist.Claim.HeldBy(agent.displayName()));
        assertThatThrownBy(() -> as.run(manager, () -> decisions.declareAdmissible(id, null)))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(decisions.of(id)).isEmpty();
    }

    private JourneyId draft() {
        return cases.draft(candidate, FiledCase.NUMBER);
    }

    private JourneyId filed() {
        JourneyId id = draft();
        as.run(candidate, () -> {
            livrets.write(id, form -> cases.livret1(id, Set.of()));
            attach(id, EvidenceKind.IDENTITY_DOCUMENT, "identite.pdf", FiledCase.pdf());
            attach(id, EvidenceKind.PAYSLIP, "paie.pdf", FiledCase.pdf());
            Journey filed = livrets.submit(id);
            assertThat(filed.clock().lastDay()).isPresent();
        });
        return id;
    }

    private void attach(JourneyId id, EvidenceKind kind, String name, byte[] content) {
        Journey journey = journeys.find(id).orElseThrow();
        evidences.attach(
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                name,
                "application/pdf",
                new ByteArrayInputStream(content),
                content.length);
        assertThat(evidences.held(id)).filteredOn(Evidence::stands).isNotEmpty();
    }

    private Task awaitTask(JourneyId id, TaskKind kind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(id, kind)).isPresent());
        return worklist.open(id, kind).orElseThrow();
    }

    private List<LetterTemplate> sent(JourneyId id) {
        return letters.of(id).stream().map(LetterSummary::template).toList();
    }

    private long mailsToCandidate() {
        String email = people.find(candidate.id()).orElseThrow().email();
        return DevServices.shared().mail().received().stream()
                .filter(mail -> {
                    try {
                        return Arrays.toString(mail.getRecipients(Message.RecipientType.TO))
                                .contains(email);
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .count();
    }
}
