package fr.acquis.devservices.demonstration;

import fr.acquis.admissibility.CompletionRequest;
import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.workflow.Processes;
import fr.acquis.worklist.TaskKind;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first page of livret 1 to the decision on recevabilité. */
final class FilingDeeds {

    private final Acting acting;
    private final Cast cast;
    private final Journeys journeys;
    private final Livret1s livrets;
    private final Decisions decisions;
    private final Evidences evidences;
    private final Certifications certifications;
    private final Processes processes;
    private final TransactionTemplate transaction;

    FilingDeeds(
            Acting acting,
            Cast cast,
            Journeys journeys,
            Livret1s livrets,
            Decisions decisions,
            Evidences evidences,
            Certifications certifications,
            Processes processes,
            TransactionTemplate transaction) {
        this.acting = acting;
        this.cast = cast;
        this.journeys = journeys;
        this.livrets = livrets;
        this.decisions = decisions;
        this.evidences = evidences;
        this.certifications = certifications;
        this.processes = processes;
        this.transaction = transaction;
    }

    /** Opens the draft and fills in its first pages. */
    Deed begins() {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> {
            stage.begun(journeys.begin(certifications
                    .findByNumber(stage.line().certification())
                    .orElseThrow()
                    .id()));
            Livret1 whole = livret1(stage);
            livrets.write(
                    stage.journey(),
                    form -> new Livret1(
                            whole.request(),
                            whole.identity(),
                            whole.contact(),
                            whole.situation(),
                            form.experiences(),
                            form.activities(),
                            form.statement()));
        }));
    }

    Deed files() {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> {
            livrets.write(stage.journey(), form -> livret1(stage));
            attach(stage, EvidenceKind.IDENTITY_DOCUMENT, "justificatif-identite.pdf", List.of(identity(stage)));
            attach(stage, EvidenceKind.PAYSLIP, "bulletin-de-salaire.pdf", List.of(payslip(stage)));
            attach(stage, EvidenceKind.EMPLOYER_ATTESTATION, "attestation-employeur.pdf", List.of(attestation(stage)));
            livrets.submit(stage.journey());
        }));
    }

    Deed admits() {
        return Deed.asked(
                TaskKind.DECIDE_ADMISSIBILITY,
                stage -> acting.run(
                        cast.agent(stage),
                        () -> decisions.declareAdmissible(
                                stage.journey(),
                                "Activités en rapport direct avec les blocs visés, établies par les pièces jointes.")));
    }

    Deed asksForPieces() {
        return Deed.asked(
                TaskKind.DECIDE_ADMISSIBILITY,
                stage -> acting.run(
                        cast.agent(stage),
                        () -> decisions.requestCompletion(
                                stage.journey(),
                                List.of(new CompletionRequest.Piece(
                                        "Certificat de travail de l’emploi précédent",
                                        "Il manque la preuve de la période commencée en 2019.")),
                                acting.now()
                                        .atZone(LegalClock.ZONE)
                                        .toLocalDate()
                                        .plusDays(30))));
    }

    Deed completes() {
        return Deed.asked(
                TaskKind.COMPLETE_LIVRET1,
                stage -> acting.run(stage.candidate(), () -> {
                    attach(
                            stage,
                            EvidenceKind.WORK_CERTIFICATE,
                            "certificat-de-travail.pdf",
                            List.of(certificate(stage)));
                    livrets.complete(stage.journey());
                }));
    }

    Deed refuses() {
        return Deed.asked(
                TaskKind.DECIDE_ADMISSIBILITY,
                stage -> acting.run(
                        cast.agent(stage),
                        () -> decisions.declareNotAdmissible(
                                stage.journey(),
                                null,
                                List.of(
                                        new RefusalReason(
                                                "Rapport direct avec le référentiel",
                                                "Les activités déclarées relèvent de l’accueil ; elles ne touchent que le premier"
                                                        + " bloc visé.",
                                                "Décrire les missions exercées pour les autres blocs, ou viser ce bloc seul.")))));
    }

    /** The legal date is there and nobody decided: the process is told, as the sweep of legal dates does. */
    Deed keepsSilence() {
        return Deed.asked(
                TaskKind.DECIDE_ADMISSIBILITY,
                stage -> transaction.executeWithoutResult(status -> processes.message(
                        stage.journey(), "legal-date-reached", stage.journey().toString(), java.util.Map.of())));
    }

    /** The time for an appeal is over, as the sweep of legal dates finds it. */
    Deed letsTheTimeForAnAppealPass() {
        return Deed.unasked(stage ->
                transaction.executeWithoutResult(status -> journeys.conclude(stage.journey(), Ending.REFUSED)));
    }

    Deed abandons() {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> journeys.abandon(stage.journey())));
    }

    Deed pauses() {
        return Deed.unasked(stage -> acting.run(stage.candidate(), () -> journeys.pause(stage.journey())));
    }

    /** An agent takes what is asked and has not answered yet. */
    Deed takes(TaskKind kind) {
        return Deed.asked(kind, stage -> acting.claim(cast.agent(), stage.journey(), kind));
    }

    EvidenceId attach(Stage stage, EvidenceKind kind, String name, List<List<String>> pages) {
        return attach(stage, kind, name, "application/pdf", Specimens.pdf(pages));
    }

    EvidenceId attach(Stage stage, EvidenceKind kind, String name, String type, byte[] content) {
        Journey journey = acting.journey(stage);
        return evidences.attach(
                journey.id(),
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                name,
                type,
                new ByteArrayInputStream(content),
                content.length);
    }

    private Livret1 livret1(Stage stage) {
        CandidateRole who = stage.line().who();
        Texts texts = Texts.of(stage.line().certification());
        int chance = Math.floorMod(stage.line().name().hashCode(), 1_000);
        return new Livret1(
                new Livret1.Request(
                        Livret1.Nature.INITIAL,
                        Livret1.Target.WHOLE,
                        Set.of(),
                        List.of(),
                        null,
                        livrets.portal(acting.journey(stage))
                                ? new Livret1.PortalFiling(
                                        acting.now().atZone(LegalClock.ZONE).toLocalDate(), null)
                                : null),
                new Livret1.Identity(
                        who.name(),
                        null,
                        who.givenName(),
                        who.born(),
                        "française",
                        who.gender(),
                        4,
                        3 + chance % 2,
                        "Aucune"),
                new Livret1.Contact(
                        (1 + chance % 90) + " rue de l’Exemple",
                        null,
                        who.postalCode(),
                        who.city(),
                        "France",
                        "06 00 00 00 %02d".formatted(chance % 100),
                        who.email()),
                new Livret1.Situation(
                        who.status(),
                        who.status() == Livret1.Status.EMPLOYEE ? "1527" : null,
                        Set.of(Livret1.Goal.OFFICIAL_RECOGNITION, Livret1.Goal.CONFIRM_SKILLS)),
                new Livret1.Experiences(experiences(who, texts, chance)),
                new Livret1.Activities(
                        certifications.standard(acting.journey(stage).certification()).blocks().stream()
                                .map(SkillBlock::code)
                                .map(code -> new Livret1.BlockActivity(
                                        code.value(), Livret1.Practised.YES, texts.practice()))
                                .toList()),
                new Livret1.Statement(true, true, chance % 2 == 0, Livret1.Accompaniment.LATER));
    }

    private static List<Livret1.Experience> experiences(CandidateRole who, Texts texts, int chance) {
        LocalDate start = LocalDate.of(2019, 1 + chance % 12, 2);
        return List.of(
                new Livret1.Experience(
                        role(who, texts),
                        employer(texts, chance),
                        Livret1.Setting.SALARIED,
                        start.plusYears(3),
                        null,
                        BigDecimal.valueOf(texts.weeklyHours()),
                        texts.description()),
                new Livret1.Experience(
                        role(who, texts),
                        employer(texts, chance + 1),
                        Livret1.Setting.SALARIED,
                        start,
                        start.plusYears(2),
                        BigDecimal.valueOf(texts.weeklyHours()),
                        texts.description()));
    }

    private static String role(CandidateRole who, Texts texts) {
        return texts.role().get(who.gender() == Livret1.Gender.WOMAN ? 0 : 1);
    }

    private static String employer(Texts texts, int chance) {
        return texts.employers().get(chance % texts.employers().size());
    }

    private static String name(Stage stage) {
        return stage.line().who().givenName() + " " + stage.line().who().name();
    }

    private static List<String> identity(Stage stage) {
        return List.of(
                "Carte d’identité – spécimen sans valeur",
                "Nom : " + stage.line().who().name().toUpperCase(java.util.Locale.FRENCH),
                "Prénom : " + stage.line().who().givenName(),
                "Document inventé pour la démonstration du logiciel.");
    }

    private static List<String> payslip(Stage stage) {
        Texts texts = Texts.of(stage.line().certification());
        return List.of(
                "Bulletin de salaire – spécimen sans valeur",
                "Employeur : "
                        + employer(texts, Math.floorMod(stage.line().name().hashCode(), 1_000)),
                "Salarié : " + name(stage),
                "Emploi : " + role(stage.line().who(), texts),
                "Période : mois de l’exemple",
                "Heures : %.2f".formatted(texts.weeklyHours() * 52 / 12.0),
                "Salaire brut : 0 000,00 €",
                "Document inventé pour la démonstration du logiciel.");
    }

    private static List<String> attestation(Stage stage) {
        Texts texts = Texts.of(stage.line().certification());
        return List.of(
                "Attestation d’employeur – spécimen sans valeur",
                "Nous attestons que " + name(stage) + " exerce l’emploi de",
                role(stage.line().who(), texts) + " dans notre établissement.",
                "Missions : voir la fiche de poste jointe au dossier.",
                "Fait pour servir et valoir ce que de droit.",
                "Document inventé pour la démonstration du logiciel.");
    }

    private static List<String> certificate(Stage stage) {
        return List.of(
                "Certificat de travail – spécimen sans valeur",
                "Salarié : " + name(stage),
                "Emploi occupé de 2019 à 2021, libre de tout engagement.",
                "Document inventé pour la démonstration du logiciel.");
    }
}
