package fr.acquis.notification.mail;

import fr.acquis.notification.AdmissibilityNotification;
import fr.acquis.notification.AwardNotification;
import fr.acquis.notification.CaseNotification;
import fr.acquis.notification.CaseReference;
import fr.acquis.notification.JuryNotification;
import fr.acquis.notification.LegalDate;
import fr.acquis.notification.Livret2Notification;
import fr.acquis.notification.Notification;
import fr.acquis.notification.NotificationSettings;
import fr.acquis.notification.SupportNotification;
import fr.acquis.notification.wording.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words each notification as a mail, in the language of the moment. */
@Component
class MailWording {

    private final Words words;
    private final NotificationSettings settings;

    MailWording(Words words, NotificationSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    MailContent of(Notification notification) {
        return switch (notification) {
            case AdmissibilityNotification.Livret1Received it -> received(it);
            case AdmissibilityNotification.CompletionRequested it -> completion(it);
            case AdmissibilityNotification.Admitted it -> admitted(it);
            case AdmissibilityNotification.NotAdmitted it -> onCase(it, said(it, "line", it.decidedOn()));
            case AdmissibilityNotification.TacitlyAdmitted it -> tacitlyAdmitted(it);
            case CaseNotification.Abandoned it ->
                onCase(it, said(it, "line", it.abandonedOn()).line(say(it, "not-you")));
            case CaseNotification.Closed it -> onCase(it, said(it, "line", it.closedOn()));
            case Livret2Notification.Livret2Deposited it -> livret2Deposited(it);
            case Livret2Notification.Livret2ReviewAsked it ->
                onCase(it, said(it, "line").date(say(it, "by"), words.day(it.reviewBy())));
            case Livret2Notification.Livret2Reviewed it -> onCase(it, said(it, "line"));
            case Livret2Notification.Livret2Problem it ->
                onCase(
                        it,
                        said(it, "line")
                                .date(say(it, "by"), words.day(it.completeBy()))
                                .dated(it.completeBy(), say(it, "calendar")));
            case AwardNotification.AttestationIssued it -> onCase(it, said(it, "line", it.blocks()));
            case AwardNotification.CertificateIssued it -> onCase(it, said(it, "line", it.issuedOn()));
            case AwardNotification.DeliveryPutOff it -> onCase(it, said(it, "line"));
            case AwardNotification.ReturnedToJury it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case AwardNotification.AppealReceived it -> onCase(it, said(it, "line", it.filedOn(), it.due()));
            case AwardNotification.AppealToExamine it ->
                onCase(
                        it,
                        titled(it, it.about())
                                .line(say(it, "line", it.due()))
                                .dated(it.due(), say(it, "calendar", it.about().reference())));
            case AdmissibilityNotification.DecisionToConfirm it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case AwardNotification.AppealDecided it -> onCase(it, said(it, "line", it.decidedOn()));
            case AdmissibilityNotification.ProrogationAnswered it -> onCase(it, said(it, "line", it.answeredOn()));
            case CaseNotification.Stopped it -> onCase(it, said(it, "line", it.stoppedOn()));
            case AdmissibilityNotification.PortalFilingRecorded it ->
                onCase(
                        it,
                        legal(
                                said(it, "line", it.filedOn())
                                        .dated(it.decision().date(), say(it, "calendar")),
                                say(it, "due"),
                                it.decision()));
            case AdmissibilityNotification.LegalDateNear it -> legalDateNear(it);
            case AdmissibilityNotification.DecidedBySilence it -> decidedBySilence(it);
            case SupportNotification.SupportSessionPlanned it ->
                onCase(
                        it,
                        said(it, "line", it.when().day(), words.hour(it.when().start()))
                                .date(say(it, "place"), it.when().place())
                                .appointment(it.when(), say(it, "calendar")));
            case SupportNotification.SupportEnded it -> onCase(it, said(it, "line", it.endedOn()));
            case SupportNotification.SupportNews it -> supportNews(it);
            case CaseNotification.Reminded it -> onCase(it, said(it, "line", it.due()));
            case CaseNotification.DocumentAsked it ->
                onCase(it, said(it, "line").fact(say(it, "document"), words.typeset(it.document())));
            case SupportNotification.PlanProposed it ->
                onCase(
                        it,
                        said(it, "line")
                                .date(say(it, "by"), words.day(it.answerBy()))
                                .dated(it.answerBy(), say(it, "calendar")));
            case SupportNotification.PlanDone it -> onCase(it, said(it, "line", it.doneOn()));
            case JuryNotification.HearingSummoned it ->
                onCase(
                        it,
                        MailContent.draft(say(it, "subject", it.when().day()))
                                .line(say(
                                        it,
                                        "line",
                                        it.when().day(),
                                        words.hour(it.when().start())))
                                .line(say(it, "rights"))
                                .date(say(it, "place"), it.when().place())
                                .appointment(it.when(), say(it, "calendar")));
            case JuryNotification.HearingMoved it -> onCase(it, said(it, "line", it.day()));
            case JuryNotification.JuryResult it -> onCase(it, said(it, "line", it.heldOn()));
            case Notification.JurorSummoned it ->
                perhapsOnCase(
                        it,
                        null,
                        MailContent.draft(say(it, "subject", it.when().day()))
                                .line(say(
                                        it,
                                        "line",
                                        it.certification(),
                                        it.when().day(),
                                        words.hour(it.when().start())))
                                .line(say(it, "declare"))
                                .date(say(it, "place"), it.when().place())
                                .appointment(it.when(), say(it, "calendar")));
            case Notification.JurorRelieved it ->
                perhapsOnCase(it, null, said(it, "line", it.certification(), it.day()));
            case JuryNotification.JurorLinked it ->
                onCase(it, titled(it, it.about()).line(say(it, "line", it.day())));
            case CaseNotification.MessageWaiting it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case CaseNotification.AnswerArrived it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case CaseNotification.AnswerNotTaken it ->
                onCase(
                        it,
                        titled(it, it.about())
                                .line(say(it, it.why().name()))
                                .items(it.files())
                                .line(say(it, "do")));
            case CaseNotification.Followed it ->
                onCase(
                        it,
                        titled(it, it.about())
                                .line(say(it, it.moment().name(), it.about().reference())));
            case SupportNotification.Transferred it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case SupportNotification.TransferAsked it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case SupportNotification.TransferDeclined it ->
                onCase(it, titled(it, it.about()).line(say(it, "line")));
            case CaseNotification.CaseHandedOver it ->
                onCase(it, titled(it, it.about()).line(say(it, "line", it.team())));
            case Notification.DailyDigest it ->
                perhapsOnCase(
                        it,
                        null,
                        MailContent.draft(say(it, "subject", it.said().size()))
                                .line(say(it, "line"))
                                .items(it.said()));
            case Notification.TechnicalBlock it ->
                perhapsOnCase(it, it.about(), titled(it, it.about()).line(say(it, "line", it.problem())));
            case Notification.MailUndeliverable it ->
                perhapsOnCase(it, it.about(), titled(it, it.about()).line(say(it, "line")));
        };
    }

    private MailContent received(AdmissibilityNotification.Livret1Received it) {
        MailContent.Draft draft = said(
                        it, "line", it.receivedOn(), it.decision().date())
                .line(say(it, "silence", it.silence()))
                .dated(it.decision().date(), say(it, "calendar"));
        return onCase(it, legal(draft, say(it, "due"), it.decision()));
    }

    private MailContent completion(AdmissibilityNotification.CompletionRequested it) {
        MailContent.Draft draft = said(it, "line").items(it.missing());
        if (it.answerBy() != null) {
            draft.date(say(it, "by"), words.day(it.answerBy())).dated(it.answerBy(), say(it, "calendar"));
        }
        return onCase(it, draft);
    }

    private MailContent admitted(AdmissibilityNotification.Admitted it) {
        MailContent.Draft draft = said(it, "line", it.decidedOn());
        if (it.validUntil() != null) {
            draft.date(say(it, "valid"), words.day(it.validUntil()));
        }
        return onCase(it, draft);
    }

    private MailContent tacitlyAdmitted(AdmissibilityNotification.TacitlyAdmitted it) {
        MailContent.Draft draft = said(it, "line", it.deadline().date());
        legal(draft, say(it, "due"), it.deadline());
        if (it.validUntil() != null) {
            draft.date(words.say("notification.admitted.valid"), words.day(it.validUntil()));
        }
        return onCase(it, draft);
    }

    private MailContent livret2Deposited(Livret2Notification.Livret2Deposited it) {
        MailContent.Draft draft = said(it, "line", it.depositedOn(), it.check().date());
        return onCase(it, legal(draft, say(it, "jury"), it.jury()));
    }

    private MailContent legalDateNear(AdmissibilityNotification.LegalDateNear it) {
        String reference = it.about().reference();
        MailContent.Draft draft = MailContent.draft(
                        say(it, "subject", reference, it.decision().date()))
                .line(say(it, "line", it.remainingDays()))
                .dated(it.decision().date(), say(it, "calendar", reference));
        return onCase(it, legal(draft, say(it, "due"), it.decision()));
    }

    private MailContent decidedBySilence(AdmissibilityNotification.DecidedBySilence it) {
        MailContent.Draft draft = MailContent.draft(
                        say(it, "subject", it.about().reference()))
                .line(say(it, "line", it.deadline().date()));
        return onCase(it, legal(draft, say(it, "due"), it.deadline()));
    }

    private MailContent supportNews(SupportNotification.SupportNews it) {
        if (it.when() == null) {
            return onCase(it, said(it, "line"));
        }
        return onCase(
                it,
                said(it, "line", it.when().day(), words.hour(it.when().start()))
                        .date(
                                words.say("notification.support-session-planned.place"),
                                it.when().place())
                        .appointment(it.when(), words.say("notification.support-session-planned.calendar")));
    }

    private MailContent.Draft said(Notification it, String line, Object... values) {
        return MailContent.draft(say(it, "subject")).line(say(it, line, values));
    }

    private MailContent.Draft titled(Notification it, CaseReference about) {
        return MailContent.draft(about == null ? say(it, "subject.alone") : say(it, "subject", about.reference()));
    }

    private MailContent.Draft legal(MailContent.Draft draft, String name, LegalDate legal) {
        return draft.date(name, words.day(legal.date()))
                .fact(
                        words.say("notification.mail.why"),
                        words.say("notification.mail.why.text", legal.rule(), legal.source()));
    }

    private MailContent onCase(Notification.OnCase it, MailContent.Draft draft) {
        return perhapsOnCase(it, it.about(), draft);
    }

    private MailContent perhapsOnCase(Notification it, @Nullable CaseReference about, MailContent.Draft draft) {
        if (about != null) {
            draft.fact(words.say("notification.mail.certification"), words.typeset(about.certification()))
                    .fact(words.say("notification.mail.case"), about.reference());
        }
        return draft.leadingTo(say(it, "action"), settings.link(it.page()));
    }

    private String say(Notification it, String what, Object... values) {
        return words.say("notification." + it.key() + "." + what, values);
    }
}
