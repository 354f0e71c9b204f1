package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.SignedInAs;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A recevabilité is kept longer without a new file. */
@AcquisTest
@Tag("livret1")
class ProrogationsTest {

    @Autowired
    ActingAs as;

    @Autowired
    MockMvc browser;

    @Autowired
    FiledCase cases;

    @Autowired
    Prorogations prorogations;

    @Autowired
    Livret1s livrets;

    @Autowired
    Worklist worklist;

    @Test
    void a_granted_prorogation_adds_a_validity_and_keeps_the_file() throws Exception {
        SignedIn candidate = as.newCandidate();
        JourneyId id = cases.admitted(candidate);
        Livret1 file = livrets.held(id);
        LocalDate before = prorogations.validUntil(id).orElseThrow();

        as.run(candidate, () -> prorogations.ask(id, "Congé maternité."));
        assertThat(worklist.open(id, TaskKind.PROROGATION_ASKED)).isPresent();
        assertThatThrownBy(() -> as.run(candidate, () -> prorogations.ask(id, null)))
                .isInstanceOf(BusinessRefusal.class);

        browser.perform(get("/journeys/" + id + "/prorogation").with(SignedInAs.browser(as.seeded(Role.AGENT))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"granted\"")))
                .andExpect(content().string(containsString("Camille Exemple")));
        as.run(as.seeded(Role.AGENT), () -> prorogations.answer(id, true, null));

        assertThat(prorogations.validUntil(id)).contains(before.plusYears(3));
        assertThat(worklist.open(id, TaskKind.PROROGATION_ASKED)).isEmpty();
        assertThat(livrets.held(id)).isEqualTo(file);
        browser.perform(get("/journeys/" + id).with(SignedInAs.browser(as.seeded(Role.AGENT))))
                .andExpect(content().string(containsString("Voir les demandes de prorogation")));
    }

    @Test
    void a_refusal_has_its_reasons_and_changes_no_date() {
        SignedIn candidate = as.newCandidate();
        JourneyId id = cases.admitted(candidate);
        LocalDate before = prorogations.validUntil(id).orElseThrow();
        as.run(candidate, () -> prorogations.ask(id, null));
        SignedIn agent = as.seeded(Role.AGENT);
        assertThatThrownBy(() -> as.run(agent, () -> prorogations.answer(id, false, " ")))
                .isInstanceOf(BusinessRefusal.class);
        as.run(agent, () -> prorogations.answer(id, false, "Le diplôme sera remplacé en mars."));
        assertThat(prorogations.validUntil(id)).contains(before);
        assertThat(as.call(candidate, () -> prorogations.of(id)).getFirst().granted())
                .isFalse();
    }

    @Test
    void only_an_accepted_request_is_kept_longer_and_only_its_candidate_asks() {
        SignedIn candidate = as.newCandidate();
        JourneyId id = cases.filed(candidate, FiledCase.NUMBER, Set.of());
        assertThatThrownBy(() -> as.run(candidate, () -> prorogations.ask(id, null)))
                .isInstanceOf(BusinessRefusal.class);
        assertThatThrownBy(() -> as.run(as.seeded(Role.AGENT), () -> prorogations.ask(id, null)))
                .isInstanceOf(BusinessRefusal.class);
    }
}
