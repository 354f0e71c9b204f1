package fr.acquis.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.admissibility.Decisions;
import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1s;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.certification.Certifications;
import fr.acquis.devservices.ActingAs;
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
import io.camunda.client.CamundaClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A case brought to where a test begins: admitted, or going on with blocs missing. */
@TestComponent
public class WalkedCase {

    public static final Duration SOON = Duration.ofSeconds(40);

    private final ActingAs as;
    private final Journeys journeys;
    private final Livret1s livrets;
    private final Decisions decisions;
    private final Evidences evidences;
    private final Certifications certifications;
    private final AcquiredBlocks acquired;
    private final Worklist worklist;
    private final CamundaClient engine;
    private final TransactionTemplate transaction;

    WalkedCase(
            ActingAs as,
            Journeys journeys,
            Livret1s livrets,
            Decisions decisions,
            Evidences evidences,
            Certifications certifications,
            AcquiredBlocks acquired,
            Worklist worklist,
            CamundaClient engine,
            TransactionTemplate transaction) {
        this.as = as;
        this.journeys = journeys;
        this.livrets = livrets;
        this.decisions = decisions;
        this.evidences = evidences;
        this.certifications = certifications;
        this.acquired = acquired;
        this.worklist = worklist;
        this.engine = engine;
        this.transaction = transaction;
    }

    public JourneyId admitted(SignedIn candidate) {
        JourneyId id = as.call(
                candidate,
                () -> journeys.begin(
                        certifications.findByNumber("RNCP99901").orElseThrow().id()));
        as.run(candidate, () -> {
            livrets.write(id, form -> complete(id));
            attach(id, EvidenceKind.IDENTITY_DOCUMENT);
            attach(id, EvidenceKind.PAYSLIP);
            livrets.submit(id);
        });
        task(id, TaskKind.DECIDE_ADMISSIBILITY);
        as.run(as.seeded(Role.AGENT), () -> decisions.declareAdmissible(id, null));
        return id;
    }

    /** One bloc obtained and the others missing: the plan begins, as the journey calls it when its candidate goes on. */
    public void goesOnWithOneBlock(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        transaction.executeWithoutResult(status -> acquired.acquire(
                journey, List.of(acquired.missing(journey).getFirst().code()), Source.JURY, LocalDate.now()));
        engine.newCreateInstanceCommand()
                .bpmnProcessId("training-plan")
                .latestVersion()
                .variables(Map.of("journeyId", id.toString(), "attempt", journey.attempt()))
                .send()
                .join();
    }

    public Task task(JourneyId id, TaskKind kind) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(worklist.open(id, kind)).isPresent());
        return worklist.open(id, kind).orElseThrow();
    }

    private void attach(JourneyId id, EvidenceKind kind) {
        Journey journey = journeys.find(id).orElseThrow();
        byte[] content = pdf();
        evidences.attach(
                id,
                journey.certifyingBody(),
                journey.candidate(),
                kind,
                kind.name().toLowerCase(Locale.ROOT) + ".pdf",
                "application/pdf",
                new ByteArrayInputStream(content),
                content.length);
    }

    private Livret1 complete(JourneyId id) {
        Journey journey = journeys.find(id).orElseThrow();
        List<Livret1.BlockActivity> activities = certifications.standard(journey.certification()).blocks().stream()
                .map(block -> new Livret1.BlockActivity(
                        block.code().value(), Livret1.Practised.YES, "Chaque semaine, en autonomie."))
                .toList();
        return new Livret1(
                new Livret1.Request(Livret1.Nature.INITIAL, Livret1.Target.WHOLE, Set.of(), List.of()),
                new Livret1.Identity(
                        "Exemple", null, "Camille", LocalDate.of(1985, 3, 14), "française", null, 4, 4, "Aucune"),
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
