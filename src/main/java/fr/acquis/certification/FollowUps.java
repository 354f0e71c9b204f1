package fr.acquis.certification;

import fr.acquis.certification.FollowUp.Concern;
import fr.acquis.certification.FollowUp.Scope;
import fr.acquis.certification.store.FollowUpRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registrations to look after: what ends, what has ended, what was replaced, and what the register says otherwise. */
@Service
@Transactional(readOnly = true)
public class FollowUps {

    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final FollowUpRows rows;
    private final Certifications certifications;
    private final CurrentPerson current;
    private final Clock clock;

    FollowUps(FollowUpRows rows, Certifications certifications, CurrentPerson current, Clock clock) {
        this.rows = rows;
        this.certifications = certifications;
        this.current = current;
        this.clock = clock;
    }

    /** How many each concern has. */
    public Map<Concern, Integer> counts(Scope scope) {
        return rows.counts(scope, body(), LocalDate.now(clock));
    }

    /**
     * Nearest end first, from one on without it; backwards in the same order.
     *
     * @param concern null for any
     * @param edge null for the first page
     */
    public List<FollowUp> page(
            Scope scope, @Nullable Concern concern, @Nullable CertificationId edge, boolean backwards, int limit) {
        FollowUpRows.Edge from = null;
        if (edge != null) {
            Certification one = certifications.get(edge);
            LocalDate until = one.registeredUntil();
            from = new FollowUpRows.Edge(until == null ? NO_END : until, edge.value());
        }
        List<FollowUp> found = rows.page(scope, body(), concern, LocalDate.now(clock), from, backwards, limit);
        return backwards ? found.reversed() : found;
    }

    private @Nullable CertifyingBodyId body() {
        return current.find().map(SignedIn::certifyingBody).orElse(null);
    }
}
