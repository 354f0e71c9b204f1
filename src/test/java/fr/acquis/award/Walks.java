package fr.acquis.award;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.admissibility.RefusalReason;
import fr.acquis.award.JobsOfOtherRooms.JuryOfOtherRooms;
import fr.acquis.certification.CertificationId;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Candidates walked by the real rooms to where the award begins. */
class Walks {

    static final LocalDate BORN = LocalDate.of(1985, 3, 14);

    private static final Duration SOON = Duration.ofSeconds(40);

    private final ActingAs as;
    private final Journeys journeys;
    private final Livret1s livrets;
    private final Decisions decisions;
    private final Evidences evidences;
    private final Certifications certifications;
    private final Worklist worklist;
    private final JuryOfOtherRooms jury;

    Walks(
            ActingAs as,
            Journeys journeys,
            Livret1s livrets,
            Decisions decisions,
            Evidences evidences,
            Certifications certifications,
            Worklist worklist,
            JuryOfOtherRooms jury) {
        this.as = as;
        this.journeys = journeys;
        this.livrets = livrets;
        this.decisions = decisions;
        this.evidences = evidences;
        this.certifications = certifications;
        this.worklist = worklist;
        this.jury = jury;
    }

    static void await(Callable<Boolean> fact) {
        org.awaitility.Awaitility.await().atMost(SOON).until(fact);
    }

    static SignedIn candidate(PersonId id) {
        return new SignedIn(id, "Camille Exemple", Set.of(Role.CANDIDATE), null, null);
    }

    CertificationId certification() {
        return certifications.findByNumber("RNCP99901").orElseThrow().id();
    }

    List<SkillBlockCode> blocks() {
        return certifications.standard(certification()).blocks().stream()
                .map(SkillBlock::code)
                .toList();
    }

    /** @param target blocs aimed at, none for the whole certification */
    JourneyId filed(SignedIn candidate, List<SkillBlockCode> target) {
        JourneyId id = as.call(candidate, () -> journeys.begin(certification()));
        as.run(candidate, () -> {
            livrets.write(id, form -> complete(target));
            attach(id, EvidenceKind.IDENTITY_DOCUMENT);
            attach(id, EvidenceKind.PAYSLIP);
            livrets.submit(id);
        });
        task(id, TaskKind.DECIDE_ADMISSIBILITY);
        return id;
    }

    JourneyId refused(SignedIn candidate, SignedIn by) {
        JourneyId id = filed(candidate, List.of());
        as.run(
                by,
                () -> decisions.declareNotAdmissible(
                        id,
                        null,
                        List.of(new RefusalReason("Rapport direct", "Aucune estimation.", "Une immersion."))));
        return id;
    }

    /** The jury's first result is told. */
    JourneyId judged(SignedIn candidate, List<SkillBlockCode> target, String outcome, List<SkillBlockCode> obtained) {
        JourneyId id = filed(candidate, target);
        as.run(as.seeded(Role.AGENT), () -> decisions.declareAdmissible(id, null));
        jury.fileIsComplete(id);
        jury.judges(id, outcome, obtained);
        return id;
    }

    void task(JourneyId id, TaskKind kind) {
        await(() -> worklist.open(id, kind).isPresent());
    }

    Journey journey(JourneyId id) {
        return journeys.find(id).orElseThrow();
    }

    private void attach(JourneyId id, EvidenceKind kind) {
        Journey journey = journey(id);
        byte[] content = pdf();
        evidences.attach(
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                "piece.pdf",
                "application/pdf",
                new ByteArrayInputStream(content),
                content.length);
    }

    private Livret1 complete(List<SkillBlockCode> target) {
        List<Livret1.BlockActivity> activities = blocks().stream()
                .filter(code -> target.isEmpty() || target.contains(code))
                .map(code ->
                        new Livret1.BlockActivity(code.value(), Livret1.Practised.YES, "Chaque semaine, en autonomie."))
                .toList();
        Set<String> codes =
                new LinkedHashSet<>(target.stream().map(SkillBlockCode::value).toList());
        return new Livret1(
                new Livret1.Request(
                        Livret1.Nature.INITIAL,
                        target.isEmpty() ? Livret1.Target.WHOLE : Livret1.Target.BLOCKS,
                        codes,
                        List.of()),
                new Livret1.Identity("Exemple", "Modèle", "Camille Jeanne", BORN, "française", null, 4, 4, "Aucune"),
                new Livret1.Contact(
                        "1 rue de l’Exemple", null, "75011", "Paris", "France", "06 12 34 56 78", "c@acquis.example"),
                new Livret1.Situation(
                        Livret1.Status.EMPLOYEE, "1527", Set.of(Livret1.Goal.BETTER_PAY, Livret1.Goal.CONFIRM_SKILLS)),
                new Livret1.Experiences(List.of(new Livret1.Experience(
                        "Négociatrice",
                        "Agence de l’Exemple",
                        Livret1.Setting.SALARIED,
                        LocalDate.of(2018, 1, 8),
                        null,
                        BigDecimal.valueOf(35),
                        "Prospection, estimations, visites."))),
                new Livret1.Activities(activities),
                new Livret1.Statement(true, true, false, Livret1.Accompaniment.LATER));
    }

    private static byte[] pdf() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(UUID.randomUUID().toString());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
