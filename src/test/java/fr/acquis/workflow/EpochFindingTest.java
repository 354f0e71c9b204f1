package fr.acquis.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.workflow.EpochFinding.Foreign;
import fr.acquis.workflow.EpochFinding.Ours;
import fr.acquis.workflow.EpochFinding.Reason;
import fr.acquis.workflow.EpochFinding.Unbound;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class EpochFindingTest {

    private static final Optional<UUID> NONE = Optional.empty();

    private final Optional<UUID> ours = Optional.of(UUID.randomUUID());
    private final Optional<UUID> other = Optional.of(UUID.randomUUID());

    @Test
    void two_that_are_new_become_one() {
        assertThat(EpochFinding.of(ours, NONE, false, NONE)).isEqualTo(new Unbound(ours.get()));
        assertThat(EpochFinding.of(NONE, NONE, false, NONE)).isInstanceOf(Unbound.class);
    }

    @Test
    void a_binding_cut_short_is_finished() {
        assertThat(EpochFinding.of(ours, ours, false, NONE)).isEqualTo(new Unbound(ours.get()));
    }

    @Test
    void the_same_epoch_belongs_together() {
        assertThat(EpochFinding.of(NONE, ours, true, ours)).isEqualTo(new Ours(ours.get()));
    }

    @Test
    void an_engine_without_memory_is_not_ours_any_more() {
        assertThat(EpochFinding.of(ours, ours, true, NONE)).isEqualTo(new Foreign(Reason.ENGINE_IS_NEW));
    }

    @Test
    void an_engine_with_cases_an_empty_database_never_had_is_foreign() {
        assertThat(EpochFinding.of(ours, NONE, false, ours)).isEqualTo(new Foreign(Reason.DATABASE_IS_NEW));
    }

    @Test
    void another_engine_or_another_folder_is_foreign() {
        assertThat(EpochFinding.of(NONE, ours, true, other)).isEqualTo(new Foreign(Reason.ENGINE_OF_ANOTHER));
        assertThat(EpochFinding.of(other, ours, true, ours)).isEqualTo(new Foreign(Reason.DATA_FOLDER));
    }
}
