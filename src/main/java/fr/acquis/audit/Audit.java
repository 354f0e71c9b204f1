package fr.acquis.audit;

import fr.acquis.audit.store.AuditLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the log. */
@Service
public class Audit {

    private final AuditLog log;
    private final ActorSource actors;
    private final Clock clock;

    Audit(AuditLog log, ActorSource actors, Clock clock) {
        this.log = log;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Appends to the subject's chain, in the caller's transaction: the act and its trace stand or fall together.
     *
     * @param action kebab-case verb of the trade, for instance {@code declare-admissible}
     * @param facts ids, codes and dates only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID subject, String action, Map<String, String> facts) {
        record(subject, actors.current(), action, facts);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID subject, Actor actor, String action, Map<String, String> facts) {
        SortedMap<String, String> sorted = new TreeMap<>(facts);
        log.append(subject, clock.instant(), actor, action, sorted);
    }

    /** The subject's log, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(UUID subject) {
        return log.entries(subject);
    }
}
