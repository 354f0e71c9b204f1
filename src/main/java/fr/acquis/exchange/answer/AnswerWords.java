package fr.acquis.exchange.answer;

import fr.acquis.exchange.MessageId;
import fr.acquis.exchange.store.AnswerRows.Invited;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.CaseNotification.AnswerNotTaken.Why;
import fr.acquis.notification.Mails;
import fr.acquis.notification.Notices;
import fr.acquis.notification.NotificationId;
import fr.acquis.shared.Sha256;
import fr.acquis.worklist.CaseTitles;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says to who answered by mail what became of it, in the transaction in which it is decided; to nobody else. */
@Component
class AnswerWords {

    private final Journeys journeys;
    private final CaseTitles titles;
    private final Notices notices;
    private final Mails mails;

    AnswerWords(Journeys journeys, CaseTitles titles, Notices notices, Mails mails) {
        this.journeys = journeys;
        this.titles = titles;
        this.notices = notices;
        this.mails = mails;
    }

    void arrived(Sha256 mail, Invited invited, MessageId message) {
        Journey journey = journeys.find(invited.journey()).orElseThrow();
        notices.put(
                id("answer", mail, invited),
                invited.person(),
                new CaseNotification.AnswerArrived(titles.of(journey), page(journey) + "#m-" + message));
    }

    /** By mail whatever pace they chose: they wrote, and believe it was read. */
    void notTaken(Sha256 mail, Invited invited, Why why, List<String> reasons) {
        Journey journey = journeys.find(invited.journey()).orElseThrow();
        CaseNotification.AnswerNotTaken told = new CaseNotification.AnswerNotTaken(
                titles.of(journey), why, reasons, why == Why.NO_ACCESS ? "/" : page(journey));
        mails.send(id("answer-not-taken", mail, invited), invited.person(), told);
        notices.put(id("answer-not-taken", mail, invited), invited.person(), told);
    }

    private static String page(Journey journey) {
        return "/journeys/" + journey.id() + "/messages";
    }

    private static NotificationId id(String event, Sha256 mail, Invited invited) {
        return NotificationId.about(invited.journey(), event + "/" + mail, invited.person());
    }
}
