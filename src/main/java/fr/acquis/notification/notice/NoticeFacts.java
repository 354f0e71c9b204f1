package fr.acquis.notification.notice;

import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.AwardNotification;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.Livret2Notification;
import fr.acquis.notification.Notification;
import fr.acquis.notification.SupportNotification;
import fr.acquis.notification.notice.KeptNotices.Value;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What a notice keeps of a notification: its message and the message's values. */
record NoticeFacts(String key, List<Value> values) {

    static NoticeFacts of(Notification notification) {
        return switch (notification) {
            case AdmissibilityNotification.Livret1Received it ->
                said(it, it.about().certification(), it.decision().date());
            case AdmissibilityNotification.CompletionRequested it ->
                said(it, it.about().certification(), it.missing().size());
            case AdmissibilityNotification.TacitlyAdmitted it ->
                said(it, it.about().certification(), it.deadline().date());
            case AdmissibilityNotification.PortalFilingRecorded it ->
                said(it, it.about().certification(), it.decision().date());
            case AdmissibilityNotification.LegalDateNear it ->
                said(it, it.about().reference(), it.decision().date());
            case AdmissibilityNotification.DecidedBySilence it ->
                said(it, it.about().reference(), it.deadline().date());
            case Notification.TechnicalBlock it ->
                it.about() == null
                        ? alone(it, it.problem())
                        : said(it, it.about().reference(), it.problem());
            case Notification.MailUndeliverable it ->
                it.about() == null ? alone(it) : said(it, it.about().reference());
            case AdmissibilityNotification.Admitted it -> said(it, it.about().certification());
            case AdmissibilityNotification.NotAdmitted it -> said(it, it.about().certification());
            case CaseNotification.Abandoned it -> said(it, it.about().certification());
            case CaseNotification.Closed it -> said(it, it.about().certification());
            case SupportNotification.SupportSessionPlanned it ->
                said(it, it.about().reference(), it.when().day(), it.when().hour());
            case SupportNotification.SupportEnded it -> said(it, it.about().reference(), it.endedOn());
            case SupportNotification.SupportNews it ->
                it.when() == null
                        ? said(it, it.about().reference())
                        : said(
                                it,
                                it.about().reference(),
                                it.when().day(),
                                it.when().hour());
            case CaseNotification.Reminded it -> said(it, it.about().certification(), it.due());
            case CaseNotification.DocumentAsked it -> said(it, it.about().certification(), it.document());
            case SupportNotification.PlanProposed it -> said(it, it.about().certification(), it.answerBy());
            case SupportNotification.PlanDone it -> said(it, it.about().certification());
            case Livret2Notification.Livret2Deposited it ->
                said(it, it.about().certification(), it.check().date());
            case Livret2Notification.Livret2ReviewAsked it ->
                said(it, it.about().reference(), it.reviewBy());
            case Livret2Notification.Livret2Reviewed it -> said(it, it.about().certification());
            case Livret2Notification.Livret2Problem it -> said(it, it.about().certification(), it.completeBy());
            case AwardNotification.AttestationIssued it -> said(it, it.about().certification(), it.blocks());
            case AwardNotification.CertificateIssued it -> said(it, it.about().certification());
            case AwardNotification.DeliveryPutOff it -> said(it, it.about().certification());
            case AwardNotification.ReturnedToJury it -> said(it, it.about().reference());
            case AwardNotification.AppealReceived it -> said(it, it.about().certification(), it.due());
            case AwardNotification.AppealToExamine it -> said(it, it.about().reference(), it.due());
            case AdmissibilityNotification.DecisionToConfirm it ->
                said(it, it.about().reference());
            case AwardNotification.AppealDecided it -> said(it, it.about().certification());
            case AdmissibilityNotification.ProrogationAnswered it ->
                said(it, it.about().certification());
            case CaseNotification.Stopped it -> said(it, it.about().certification());
            case JuryNotification.HearingSummoned it ->
                said(it, it.about().certification(), it.when().day(), it.when().hour());
            case JuryNotification.HearingMoved it -> said(it, it.about().certification(), it.day());
            case JuryNotification.JuryResult it -> said(it, it.about().certification());
            case CaseNotification.MessageWaiting it -> said(it, it.about().reference());
            case CaseNotification.AnswerArrived it -> said(it, it.about().reference());
            case CaseNotification.AnswerNotTaken it -> said(it, it.about().reference());
            case CaseNotification.Followed it ->
                new NoticeFacts(it.key() + "." + it.moment(), values(it.about().reference()));
            case SupportNotification.Transferred it -> said(it, it.about().reference(), it.adviser());
            case SupportNotification.TransferAsked it -> said(it, it.about().reference());
            case SupportNotification.TransferDeclined it -> said(it, it.about().reference());
            case CaseNotification.CaseHandedOver it -> said(it, it.about().reference(), it.team());
            case Notification.DailyDigest it -> alone(it, it.said().size());
            case Notification.JurorSummoned it ->
                alone(it, it.certification(), it.when().day(), it.when().hour());
            case Notification.JurorRelieved it -> alone(it, it.certification(), it.day());
            case JuryNotification.JurorLinked it -> said(it, it.about().reference(), it.day());
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
