package fr.acquis.notification;

import java.util.Optional;

/** What happens to a case, as those who follow it hear of it: that it happened, never what was decided. */
public enum Moment {
    FILED,
    COMPLETION_ASKED,
    DECIDED,
    DEPOSITED,
    REVIEWED,
    PROBLEM,
    SUPPORT,
    JURY_PLANNED,
    JURY_MOVED,
    RESULT,
    AWARDED,
    APPEALED,
    APPEAL_DECIDED,
    PLAN,
    TRANSFERRED,
    HANDED_OVER,
    ENDED;

    static Optional<Moment> of(Notification.OnCase told) {
        return Optional.ofNullable(
                switch (told) {
                    case AdmissibilityNotification.Livret1Received it -> FILED;
                    case AdmissibilityNotification.CompletionRequested it -> COMPLETION_ASKED;
                    case AdmissibilityNotification.Admitted it -> DECIDED;
                    case AdmissibilityNotification.NotAdmitted it -> DECIDED;
                    case AdmissibilityNotification.TacitlyAdmitted it -> DECIDED;
                    case Livret2Notification.Livret2Deposited it -> DEPOSITED;
                    case Livret2Notification.Livret2Reviewed it -> REVIEWED;
                    case Livret2Notification.Livret2Problem it -> PROBLEM;
                    case SupportNotification.SupportSessionPlanned it -> SUPPORT;
                    case SupportNotification.SupportEnded it -> SUPPORT;
                    case JuryNotification.HearingSummoned it -> JURY_PLANNED;
                    case JuryNotification.HearingMoved it -> JURY_MOVED;
                    case JuryNotification.JuryResult it -> RESULT;
                    case AwardNotification.AttestationIssued it -> AWARDED;
                    case AwardNotification.CertificateIssued it -> AWARDED;
                    case AwardNotification.AppealReceived it -> APPEALED;
                    case AwardNotification.AppealDecided it -> APPEAL_DECIDED;
                    case SupportNotification.PlanProposed it -> PLAN;
                    case SupportNotification.PlanDone it -> PLAN;
                    case SupportNotification.Transferred it -> TRANSFERRED;
                    case CaseNotification.CaseHandedOver it -> HANDED_OVER;
                    case CaseNotification.Abandoned it -> ENDED;
                    case CaseNotification.Closed it -> ENDED;
                    case CaseNotification.Stopped it -> ENDED;
                    default -> null;
                });
    }
}
