package fr.acquis.admissibility;

import fr.acquis.admissibility.store.DecisionRows;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests for completion of a case, in their order. */
@Component
class CompletionRequests {

    private final DecisionRows rows;
    private final Clock clock;

    CompletionRequests(DecisionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    List<CompletionRequest> of(JourneyId journey) {
        return rows.requests(journey);
    }

    Optional<CompletionRequest> pending(JourneyId journey) {
        return of(journey).stream()
                .filter(request -> request.answeredAt() == null)
                .findFirst();
    }

    CompletionRequest add(JourneyId journey, PersonId by, LocalDate answerBy, List<CompletionRequest.Piece> pieces) {
        CompletionRequest request =
                new CompletionRequest(journey, of(journey).size() + 1, clock.instant(), answerBy, pieces, null);
        rows.insert(request, by);
        return request;
    }

    void answer(JourneyId journey) {
        rows.answered(journey, clock.instant());
    }
}
