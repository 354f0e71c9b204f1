package fr.acquis.award;

import fr.acquis.award.store.ClosingRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager ends a case, with reasons that are kept, told and open to appeal. Nothing closes by itself. */
@Service
@Transactional
public class Closings {

    private final ClosingRows rows;
    private final Journeys journeys;
    private final Notifications notifications;
    private final AwardCases cases;
    private final CurrentPerson current;
    private final Clock clock;

    Closings(
            ClosingRows rows,
            Journeys journeys,
            Notifications notifications,
            AwardCases cases,
            CurrentPerson current,
            Clock clock) {
        this.rows = rows;
        this.journeys = journeys;
        this.notifications = notifications;
        this.cases = cases;
        this.current = current;
        this.clock = clock;
    }

    /** @throws BusinessRefusal without a reason, for a draft, or for somebody else than a manager of the body */
    public void close(JourneyId id, List<Closing.Reason> reasons) {
        if (reasons.isEmpty()
                || reasons.stream()
                        .anyMatch(reason ->
                                reason.criterion().isBlank() || reason.reason().isBlank())) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.no-closing-reason");
        }
        Journey journey = journeys.get(id);
        if (!current.get().is(Role.MANAGER)
                || !journey.certifyingBody().equals(current.get().certifyingBody())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "worklist.refused.not-asked-of-you");
        }
        if (journey.isDraft()) {
            throw new BusinessRefusal(Kind.CONFLICT, "journey.refused.not-submitted");
        }
        journeys.close(id);
        Closing closing = new Closing(id, current.get().id(), clock.instant(), reasons);
        rows.insert(closing);
        notifications.tell(
                NotificationId.about(id, "closed", journey.candidate()),
                journey.candidate(),
                new CaseNotification.Closed(
                        cases.reference(journey), AwardCases.day(closing.closedAt()), AwardCases.page(id)));
    }

    @Transactional(readOnly = true)
    public Optional<Closing> of(JourneyId id) {
        return rows.find(id);
    }
}
