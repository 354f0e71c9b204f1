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
    ENDED;

    static Optional<Moment> of(Notification.OnCase told) {
        return Optional.ofNullable(
                switch (told) {
                    case Notification.Livret1Received it -> FILED;
                    case Notification.CompletionRequested it -> COMPLETION_ASKED;
                    case Notification.Admitted it -> DECIDED;
                    case Notification.NotAdmitted it -> DECIDED;
                    case Notification.TacitlyAdmitted it -> DECIDED;
                    case Notification.Livret2Deposited it -> DEPOSITED;
                    case Notification.Livret2Reviewed it -> REVIEWED;
                    case Notification.Livret2Problem it -> PROBLEM;
                    case Notification.SupportSessionPlanned it -> SUPPORT;
                    case Notification.SupportEnded it -> SUPPORT;
                    case Notification.HearingSummoned it -> JURY_PLANNED;
                    case Notification.HearingMoved it -> JURY_MOVED;
                    case Notification.JuryResult it -> RESULT;
                    case Notification.AttestationIssued it -> AWARDED;
                    case Notification.CertificateIssued it -> AWARDED;
                    case Notification.AppealReceived it -> APPEALED;
                    case Notification.AppealDecided it -> APPEAL_DECIDED;
                    case Notification.PlanProposed it -> PLAN;
                    case Notification.PlanDone it -> PLAN;
                    case Notification.Transferred it -> TRANSFERRED;
                    case Notification.Abandoned it -> ENDED;
                    case Notification.Closed it -> ENDED;
                    case Notification.Stopped it -> ENDED;
                    default -> null;
                });
    }
}
