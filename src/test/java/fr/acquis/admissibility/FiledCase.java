package fr.acquis.admissibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Certifications;
import fr.acquis.certification.SkillBlock;
import fr.acquis.certification.SkillBlockCode;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A case as the tests of every room begin: livret 1 without gaps, filed with its pieces, admitted. */
public class FiledCase {

    public static final Duration SOON = Duration.ofSeconds(45);
    public static final String NUMBER = "RNCP99901";
    public static final LocalDate BORN = LocalDate.of(1985, 3, 14);

    private final ActingAs as;
    private final Journeys journeys;
    private final Livret1s livrets;
    private final Decisions decisions;
    private final Evidences evidences;
    private final Certifications certifications;
    private final Worklist worklist;

    FiledCase(
            ActingAs as,
            Journeys journeys,
            Livret1s livrets,
            Decisions decisions,
            Evidences evidences,
            Certifications certifications,
            Worklist worklist) {
        this.as = as;
        this.journeys = journeys;
        this.livrets = livrets;
        this.decisions = decisions;
        this.evidences = evidences;
        this.certifications = certifications;
        this.worklist = worklist;
    }

    public Certification certification(String number) {
        return certifications.findByNumber(number).orElseThrow();
    }

    public List<SkillBlockCode> codes(String number) {
        return certifications.standard(certification(number).id()).blocks().stream()
                .map(SkillBlock::code)
                .toList();
    }

    public JourneyId draft(SignedIn candidate, String number) {
        return as.call(candidate, () -> journeys.begin(certification(number).id()));
    }

    /** @param target blocs aimed at, none for the whole certification */
    public JourneyId filed(SignedIn candidate, String number, Set<SkillBlockCode> target) {
        JourneyId id = draft(candidate, number);
        as.run(candidate, () -> {
            livrets.write(id, form -> livret1(id, target));
            attach(id, EvidenceKind.IDENTITY_DOCUMENT, "identite.pdf");
            attach(id, EvidenceKind.PAYSLIP, "paie.pdf");
            livrets.submit(id);
        });
        task(id, TaskKind.DECIDE_ADMISSIBILITY);
        return id;
    }

    public JourneyId admitted(SignedIn candidate) {
        return admitted(candidate, NUMBER, Set.of());
    }

    public JourneyId admitted(SignedIn candidate, String number, Set<SkillBlockCode> target) {
        JourneyId id = filed(candidate, number, target);
        as.run(as.seeded(Role.AGENT), () -> decisions.declareAdmissible(id, null));
        return id;
    }

    /** The open task of that kind, once the engine has asked for it. */
    public Task task(JourneyId id, TaskKind kind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(id, kind)).isPresent());
        return worklist.open(id, kind).orElseThrow();
    }

    public EvidenceId attach(JourneyId id, EvidenceKind kind, String name) {
        Journey journey = journeys.find(id).orElseThrow();
        byte[] content = pdf();
        return evidences.attach(
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                name,
                "application/pdf",
                new ByteArrayInputStream(content),
                content.length);
    }

    public Livret1 livret1(JourneyId id, Set<SkillBlockCode> target) {
        Journey journey = journeys.find(id).orElseThrow();
        List<Livret1.BlockActivity> activities = certifications.standard(journey.certification()).blocks().stream()
                .map(SkillBlock::code)
                .filter(code -> target.isEmpty() || target.contains(code))
                .map(code ->
                        new Livret1.BlockActivity(code.value(), Livret1.Practised.YES, "Chaque semaine, en autonomie."))
                .toList();
        return new Livret1(
                new Livret1.Request(
                        Livret1.Nature.INITIAL,
                        target.isEmpty() ? Livret1.Target.WHOLE : Livret1.Target.BLOCKS,
                        target.stream().map(SkillBlockCode::value).collect(Collectors.toSet()),
                        List.of(),
                        null,
                        livrets.portal(journey) ? new Livret1.PortalFiling(LocalDate.of(2026, 1, 5), null) : null),
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

    /** A one-page PDF, different each time. */
    public static byte[] pdf() {
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
