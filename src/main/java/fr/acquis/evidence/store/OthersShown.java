package fr.acquis.evidence.store;

import fr.acquis.audit.Audit;
import fr.acquis.evidence.Evidence;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a piece shows or names a person other than the candidate. */
@Service
@Transactional
public class OthersShown {

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    OthersShown(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Saying the same twice changes nothing. */
    public void say(Evidence piece, boolean shows, PersonId by) {
        int changed = database.sql("""
                        update evidence set shows_others_at = if(:shows, :now, null), shows_others_by = if(:shows, :by, null)
                        where id = :id and (shows_others_at is not null) <> :shows
                        """)
                .param("shows", shows)
                .param("now", clock.instant())
                .param("by", by.value())
                .param("id", piece.id().value())
                .update();
        if (changed > 0) {
            audit.record(
                    piece.journey().value(),
                    "say-evidence-shows-others",
                    Map.of("evidence", piece.id().toString(), "shows", Boolean.toString(shows)));
        }
    }
}
