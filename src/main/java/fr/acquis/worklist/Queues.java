package fr.acquis.worklist;

import fr.acquis.audit.Audit;
import fr.acquis.identity.Team;
import fr.acquis.worklist.store.QueueRows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which team handles which certification: its tasks wait with that team, everybody else's stay in sight of all. */
@Service
@Transactional
public class Queues {

    private final QueueRows rows;
    private final Audit audit;

    Queues(QueueRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Hands a certification to a team; its open tasks go along. */
    public void handle(UUID certification, Team team) {
        rows.give(team.certifyingBody().value(), certification, team.id());
        audit.record(
                team.certifyingBody().value(),
                "handle-certification",
                Map.of("team", team.id().toString(), "certification", certification.toString()));
    }

    /** Nobody's in particular any more. */
    public void leave(UUID certification, Team team) {
        rows.give(team.certifyingBody().value(), certification, null);
        audit.record(
                team.certifyingBody().value(),
                "leave-certification",
                Map.of("team", team.id().toString(), "certification", certification.toString()));
    }

    @Transactional(readOnly = true)
    public List<UUID> of(@Nullable UUID team) {
        return team == null ? List.of() : rows.of(team);
    }
}
