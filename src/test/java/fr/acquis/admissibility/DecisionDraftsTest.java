package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.admissibility.DecisionDrafts.Kept;
import fr.acquis.admissibility.DecisionDrafts.Reason;
import fr.acquis.admissibility.DecisionDrafts.Words;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is being written to decide is its author's, and is kept until the case is decided. */
@AcquisTest
@Tag("livret1")
class DecisionDraftsTest {

    @Autowired
    ActingAs as;

    @Autowired
    FiledCase cases;

    @Autowired
    DecisionDrafts drafts;

    @Autowired
    Decisions decisions;

    @Test
    void words_are_kept_for_their_author_alone_until_the_case_is_decided() {
        SignedIn agent = as.seeded(Role.AGENT);
        SignedIn mate = as.another(Role.AGENT);
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        Words half = new Words(
                "REFUSE",
                "",
                List.of(new CompletionRequest.Piece("Fiche de paie", null)),
                "",
                List.of(new Reason("RELATION", "", "Aucune activité d’est", "", List.of("COUNSEL"))));
        as.run(agent, () -> drafts.keep(id, half));
        as.run(mate, () -> drafts.keep(id, new Words("ADMIT", "Bien.", List.of(), "", List.of())));

        assertThat(as.call(agent, () -> drafts.mine(id)).map(Kept::words)).contains(half);
        assertThat(as.call(mate, () -> drafts.mine(id)).orElseThrow().words().comment())
                .isEqualTo("Bien.");
        as.run(mate, () -> drafts.forgetMine(id));
        assertThat(as.call(mate, () -> drafts.mine(id))).isEmpty();
        for (SignedIn other : List.of(as.newCandidate(), as.seeded(Role.ADVISER))) {
            assertThatThrownBy(() -> as.run(other, () -> drafts.keep(id, half))).isInstanceOf(BusinessRefusal.class);
        }

        as.run(agent, () -> decisions.declareAdmissible(id, null));
        assertThat(as.call(agent, () -> drafts.mine(id))).isEmpty();
        assertThatThrownBy(() -> as.run(agent, () -> drafts.keep(id, half))).isInstanceOf(BusinessRefusal.class);
    }
}
