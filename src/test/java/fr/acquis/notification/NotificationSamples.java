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
                new Notification.Livret1Received(
                        about, DAY, DUE, "votre demande est réputée recevable, c’est-à-dire acceptée", page),
                new Notification.CompletionRequested(
                        about,
                        List.of("Contrat de travail ou certificat de travail", "Bulletins de salaire"),
                        DAY.plusDays(30),
                        page),
                new Notification.PortalFilingRecorded(about, DAY, DUE, page),
                new Notification.Admitted(about, DAY, DAY.plusYears(3), page),
                new Notification.NotAdmitted(about, DAY, page),
                new Notification.TacitlyAdmitted(about, DUE, DAY.plusYears(3), page),
                new Notification.Abandoned(about, DAY, page),
                new Notification.Closed(about, DAY, page));
    }

    private static List<Notification> supportNews(CaseReference about, String page) {
        return Arrays.stream(Notification.SupportNews.What.values())
                .<Notification>map(what -> new Notification.SupportNews(
                        about, what, what.name().startsWith("SESSION") ? WHEN : null, page))
                .toList();
    }

    private static List<Notification> livret2AndSupport(CaseReference about, String page) {
        return List.of(
                new Notification.Livret2Deposited(about, DAY, DUE, JURY, page),
                new Notification.Livret2ReviewAsked(about, DAY.plusDays(21), page),
                new Notification.Livret2Reviewed(about, page),
                new Notification.Livret2Problem(about, DAY.plusDays(15), page),
                new Notification.SupportSessionPlanned(about, WHEN, false, page),
                new Notification.SupportSessionPlanned(about, WHEN, true, page),
                new Notification.SupportEnded(about, DAY, page),
                new Notification.MessageWaiting(about, false, page + "/messages"),
                new Notification.MessageWaiting(about, true, page + "/notes"),
                new Notification.Followed(about, Moment.DECIDED, page),
                new Notification.Transferred(about, Notification.Transferred.Part.CANDIDATE, "Noa Démo", page),
                new Notification.Transferred(about, Notification.Transferred.Part.FORMER, "Noa Démo", "/support"),
                new Notification.Transferred(about, Notification.Transferred.Part.NEW, "Noa Démo", page),
                new Notification.TransferAsked(about, page),
                new Notification.TransferDeclined(about, page),
                new Notification.DailyDigest(
                        about.certifyingBody(),
                        List.of("Un message vous attend dans le dossier VAE-2026-000123."),
                        "/notices"),
                new Notification.Reminded(about, DAY, page),
                new Notification.DocumentAsked(about, "Votre dernier bulletin de salaire", page),
                new Notification.PlanProposed(about, DAY.plusDays(15), page),
                new Notification.PlanDone(about, DAY, page));
    }

    private static List<Notification> juryAndAward(CaseReference about, String page) {
        return List.of(
                new Notification.HearingSummoned(about, WHEN, page),
                new Notification.HearingMoved(about, WHEN.day(), page),
                new Notification.JuryResult(about, WHEN.day(), page),
                new Notification.AttestationIssued(about, 2, page),
                new Notification.CertificateIssued(about, DAY, page),
                new Notification.DeliveryPutOff(about, page),
                new Notification.AppealReceived(about, DAY, DAY.plusDays(45), page),
                new Notification.AppealDecided(about, DAY, page),
                new Notification.ProrogationAnswered(about, DAY, page),
                new Notification.Stopped(about, DAY, page),
                new Notification.JurorSummoned(about.certifyingBody(), about.certification(), WHEN, "/sessions/mine"),
                new Notification.JurorRelieved(
                        about.certifyingBody(), about.certification(), WHEN.day(), "/sessions/mine"));
    }

    private static List<Notification> staff(CaseReference about, String page) {
        return List.of(
                new Notification.LegalDateNear(about, DUE, 0, page),
                new Notification.LegalDateNear(about, DUE, 1, page),
                new Notification.LegalDateNear(about, DUE, 15, page),
                new Notification.DecidedBySilence(about, DUE, page),
                new Notification.TechnicalBlock(
                        about.certifyingBody(), about, "la lettre n’a pas pu être écrite", "/technical-blocks"),
                new Notification.TechnicalBlock(
                        about.certifyingBody(), null, "le moteur ne répond plus", "/technical-blocks"),
                new Notification.MailUndeliverable(about.certifyingBody(), about, page),
                new Notification.ReturnedToJury(about, page),
                new Notification.AppealToExamine(about, DAY.plusDays(45), page),
                new Notification.DecisionToConfirm(about, page),
                new Notification.JurorLinked(about, WHEN.day(), page));
    }
}
