package fr.acquis.notification.notice;

import fr.acquis.notification.Notification;
import fr.acquis.notification.notice.KeptNotices.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a notice keeps of a notification: its message and the message's values. */
record NoticeFacts(String key, List<Value> values) {

    static NoticeFacts of(Notification notification) {
        return switch (notification) {
            case Notification.Livret1Received it ->
                said(it, it.about().certification(), it.decision().date());
            case Notification.CompletionRequested it ->
                said(it, it.about().certification(), it.missing().size());
            case Notification.TacitlyAdmitted it ->
                said(it, it.about().certification(), it.deadline().date());
            case Notification.PortalFilingRecorded it ->
                said(it, it.about().certification(), it.decision().date());
            case Notification.LegalDateNear it ->
                said(it, it.about().reference(), it.decision().date());
            case Notification.DecidedBySilence it ->
                said(it, it.about().reference(), it.deadline().date());
            case Notification.TechnicalBlock it ->
                it.about() == null
                        ? alone(it, it.problem())
                        : said(it, it.about().reference(), it.problem());
            case Notification.MailUndeliverable it ->
                it.about() == null ? alone(it) : said(it, it.about().reference());
            case Notification.Admitted it -> said(it, it.about().certification());
            case Notification.NotAdmitted it -> said(it, it.about().certification());
            case Notification.Abandoned it -> said(it, it.about().certification());
            case Notification.Closed it -> said(it, it.about().certification());
            case Notification.SupportSessionPlanned it ->
                said(it, it.about().reference(), it.when().day(), it.when().hour());
            case Notification.SupportEnded it -> said(it, it.about().reference(), it.endedOn());
            case Notification.SupportNews it ->
                it.when() == null
                        ? said(it, it.about().reference())
                        : said(
                                it,
                                it.about().reference(),
                                it.when().day(),
                                it.when().hour());
            case Notification.Reminded it -> said(it, it.about().certification(), it.due());
            case Notification.DocumentAsked it -> said(it, it.about().certification(), it.document());
            case Notification.PlanProposed it -> said(it, it.about().certification(), it.answerBy());
            case Notification.PlanDone it -> said(it, it.about().certification());
            case Notification.Livret2Deposited it ->
                said(it, it.about().certification(), it.check().date());
            case Notification.Livret2ReviewAsked it -> said(it, it.about().reference(), it.reviewBy());
            case Notification.Livret2Reviewed it -> said(it, it.about().certification());
            case Notification.Livret2Problem it -> said(it, it.about().certification(), it.completeBy());
            case Notification.AttestationIssued it -> said(it, it.about().certification(), it.blocks());
            case Notification.CertificateIssued it -> said(it, it.about().certification());
            case Notification.DeliveryPutOff it -> said(it, it.about().certification());
            case Notification.ReturnedToJury it -> said(it, it.about().reference());
            case Notification.AppealReceived it -> said(it, it.about().certification(), it.due());
            case Notification.AppealToExamine it -> said(it, it.about().reference(), it.due());
            case Notification.DecisionToConfirm it -> said(it, it.about().reference());
            case Notification.AppealDecided it -> said(it, it.about().certification());
            case Notification.ProrogationAnswered it -> said(it, it.about().certification());
            case Notification.Stopped it -> said(it, it.about().certification());
            case Notification.HearingSummoned it ->
                said(it, it.about().certification(), it.when().day(), it.when().hour());
            case Notification.HearingMoved it -> said(it, it.about().certification(), it.day());
            case Notification.JuryResult it -> said(it, it.about().certification());
            case Notification.MessageWaiting it -> said(it, it.about().reference());
            case Notification.Followed it ->
                new NoticeFacts(it.key() + "." + it.moment(), values(it.about().reference()));
            case Notification.Transferred it -> said(it, it.about().reference(), it.adviser());
            case Notification.TransferAsked it -> said(it, it.about().reference());
            case Notification.TransferDeclined it -> said(it, it.about().reference());
            case Notification.DailyDigest it -> alone(it, it.said().size());
            case Notification.JurorSummoned it ->
                alone(it, it.certification(), it.when().day(), it.when().hour());
            case Notification.JurorRelieved it -> alone(it, it.certification(), it.day());
            case Notification.JurorLinked it -> said(it, it.about().reference(), it.day());
        };
    }

    private static NoticeFacts said(Notification notification, Object... values) {
        return new NoticeFacts(notification.key() + ".notice", values(values));
    }

    private static NoticeFacts alone(Notification notification, Object... values) {
        return new NoticeFacts(notification.key() + ".notice.alone", values(values));
    }

    private static List<Value> values(Object... values) {
        return Arrays.stream(values)
                .map(value -> switch (value) {
                    case LocalDate day -> new Value(null, null, day);
                    case Integer number -> new Value(null, number, null);
                    default -> new Value(value.toString(), null, null);
                })
                .toList();
    }
}
