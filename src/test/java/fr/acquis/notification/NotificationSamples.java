package fr.acquis.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A notification of each kind as a case would tell it. What callers say is in French: they write by the law's language. */
public final class NotificationSamples {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Appointment WHEN = new Appointment(
            Instant.parse("2027-01-21T08:30:00Z"),
            Instant.parse("2027-01-21T09:30:00Z"),
            "12 rue de l’Exemple, 75011 Paris, salle 3");
    private static final LegalDate DUE = new LegalDate(
            LocalDate.of(2027, 1, 23),
            "deux mois à compter de la réception de la demande",
            "article L. 6412-2 du code du travail");
    private static final LegalDate JURY = new LegalDate(
            LocalDate.of(2027, 2, 28),
            "avant la fin des trois mois qui suivent le premier dépôt",
            "article R. 6412-5 du code du travail");

    private NotificationSamples() {}

    public static List<Notification> about(CaseReference about) {
        String page = "/journeys/" + about.journey();
        return Stream.of(
                        request(about, page),
                        livret2AndSupport(about, page),
                        supportNews(about, page),
                        juryAndAward(about, page),
                        staff(about, page))
                .flatMap(List::stream)
                .toList();
    }

    /** Every kind there is, groups of kinds opened. */
    public static List<Class<?>> kinds() {
        return leaves(Notification.class).toList();
    }

    static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(NotificationSamples::leaves)
                : Stream.of(kind);
    }

    private static List<Notification> request(CaseReference about, String page) {
        return List.of(
                new AdmissibilityNotification.Livret1Received(
                        about, DAY, DUE, "votre demande est réputée recevable, c’est-à-dire acceptée", page),
                new AdmissibilityNotification.CompletionRequested(
                        about,
                        List.of("Contrat de travail ou certificat de travail", "Bulletins de salaire"),
                        DAY.plusDays(30),
                        page),
                new AdmissibilityNotification.PortalFilingRecorded(about, DAY, DUE, page),
                new AdmissibilityNotification.Admitted(about, DAY, DAY.plusYears(3), page),
                new AdmissibilityNotification.NotAdmitted(about, DAY, page),
                new AdmissibilityNotification.TacitlyAdmitted(about, DUE, DAY.plusYears(3), page),
                new CaseNotification.Abandoned(about, DAY, page),
                new CaseNotification.Closed(about, DAY, page));
    }

    private static List<Notification> supportNews(CaseReference about, String page) {
        return Arrays.stream(SupportNotification.SupportNews.What.values())
                .<Notification>map(what -> new SupportNotification.SupportNews(
                        about, what, what.name().startsWith("SESSION") ? WHEN : null, page))
                .toList();
    }

    private static List<Notification> livret2AndSupport(CaseReference about, String page) {
        return List.of(
                new Livret2Notification.Livret2Deposited(about, DAY, DUE, JURY, page),
                new Livret2Notification.Livret2ReviewAsked(about, DAY.plusDays(21), page),
                new Livret2Notification.Livret2Reviewed(about, page),
                new Livret2Notification.Livret2Problem(about, DAY.plusDays(15), page),
                new SupportNotification.SupportSessionPlanned(about, WHEN, false, page),
                new SupportNotification.SupportSessionPlanned(about, WHEN, true, page),
                new SupportNotification.SupportEnded(about, DAY, page),
                new CaseNotification.MessageWaiting(about, false, page + "/messages"),
                new CaseNotification.MessageWaiting(about, true, page + "/notes"),
                new CaseNotification.AnswerArrived(about, page + "/messages"),
                new CaseNotification.AnswerNotTaken(
                        about,
                        CaseNotification.AnswerNotTaken.Why.FILES,
                        List.of("logiciel.exe : ce type de fichier n’est pas accepté"),
                        page + "/messages"),
                new CaseNotification.Followed(about, Moment.DECIDED, page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.CANDIDATE, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.ADVISER, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.JUROR, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.RECEIVING, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.RELEASED, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.ASKED, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.ASKER, "Équipe Ouest", page),
                new CaseNotification.CaseHandedOver(
                        about, CaseNotification.CaseHandedOver.Part.DECLINED, "Équipe Ouest", page),
                new SupportNotification.Transferred(
                        about, SupportNotification.Transferred.Part.CANDIDATE, "Noa Démo", page),
                new SupportNotification.Transferred(
                        about, SupportNotification.Transferred.Part.FORMER, "Noa Démo", "/support"),
                new SupportNotification.Transferred(about, SupportNotification.Transferred.Part.NEW, "Noa Démo", page),
                new SupportNotification.TransferAsked(about, page),
                new SupportNotification.TransferDeclined(about, page),
                new Notification.DailyDigest(
                        about.certifyingBody(),
                        List.of("Un message vous attend dans le dossier VAE-2026-000123."),
                        "/notices"),
                new CaseNotification.Reminded(about, DAY, page),
                new CaseNotification.DocumentAsked(about, "Votre dernier bulletin de salaire", page),
                new SupportNotification.PlanProposed(about, DAY.plusDays(15), page),
                new SupportNotification.PlanDone(about, DAY, page));
    }

    private static List<Notification> juryAndAward(CaseReference about, String page) {
        return List.of(
                new JuryNotification.HearingSummoned(about, WHEN, page),
                new JuryNotification.HearingMoved(about, WHEN.day(), page),
                new JuryNotification.JuryResult(about, WHEN.day(), page),
                new AwardNotification.AttestationIssued(about, 2, page),
                new AwardNotification.CertificateIssued(about, DAY, page),
                new AwardNotification.DeliveryPutOff(about, page),
                new AwardNotification.AppealReceived(about, DAY, DAY.plusDays(45), page),
                new AwardNotification.AppealDecided(about, DAY, page),
                new AdmissibilityNotification.ProrogationAnswered(about, DAY, page),
                new CaseNotification.Stopped(about, DAY, page),
                new Notification.JurorSummoned(about.certifyingBody(), about.certification(), WHEN, "/sessions/mine"),
                new Notification.JurorRelieved(
                        about.certifyingBody(), about.certification(), WHEN.day(), "/sessions/mine"));
    }

    private static List<Notification> staff(CaseReference about, String page) {
        return List.of(
                new AdmissibilityNotification.LegalDateNear(about, DUE, 0, page),
                new AdmissibilityNotification.LegalDateNear(about, DUE, 1, page),
                new AdmissibilityNotification.LegalDateNear(about, DUE, 15, page),
                new AdmissibilityNotification.DecidedBySilence(about, DUE, page),
                new Notification.TechnicalBlock(
                        about.certifyingBody(), about, "la lettre n’a pas pu être écrite", "/technical-blocks"),
                new Notification.TechnicalBlock(
                        about.certifyingBody(), null, "le moteur ne répond plus", "/technical-blocks"),
                new Notification.MailUndeliverable(about.certifyingBody(), about, page),
                new AwardNotification.ReturnedToJury(about, page),
                new AwardNotification.AppealToExamine(about, DAY.plusDays(45), page),
                new AdmissibilityNotification.DecisionToConfirm(about, page),
                new JuryNotification.JurorLinked(about, WHEN.day(), page));
    }
}
