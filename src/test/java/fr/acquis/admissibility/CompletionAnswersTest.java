package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.CompletionAnswers.PieceAnswer;
import fr.acquis.admissibility.CompletionAnswers.State;
import fr.acquis.certification.Certification;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.journey.work.LegalDateSweep;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.notification.Mails;
import fr.acquis.notification.SealedPdf;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pieces asked for are answered one by one; dates are kept whatever happens beside them. */
@AcquisTest
@Tag("livret1")
class CompletionAnswersTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Decisions decisions;

    @Autowired
    CompletionAnswers answers;

    @Autowired
    Livret1s livrets;

    @Autowired
    AdmissibilityFacts facts;

    @Autowired
    Journeys journeys;

    @Autowired
    Evidences evidences;

    @Autowired
    Worklist worklist;

    @Autowired
    Letters letters;

    @Autowired
    EmployerLetters employer;

    @Autowired
    Mails mails;

    @Autowired
    LegalDateSweep sweep;

    @Autowired
    JdbcClient database;

    private SignedIn candidate;
    private SignedIn agent;
    private JourneyId id;

    @BeforeEach
    void filed() {
        candidate = as.newCandidate();
        agent = as.seeded(Role.AGENT);
        id = cases.filed(candidate, FiledCase.NUMBER, Set.of());
    }

    @Test
    void each_piece_has_its_file_its_words_or_the_reason_why_not() {
        asks("Certificat de travail", "Lettre", "Diplôme");
        EvidenceId file = as.call(candidate, () -> cases.attach(id, EvidenceKind.WORK_CERTIFICATE, "certificat.pdf"));
        as.run(candidate, () -> answers.provide(id, 1, file));
        as.run(candidate, () -> answers.say(id, 2, false, "Voici ma réponse."));
        assertThatThrownBy(() -> as.run(candidate, () -> livrets.complete(id)))
                .isInstanceOf(BusinessRefusal.class)
                .extracting(no -> ((BusinessRefusal) no).key())
                .isEqualTo("admissibility.refused.pieces-unanswered");
        assertThat(journeys.find(id).orElseThrow().clock().completedAt()).isNull();

        as.run(candidate, () -> answers.say(id, 3, true, "Perdu dans un déménagement."));
        as.run(candidate, () -> livrets.complete(id));

        assertThat(given())
                .extracting(PieceAnswer::state)
                .containsExactly(State.PROVIDED, State.ANSWERED, State.UNAVAILABLE);
        cases.task(id, TaskKind.DECIDE_ADMISSIBILITY);
    }

    @Test
    void a_file_withdrawn_answers_nothing_any_more() {
        asks("Certificat de travail");
        EvidenceId file = as.call(candidate, () -> cases.attach(id, EvidenceKind.WORK_CERTIFICATE, "certificat.pdf"));
        as.run(candidate, () -> answers.provide(id, 1, file));
        as.run(candidate, () -> evidences.withdraw(file, "mauvais fichier"));
        assertThat(given().getFirst().state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void nobody_else_answers_and_no_other_case_s_file_does() {
        asks("Certificat de travail");
        assertThatThrownBy(() -> as.run(agent, () -> answers.say(id, 1, false, "Réponse")))
                .isInstanceOf(BusinessRefusal.class);
        SignedIn other = as.newCandidate();
        JourneyId theirs = cases.filed(other, FiledCase.NUMBER, Set.of());
        EvidenceId file = evidences.held(theirs).getFirst().id();
        assertThatThrownBy(() -> as.run(candidate, () -> answers.provide(id, 1, file)))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void a_date_in_the_past_is_not_asked_for() {
        assertThatThrownBy(() -> as.run(
                        agent,
                        () -> decisions.requestCompletion(
                                id,
                                List.of(new CompletionRequest.Piece("CV", null)),
                                LocalDate.now(LegalClock.ZONE).minusDays(1))))
                .isInstanceOf(BusinessRefusal.class);
        assertThat(decisions.completionRequests(id)).isEmpty();
    }

    @Test
    void a_rule_that_changes_during_a_case_leaves_its_date_alone() {
        LocalDate before = journeys.find(id).orElseThrow().clock().lastDay().orElseThrow();
        rule("decision-delay", "P9M", LocalDate.now(LegalClock.ZONE).plusDays(1));
        try {
            assertThat(journeys.find(id).orElseThrow().clock().lastDay()).contains(before);
        } finally {
            database.sql("delete from regulation_parameter where name = 'decision-delay' and value = 'P9M'")
                    .update();
        }
    }

    @Test
    void an_expired_registration_is_told_to_the_agent_and_refuses_nothing() {
        Certification certification = cases.certification(FiledCase.NUMBER);
        database.sql("update certification set registered_until = :day where id = :id")
                .param("day", LocalDate.now(LegalClock.ZONE).minusDays(1))
                .param("id", certification.id().value())
                .update();
        try {
            assertThat(facts.of(journeys.find(id).orElseThrow())).containsEntry("registrationExpired", true);
            as.run(agent, () -> decisions.declareAdmissible(id, null));
            assertThat(decisions.of(id).orElseThrow().outcome()).isEqualTo(Outcome.RECEVABLE);
        } finally {
            database.sql("update certification set registered_until = :day where id = :id")
                    .param("day", certification.registeredUntil())
                    .param("id", certification.id().value())
                    .update();
        }
    }

    @Test
    void two_months_of_silence_accept_the_request_with_its_certificate_and_its_proof() {
        database.sql("""
                        update journey set submitted_at = submitted_at - interval 70 day, silence_at = silence_at - interval 70 day,
                          escalate_at = escalate_at - interval 70 day
                        where id = :id
                        """).param("id", id.value()).update();
        await().atMost(FiledCase.SOON).untilAsserted(() -> {
            sweep.sweep();
            assertThat(letters.of(id)).anyMatch(letter -> letter.template() == LetterTemplate.TACIT_DECISION);
        });
        assertThat(decisions.of(id).orElseThrow().outcome()).isEqualTo(Outcome.TACITE);
        assertThat(worklist.open(id, TaskKind.DECIDE_ADMISSIBILITY)).isEmpty();
        await().atMost(FiledCase.SOON)
                .untilAsserted(() -> assertThat(mails.about(id)).anySatisfy(mail -> {
                    assertThat(mail.notification()).isEqualTo("tacitly-admitted");
                    assertThat(mail.sentAt()).isNotNull();
                    assertThat(mail.sentTo()).endsWith("@acquis.example");
                }));
    }

    @Test
    void an_accepted_candidate_has_an_attestation_and_a_request_for_leave_and_a_waiting_one_has_not() throws Exception {
        LocalDate soonest = LocalDate.now(LegalClock.ZONE).plusDays(31);
        assertThatThrownBy(() -> as.run(candidate, () -> employer.attestation(id)))
                .isInstanceOf(BusinessRefusal.class);
        as.run(agent, () -> decisions.declareAdmissible(id, null));

        var letter = as.call(candidate, () -> employer.attestation(id));
        assertThat(as.call(candidate, () -> employer.attestation(id)).id()).isEqualTo(letter.id());
        assertThat(SealedPdf.text(letters.open(letter.id()).readAllBytes()))
                .contains("déclarée recevable", "Camille Exemple");
        assertThat(SealedPdf.text(as.call(candidate, () -> employer.leaveRequest(id, null, soonest, 48))
                        .pdf()))
                .contains("48 heures", "À l’attention de l’employeur", "R6422-4");
        assertThatThrownBy(() ->
                        as.run(candidate, () -> employer.leaveRequest(id, null, LocalDate.now(LegalClock.ZONE), 48)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(candidate, () -> employer.leaveRequest(id, null, soonest, 49)))
                .isInstanceOf(BusinessRefusal.class);
    }

    private void asks(String... names) {
        as.run(
                agent,
                () -> decisions.requestCompletion(
                        id,
                        java.util.Arrays.stream(names)
                                .map(name -> new CompletionRequest.Piece(name, null))
                                .toList(),
                        null));
        cases.task(id, TaskKind.COMPLETE_LIVRET1);
    }

    private List<PieceAnswer> given() {
        return answers.of(decisions.completionRequests(id).getFirst());
    }

    private void rule(String name, String value, LocalDate from) {
        database.sql("""
                        insert into regulation_parameter (certification_id, name, valid_from, value, source, confidence, written_at)
                        values (:certification, :name, :from, :value, 'Avenant', 'LOW', utc_timestamp(6))
                        """)
                .param(
                        "certification",
                        cases.certification(FiledCase.NUMBER).id().value())
                .param("name", name)
                .param("from", from)
                .param("value", value)
                .update();
    }
}
