package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.acquis.admissibility.Consent.Kind;
import fr.acquis.audit.Audit;
import fr.acquis.audit.AuditEntry;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.CaseHistory;
import fr.acquis.journey.CaseMembers;
import fr.acquis.journey.CasePart;
import fr.acquis.journey.Journey;
import fr.acquis.journey.JourneyState;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.SharingConsents;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What the sworn statement lets the accompagnateur know is kept to, and can be taken back. */
@AcquisTest
@Tag("livret1")
class ConsentsTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    Consents consents;

    @Autowired
    SharingConsents sharing;

    @Autowired
    Journeys journeys;

    @Autowired
    CaseHistory history;

    @Autowired
    CaseMembers members;

    @Autowired
    List<CasePart> parts;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_consent_of_the_sworn_statement_is_withdrawn_and_the_decision_closes_to_the_adviser() {
        SignedIn candidate = as.newCandidate();
        JourneyId id = cases.admitted(candidate);
        SignedIn adviser = as.another(Role.ADVISER);
        transaction.executeWithoutResult(status -> as.run(adviser, () -> members.add(id, adviser.id(), Role.ADVISER)));
        Journey journey = journeys.find(id).orElseThrow();

        assertThat(sharing.decisionOpenTo(journey, adviser)).isTrue();
        assertThat(panels(journey, adviser)).contains("admissibility/outcome");
        assertThat(told(journey, adviser)).contains("Demande acceptée");
        assertThat(sharing.stateOpenTo(journey, adviser)).isEqualTo(JourneyState.ADMITTED);
        assertThat(sharing.resultOpenTo(journey, adviser)).isFalse();
        assertThat(sharing.attemptOpenTo(journey, adviser)).isNull();
        assertThat(sharing.attemptOpenTo(journey, candidate)).isEqualTo(1);

        as.run(candidate, () -> consents.say(id, Kind.DECISION, false));

        assertThat(panels(journey, adviser)).doesNotContain("admissibility/outcome");
        assertThat(stages(journey, adviser)).contains("Décision rendue").noneMatch(said -> said.contains("acceptée"));
        assertThat(told(journey, adviser)).contains("Demande déposée").doesNotContain("Demande acceptée");
        assertThat(told(journey, candidate)).contains("Demande acceptée");
        assertThat(sharing.stateOpenTo(journey, adviser)).isEqualTo(JourneyState.DECIDED);
        assertThat(sharing.stateOpenTo(journey, candidate)).isEqualTo(JourneyState.ADMITTED);
        assertThat(panels(journey, candidate)).contains("admissibility/outcome", "admissibility/consents-panel");
        assertThat(sharing.decisionOpenTo(journey, as.seeded(Role.AGENT))).isTrue();
        assertThat(audit.of(id.value())).extracting(AuditEntry::action).contains("withdraw-consent");

        as.run(candidate, () -> consents.say(id, Kind.RESULT, true));
        assertThat(sharing.resultOpenTo(journey, adviser)).isTrue();
        assertThat(as.call(candidate, () -> consents.of(id)))
                .extracting(Consent::kind, Consent::given)
                .containsExactly(tuple(Kind.DECISION, false), tuple(Kind.RESULT, true));
    }

    @Test
    void nobody_but_the_candidate_gives_or_withdraws() {
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        assertThatThrownBy(() -> as.run(as.seeded(Role.AGENT), () -> consents.say(id, Kind.RESULT, true)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(as.newCandidate(), () -> consents.of(id)))
                .isInstanceOf(BusinessRefusal.class);
    }

    private List<String> panels(Journey journey, SignedIn reader) {
        return as.call(
                reader,
                () -> parts.stream()
                        .flatMap(part -> part.panels(journey, reader).stream())
                        .map(CasePart.Panel::template)
                        .toList());
    }

    private List<String> told(Journey journey, SignedIn reader) {
        return history.of(journey, reader, Locale.FRENCH).stream()
                .map(CaseHistory.Moment::what)
                .toList();
    }

    private List<String> stages(Journey journey, SignedIn reader) {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        return as.call(
                reader,
                () -> parts.stream()
                        .flatMap(part -> part.stages(journey).stream())
                        .map(stage -> String.valueOf(stage.step()))
                        .flatMap(said -> Stream.of(said.contains("Décision rendue") ? "Décision rendue" : said))
                        .toList());
    }
}
