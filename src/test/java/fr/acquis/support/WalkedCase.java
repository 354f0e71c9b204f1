package fr.acquis.support;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.JourneyId;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A case brought to where a test begins: admitted, or going on with blocs missing. */
@TestComponent
public class WalkedCase {

    public static final Duration SOON = FiledCase.SOON;

    private final FiledCase cases;
    private final Journeys journeys;
    private final AcquiredBlocks acquired;
    private final CamundaClient engine;
    private final TransactionTemplate transaction;

    WalkedCase(
            FiledCase cases,
            Journeys journeys,
            AcquiredBlocks acquired,
            CamundaClient engine,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.journeys = journeys;
        this.acquired = acquired;
        this.engine = engine;
        this.transaction = transaction;
    }

    public JourneyId admitted(SignedIn candidate) {
        return cases.admitted(candidate);
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
        return cases.task(id, kind);
    }
}
