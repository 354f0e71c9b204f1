package fr.acquis.award;

import fr.acquis.audit.Audit;
import fr.acquis.award.store.AwardRows;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.identity.Role;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.AwardNotification;
import fr.acquis.notification.NotificationId;
import fr.acquis.notification.Notifications;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the CPNE says of one result. Each is one transaction: a session delivered at once is as many of them. */
@Service
@Transactional
public class CpneDecisions {

    /** The longest irregularity kept. */
    public static final int LONGEST = 2000;

    private final AwardRows rows;
    private final AcquiredBlocks blocks;
    private final Journeys journeys;
    private final Worklist worklist;
    private final Notifications notifications;
    private final AwardCases cases;
    private final CurrentPerson current;
    private final Audit audit;
    private final Clock clock;

    CpneDecisions(
            AwardRows rows,
            AcquiredBlocks blocks,
            Journeys journeys,
            Worklist worklist,
            Notifications notifications,
            AwardCases cases,
            CurrentPerson current,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.blocks = blocks;
        this.journeys = journeys;
        this.worklist = worklist;
        this.notifications = notifications;
        this.cases = cases;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** Delivers: the certificate is written next. */
    public void deliver(JourneyId id) {
        Journey journey = found(id);
        if (!blocks.holdsAll(journey)) {
            throw new BusinessRefusal(Kind.CONFLICT, "award.refused.blocks-missing");
        }
        worklist.submit(id, TaskKind.DELIVER_CERTIFICATE, Map.of("certificateDelivered", true));
        rows.addDelivery(id, current.get().id(), clock.instant(), null);
        audit.record(id.value(), "deliver-certificate", Map.of());
    }

    /**
     * Sends the result back to the jury: a new passage, never a decision less favourable by the CPNE itself.
     *
     * @throws BusinessRefusal without a reason
     */
    public void returnToJury(JourneyId id, String irregularity) {
        if (irregularity.isBlank() || irregularity.strip().length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "award.refused.no-irregularity");
        }
        Journey journey = found(id);
        worklist.submit(id, TaskKind.DELIVER_CERTIFICATE, Map.of("certificateDelivered", false));
        Instant now = clock.instant();
        rows.addDelivery(id, current.get().id(), now, irregularity.strip());
        audit.record(id.value(), "return-to-jury", Map.of());
        String event = "returned-to-jury/" + now.toEpochMilli();
        notifications.tell(
                NotificationId.about(id, event, journey.candidate()),
                journey.candidate(),
                new AwardNotification.DeliveryPutOff(cases.reference(journey), AwardCases.page(id)));
        notifications.tellAll(
                Role.MANAGER,
                event,
                new AwardNotification.ReturnedToJury(cases.reference(journey), AwardCases.page(id)));
    }

    private Journey found(JourneyId id) {
        return journeys.find(id)
                .filter(journey -> journey.certifyingBody().equals(current.get().certifyingBody()))
                .orElseThrow(() -> new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown"));
    }
}
