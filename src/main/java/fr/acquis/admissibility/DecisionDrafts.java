package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionDraftRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody is writing to decide: kept as it is typed, so that neither a session that ends nor a line that breaks loses a
 * reasoned refusal. It is its author's alone and decides nothing; once the case is decided it is gone.
 */
@Service
@Transactional
public class DecisionDrafts {

    private final DecisionDraftRows rows;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final Clock clock;

    DecisionDrafts(DecisionDraftRows rows, Journeys journeys, CurrentPerson current, Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.current = current;
        this.clock = clock;
    }

    /** @param open the way to decide that was written last */
    public record Words(
            String open, String comment, List<CompletionRequest.Piece> pieces, String answerBy, List<Reason> reasons) {}

    public record Reason(String about, String criterion, String reason, String advice, List<String> options) {}

    public record Kept(Words words, Instant savedAt) {}

    /** The signed-in person's own words on the case. */
    @Transactional(readOnly = true)
    public Optional<Kept> mine(JourneyId id) {
        return rows.find(id, current.get().id());
    }

    /** @throws BusinessRefusal for whoever may not decide, and once nothing is to be decided any more */
    public void keep(JourneyId id, Words words) {
        Journey journey = journeys.get(id);
        SignedIn me = current.get();
        if (!journey.handledBy(me) || journey.candidate().equals(me.id())) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        if (!journey.awaitsDecision()) {
            throw new BusinessRefusal(Kind.CONFLICT, "journey.refused.already-decided", "decide");
        }
        rows.keep(id, me.id(), words, clock.instant());
    }

    /** The signed-in person begins anew, or has said it all. */
    public void forgetMine(JourneyId id) {
        rows.forget(id, current.get().id());
    }

    /** Nothing is to be written any more, by nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(JourneyId id) {
        rows.forget(id);
    }
}
