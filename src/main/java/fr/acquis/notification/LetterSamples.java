package fr.acquis.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A letter of each kind as a case would send it, invented: whole sentences, titles and reasons of their real length. What a
 * certifying body looks at before it changes its letters, and what the tests look at.
 */
public final class LetterSamples {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final boolean french;

    private LetterSamples(Locale language) {
        french = language.getLanguage().equals("fr");
    }

    public static List<Letter> in(Locale language) {
        LetterSamples samples = new LetterSamples(language);
        return List.of(
                samples.receipt(),
                samples.completion(),
                samples.admissible(),
                samples.notAdmissible(),
                samples.tacit(),
                samples.employerAttestation(),
                samples.leaveRequest(),
                samples.abandonment(),
                samples.closing(),
                samples.livret2Receipt(),
                samples.stopped(),
                samples.appealDecision(),
                samples.summons(),
                samples.juryResult(),
                samples.wholeCertification());
    }

    private Letter receipt() {
        return new Letter.Receipt(
                DAY,
                decision(),
                say(
                        "votre demande est réputée recevable, c’est-à-dire acceptée",
                        "your request is deemed admissible, which means accepted"));
    }

    private Letter completion() {
        return new Letter.CompletionRequest(
                DAY,
                List.of(
                        new Letter.MissingPiece(
                                say("Contrat de travail ou certificat de travail", "Employment contract"),
                                say(
                                        "il indique l’emploi occupé et les dates, pour l’agence de Montreuil",
                                        "showing the job held and its dates, for the Montreuil agency")),
                        new Letter.MissingPiece(
                                say("Bulletins de salaire de décembre 2023 à mars 2024", "Payslips, December 2023 on"),
                                null),
                        new Letter.MissingPiece(
                                say("Attestation d’activité bénévole", "Statement of volunteer work"),
                                say(
                                        "signée par deux personnes ayant pouvoir ou délégation de signature",
                                        "signed by two people entitled to sign for the association"))),
                DAY.plusDays(30),
                decision(),
                say(
                        "Cette date sera recalculée : le délai de deux mois courra à compter de la réception de tous les compléments demandés.",
                        "This date will be set again: the period of two months will run from receipt of all the additional documents requested."));
    }

    private Letter admissible() {
        return new Letter.Admissible(
                DAY,
                blocks().subList(0, 3),
                validity(),
                say(
                        "Votre expérience en estimation est solide ; pensez à décrire aussi le suivi administratif des ventes.",
                        "Your experience of valuation is solid; remember to describe the paperwork of sales too."),
                next());
    }

    private Letter notAdmissible() {
        return new Letter.NotAdmissible(DAY, reasons(), appeal(DAY.plusMonths(2), null));
    }

    private Letter tacit() {
        return new Letter.TacitDecision(LocalDate.of(2026, 9, 22), passed(), validity(), next());
    }

    private Letter employerAttestation() {
        return new Letter.EmployerAttestation(DAY, false, blocks().subList(0, 2), validity());
    }

    private Letter leaveRequest() {
        return new Letter.LeaveRequest(
                say("Agence de l’Exemple", "Agency of the Example"),
                DAY.plusDays(45),
                48,
                blocks().subList(0, 2),
                List.of(
                        say(
                                "La demande est adressée au moins 30 jours avant le début des actions (code du travail, article R6422-3).",
                                "The request is made at least 30 days before the actions begin (labour code, article R6422-3)."),
                        say(
                                "L’employeur répond par écrit dans un délai de 15 jours ; sans réponse, l’autorisation est accordée (code du travail, article R6422-4).",
                                "The employer answers in writing within 15 days; without an answer, leave is granted (labour code, article R6422-4).")));
    }

    private Letter abandonment() {
        return new Letter.Abandonment(
                DAY,
                blocks().subList(0, 1),
                List.of(
                        say(
                                "Vous pouvez déposer une nouvelle demande à tout moment.",
                                "You may file again at any time."),
                        say(
                                "Vos pièces restent accessibles dans votre espace pendant la durée de conservation prévue.",
                                "Your documents stay in your online space for as long as they are kept.")));
    }

    private Letter closing() {
        return new Letter.Closing(DAY, reasons().subList(0, 1), blocks().subList(0, 2), appeal(null, null));
    }

    private Letter livret2Receipt() {
        return new LaterLetter.Livret2Receipt(
                DAY,
                say("14:32 (heure de Paris)", "14:32 (Paris time)"),
                "2026-11-23T14:32:07+01:00",
                1,
                2,
                blocks(),
                IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> new LaterLetter.DepositedPiece(
                                number,
                                number % 2 == 0
                                        ? say("Production professionnelle", "Work produced")
                                        : say("Attestation d’employeur", "Employer’s statement"),
                                20 + 3 * number,
                                "3b7f90ac21de4485".repeat(4)))
                        .toList(),
                64,
                "c0ffee1290ab77de".repeat(4),
                IntStream.rangeClosed(0, 9)
                        .mapToObj(number -> "3b7f90ac21de4485".repeat(4) + "  "
                                + (number == 0 ? "contenu.json" : "piece-%03d".formatted(number)))
                        .toList(),
                "5ea1ed1290ab77de".repeat(4),
                2,
                new LegalDate(
                        DAY.plusDays(10),
                        say("10 jours à compter du dépôt", "10 days from submission"),
                        say("règlement de la certification, article 9", "rules of the certification, article 9")),
                new LegalDate(
                        LocalDate.of(2027, 2, 28),
                        say(
                                "avant la fin du troisième mois qui suit le dépôt",
                                "before the end of the third month after submission"),
                        say("article R. 6412-5 du code du travail", "article R. 6412-5 of the Labour Code")));
    }

    private Letter stopped() {
        return new LaterLetter.Stopped(
                DAY,
                blocks().subList(0, 2),
                List.of(
                        say(
                                "Vous pourrez déposer plus tard une nouvelle demande pour les blocs qui manquent : ceux que vous avez n’auront pas à être repassés.",
                                "You may later file a new request for the missing blocks: those you hold will not be examined again."),
                        say(
                                "Vos attestations et vos blocs restent dans votre espace, rubrique « Mes résultats ».",
                                "Your attestations and your blocks remain in your online space, under “My results”.")));
    }

    private Letter appealDecision() {
        return new LaterLetter.AppealDecision(
                DAY.minusDays(20),
                DAY,
                say("le résultat du jury", "the jury’s result"),
                say(
                        "Votre recours est rejeté. La décision contestée reste en vigueur et votre dossier se termine ; les blocs de compétences déjà obtenus vous restent acquis.",
                        "Your appeal is dismissed. The decision stands and your case ends; the blocks of skills you already hold remain yours."),
                say(
                        "Vous indiquez qu’un membre du jury connaissait votre employeur. La déclaration signée le jour de la session et les échanges produits ne montrent aucun lien avec vous, et la composition du jury respectait la parité des collèges. La convocation vous a été adressée dix-huit jours avant la session, soit plus que le délai prévu.",
                        "You say that a member of the jury knew your employer. The statement signed on the day and the messages produced show no link to you, and the panel had as many employers as employees. The summons was sent eighteen days before the session, which is more than the rules ask for."),
                blocks().subList(0, 2),
                Appeal.toTheCourt());
    }

    private Letter summons() {
        return new LaterLetter.Summons(
                new Appointment(
                        Instant.parse("2027-01-21T08:30:00Z"), Instant.parse("2027-01-21T09:30:00Z"), "Salle 3"),
                say("12 rue de l’Exemple, 75011 Paris, salle 3", "12 rue de l’Exemple, 75011 Paris, room 3"),
                "https://visio.exemple.fr/jury/2027-01-21",
                List.of(
                        say("Une pièce d’identité en cours de validité", "A valid identity document"),
                        say("Votre dossier de validation (livret 2)", "Your validation file (livret 2)")));
    }

    private Letter juryResult() {
        List<String> blocks = blocks();
        return new LaterLetter.JuryResult(
                DAY.minusDays(9),
                say("Une partie des blocs est obtenue.", "Some of the blocks are obtained."),
                List.of(
                        new LaterLetter.JuryResult.Block(blocks.get(0), true, null),
                        new LaterLetter.JuryResult.Block(blocks.get(1), true, null),
                        new LaterLetter.JuryResult.Block(
                                blocks.get(2),
                                false,
                                say(
                                        "Les situations décrites ne montrent pas encore l’autonomie attendue dans la conduite de la négociation : les deux ventes présentées ont été conclues par une autre personne. Le jury conseille de mener au moins trois négociations de bout en bout.",
                                        "The situations described do not yet show the autonomy expected in leading a negotiation: both sales presented were closed by somebody else. The jury advises leading at least three negotiations from end to end."))),
                blocks.subList(3, 4),
                null,
                List.of(
                        say(
                                "Une attestation des blocs obtenus est déposée dans votre espace.",
                                "An attestation of the blocks obtained is put in your online space."),
                        say(
                                "Dans votre espace, vous choisissez de continuer ou de vous arrêter là.",
                                "In your online space you choose to go on or to stop here."),
                        say(
                                "Si vous continuez, nous préparons avec vous un plan (formation, expérience ou stage), et seuls les blocs manquants sont présentés de nouveau.",
                                "If you go on, we prepare a plan with you (training, experience or placement), and only the missing blocks are presented again.")),
                appeal(
                        DAY.plusMonths(2),
                        say(
                                "Ce nouvel examen porte sur la procédure. S’il montre une irrégularité, un nouveau jury se réunit ; aucun bloc obtenu n’est remis en cause. Dans votre espace, demandez-le avant de choisir la suite de votre parcours.",
                                "This new examination looks at the procedure. If it finds an irregularity, a new jury meets; no block you obtained is called into question.")));
    }

    private Letter wholeCertification() {
        List<String> blocks = blocks();
        return new LaterLetter.JuryResult(
                DAY.minusDays(9),
                say("Tous les blocs de la certification sont acquis.", "All blocks of the certification are held."),
                blocks.stream()
                        .map(block -> new LaterLetter.JuryResult.Block(block, true, null))
                        .toList(),
                List.of(),
                new LegalDate(
                        DAY.plusMonths(2),
                        say(
                                "délai prévu pour la CPNE, qui constate le résultat du jury et délivre le certificat",
                                "time allowed for the CPNE, which records the jury’s result and delivers the certificate"),
                        say(
                                "accord de branche du 12 mars 2021, article 7",
                                "branch agreement of 12 March 2021, article 7")),
                List.of(
                        say(
                                "La commission paritaire nationale de l’emploi (CPNE) de la branche délivre votre certificat.",
                                "The joint national employment committee (CPNE) of the branch delivers your certificate."),
                        say(
                                "Votre certificat est ensuite à télécharger dans votre espace ; celui d’une certification du répertoire national est aussi inscrit dans votre passeport de compétences.",
                                "You can then download your certificate from your online space; one for a nationally registered certification is also entered in your skills passport.")),
                null);
    }

    private List<Letter.Reason> reasons() {
        return List.of(
                new Letter.Reason(
                        say("Rapport direct avec la certification", "Direct relation to the certification"),
                        say(
                                "Les activités déclarées portent sur l’accueil et la gestion locative. Deux des cinq activités du référentiel s’y retrouvent en partie ; la prospection, l’estimation d’un bien et la négociation de la vente n’y figurent pas.",
                                "The activities declared are reception and rental management. Two of the five activities of the standard are partly there; prospecting, valuing a property and negotiating its sale are not."),
                        say(
                                "Faites-vous confier des visites et des estimations, seul·e ou en binôme, et gardez-en des traces datées (mandats, avis de valeur, comptes rendus).",
                                "Ask to lead viewings and valuations, alone or in a pair, and keep dated traces of them (mandates, valuations, reports)."),
                        List.of()),
                new Letter.Reason(
                        say("Justificatifs de l’expérience", "Proof of experience"),
                        say(
                                "L’attestation de l’agence de Montreuil n’est ni datée ni signée, et aucun bulletin de salaire ne la complète.",
                                "The Montreuil agency’s statement is neither dated nor signed, and no payslip completes it."),
                        say(
                                "Demandez un certificat de travail à votre ancien employeur : il vous le doit.",
                                "Ask your former employer for a work certificate: it is owed to you."),
                        List.of(
                                say(
                                        "déposer une demande pour certains blocs seulement",
                                        "file a request for some blocks only"),
                                say(
                                        "rencontrer un conseiller en évolution professionnelle (gratuit)",
                                        "see a careers adviser (free)"))));
    }

    private List<String> next() {
        return List.of(
                say(
                        "Vous pouvez être accompagné·e pour la suite ; c’est votre choix.",
                        "You may be supported in what follows; the choice is yours."),
                say(
                        "Vous décrirez ensuite vos activités dans le dossier de validation (livret 2), examiné par un jury.",
                        "You then describe your activities in the validation file (livret 2), which a jury examines."));
    }

    private List<String> blocks() {
        return List.of(
                "RNCP37268BC01 – Prospecter et développer un portefeuille de biens et de clients sur un secteur géographique donné",
                "RNCP37268BC02 – Estimer un bien immobilier et conseiller son propriétaire sur les conditions de la vente",
                "RNCP37268BC03 – Conduire les visites et négocier la transaction jusqu’à l’accord des parties",
                "RNCP37268BC04 – Assurer le suivi administratif et juridique d’une vente jusqu’à l’acte authentique");
    }

    private Appeal appeal(LocalDate onlineUntil, String scope) {
        return new Appeal(
                Period.ofMonths(2),
                say("règlement de la certification, article 14", "rules of the certification, article 14"),
                onlineUntil,
                scope);
    }

    private LegalDate decision() {
        return new LegalDate(LocalDate.of(2027, 1, 23), delay(), law());
    }

    private LegalDate passed() {
        return new LegalDate(LocalDate.of(2026, 11, 22), delay(), law());
    }

    private LegalDate validity() {
        return new LegalDate(
                LocalDate.of(2029, 11, 23),
                say("3 ans à compter de la décision", "3 years from the decision"),
                say("règlement de la certification, article 6", "rules of the certification, article 6"));
    }

    private String delay() {
        return say("deux mois à compter de la réception de la demande", "two months from receipt of the request");
    }

    private String law() {
        return say("article L. 6412-2 du code du travail", "article L. 6412-2 of the Labour Code");
    }

    private String say(String inFrench, String inEnglish) {
        return french ? inFrench : inEnglish;
    }
}
