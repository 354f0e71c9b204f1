package fr.acquis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fast")
@Tag("journey")
class JourneyStateTest {

    private static final Instant THEN = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_refused_request_is_refused_while_it_may_be_appealed() {
        assertThat(JourneyState.of(THEN, THEN, true, null)).isEqualTo(JourneyState.REFUSED);
        assertThat(JourneyState.of(THEN, THEN, false, null)).isEqualTo(JourneyState.ADMITTED);
    }

    @ParameterizedTest
    @EnumSource(JourneyState.class)
    void who_may_know_both_knows_all(JourneyState state) {
        assertThat(state.knownTo(true, true)).isEqualTo(state);
    }

    @Test
    void who_may_know_neither_cannot_tell_one_outcome_from_another() {
        assertThat(known(List.of(JourneyState.ADMITTED, JourneyState.REFUSED))).containsOnly(JourneyState.DECIDED);
        assertThat(known(List.of(JourneyState.CERTIFIED, JourneyState.STOPPED, JourneyState.APPEAL_DISMISSED)))
                .containsOnly(JourneyState.ENDED);
        assertThat(Arrays.stream(JourneyState.values()).map(state -> state.knownTo(false, false)))
                .doesNotContain(JourneyState.ADMITTED, JourneyState.CERTIFIED);
    }

    private static List<JourneyState> known(List<JourneyState> states) {
        return states.stream().map(state -> state.knownTo(false, false)).toList();
    }
}
