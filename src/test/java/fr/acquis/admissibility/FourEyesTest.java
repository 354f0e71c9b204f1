package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.acquis.award.Appeals;
import fr.acquis.certification.FourEyes;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.notification.LetterSummary;
import fr.acquis.notification.LetterTemplate;
import fr.acquis.notification.Letters;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the règlement wants it, a second person confirms before anything is sent. */
@AcquisTest
@Tag("livret1")
class FourEyesTest {

    private static final List<RefusalReason> REASONS = List.of(new RefusalReason(
            "Activités du bloc « Estimer »",
            "Aucune estimation n’est décrite.",
            "Décrire deux estimations.",
            List.of("Déposer une nouvelle demande.")));

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Decisions decisions;

    @Autowired
    Worklist worklist;

    @Autowired
    Letters letters;

    @Autowired
    Appeals appeals;

    @Autowired
    JdbcClient database;

    private SignedIn candidate;
    private SignedIn agent;
    private SignedIn second;
    private JourneyId id;

    @BeforeEach
    void aRuleThatWantsTwo() {
        candidate = as.newCandidate();
        agent = as.another(Role.AGENT);
        second = as.another(Role.AGENT);
        rule(FourEyes.REFUSALS);
        id = cases.filed(candidate, FiledCase.NUMBER, Set.of());
    }

    @AfterEach
    void asBefore() {
        database.sql("delete from regulation_parameter where name = 'four-eyes'")
                .update();
    }

    @Test
    void a_refusal_is_proposed_by_one_and_taken_by_another() {
        Ruling ruling = as.call(agent, () -> decisions.declareNotAdmissible(id, null, REASONS));

        assertThat(ruling).isInstanceOf(Ruling.Proposed.class);
        assertThat(decisions.of(id)).isEmpty();
        assertThat(worklist.open(id, TaskKind.DECIDE_ADMISSIBILITY)
                        .orElseThrow()
                        .holder())
                .isNull();
        assertThat(sent()).doesNotContain(LetterTemplate.NOT_ADMISSIBLE);

        Decision decision = as.call(second, () -> decisions.confirm(id));

        assertThat(decision.outcome()).isEqualTo(Outcome.NON_RECEVABLE);
        assertThat(decision.decidedBy()).isEqualTo(second.id());
        assertThat(decision.reasons()).isEqualTo(REASONS);
        await().atMost(FiledCase.SOON).untilAsserted(() -> assertThat(sent()).contains(LetterTemplate.NOT_ADMISSIBLE));
    }

    @Test
    void nobody_confirms_what_they_proposed() {
        as.run(agent, () -> decisions.declareNotAdmissible(id, null, REASONS));
        assertThatThrownBy(() -> as.run(agent, () -> decisions.confirm(id)))
                .isInstanceOf(BusinessRefusal.class)
                .extracting(no -> ((BusinessRefusal) no).key())
                .isEqualTo("admissibility.refused.same-person");
        assertThatThrownBy(() -> as.run(candidate, () -> decisions.confirm(id))).isInstanceOf(BusinessRefusal.class);
        assertThat(decisions.of(id)).isEmpty();
    }

    @Test
    void while_one_waits_nothing_else_is_decided() {
        as.run(agent, () -> decisions.declareNotAdmissible(id, null, REASONS));
        assertThatThrownBy(() -> as.run(second, () -> decisions.declareAdmissible(id, null)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(
                        second,
                        () -> decisions.requestCompletion(id, List.of(new CompletionRequest.Piece("CV", null)), null)))
                .isInstanceOf(BusinessRefusal.class);
    }

    @Test
    void a_proposal_sent_back_says_why_and_goes_to_its_author() {
        as.run(agent, () -> decisions.declareNotAdmissible(id, null, REASONS));
        assertThatThrownBy(() -> as.run(second, () -> decisions.sendBack(id, " ")))
                .isInstanceOf(BusinessRefusal.class);

        as.run(second, () -> decisions.sendBack(id, "Relisez l’expérience 1."));

        assertThat(worklist.open(id, TaskKind.DECIDE_ADMISSIBILITY)
                        .orElseThrow()
                        .holder())
                .isEqualTo(agent.id());
        as.run(agent, () -> decisions.declareAdmissible(id, null));
        assertThat(decisions.of(id).orElseThrow().outcome()).isEqualTo(Outcome.RECEVABLE);
    }

    @Test
    void where_only_refusals_want_two_an_acceptance_is_taken_at_once() {
        assertThat(as.call(agent, () -> decisions.declareAdmissible(id, null))).isInstanceOf(Ruling.Taken.class);
    }

    @Test
    void neither_of_the_two_examines_the_appeal() {
        as.run(agent, () -> decisions.declareNotAdmissible(id, null, REASONS));
        as.run(second, () -> decisions.confirm(id));
        assertThat(appeals.decided(id, agent.id())).isTrue();
        assertThat(appeals.decided(id, second.id())).isTrue();
        assertThat(appeals.decided(id, as.another(Role.MANAGER).id())).isFalse();
    }

    private List<LetterTemplate> sent() {
        return letters.of(id).stream().map(LetterSummary::template).toList();
    }

    private void rule(FourEyes value) {
        database.sql("""
                        insert into regulation_parameter (certification_id, name, valid_from, value, source, confidence, written_at)
                        values (:certification, 'four-eyes', '2026-01-01', :value, 'Délibération de la CPNE', 'LOW', utc_timestamp(6))
                        """)
                .param(
                        "certification",
                        cases.certification(FiledCase.NUMBER).id().value())
                .param("value", value.name())
                .update();
    }
}
