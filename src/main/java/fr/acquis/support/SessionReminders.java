package fr.acquis.support;

import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.SupportNotification.SupportNews.What;
import fr.acquis.support.store.PlannedSessionRows;
import fr.acquis.support.store.SupportRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day before a session both are reminded, once for each time it is set for. */
@Service
@Transactional
public class SessionReminders {

    private final PlannedSessionRows rows;
    private final SupportRows supports;
    private final SupportMails mails;
    private final Journeys journeys;

    SessionReminders(PlannedSessionRows rows, SupportRows supports, SupportMails mails, Journeys journeys) {
        this.rows = rows;
        this.supports = supports;
        this.mails = mails;
        this.journeys = journeys;
    }

    /** Sessions that begin within a day of that moment. */
    @Transactional(readOnly = true)
    public List<PlannedSession> due(Instant at, int most) {
        return rows.toRemind(at, at.plus(Duration.ofDays(1)), most);
    }

    public void remind(PlannedSession session) {
        if (!rows.reminded(session)) {
            return;
        }
        Journey journey = journeys.find(session.journey()).orElseThrow();
        Support support = supports.find(session.journey()).orElseThrow();
        mails.session(journey, support.adviser(), session, What.SESSION_TOMORROW);
    }
}
