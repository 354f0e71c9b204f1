package fr.acquis.support;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.award.AcquiredBlock.Source;
import fr.acquis.award.AcquiredBlocks;
import fr.acquis.devservices.ActingAs;
import fr.acquis.identity.SignedIn;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportAgreement.Terms;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import fr.acquis.worklist.Task;
import fr.acquis.worklist.TaskKind;
import io.camunda.client.CamundaClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A case brought to where a test begins: admitted, or going on with blocs missing. */
@TestComponent
public class WalkedCase {

    public static final Duration SOON = FiledCase.SOON;

    private final FiledCase cases;
    private final Journeys journeys;
    private final AcquiredBlocks acquired;
    private final Supports supports;
    private final SupportBodies bodies;
    private final SupportSessions sessions;
    private final ActingAs as;
    private final CamundaClient engine;
    private final TransactionTemplate transaction;

    WalkedCase(
            FiledCase cases,
            Journeys journeys,
            AcquiredBlocks acquired,
            Supports supports,
            SupportBodies bodies,
            SupportSessions sessions,
            ActingAs as,
            CamundaClient engine,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.journeys = journeys;
        this.acquired = acquired;
        this.supports = supports;
        this.bodies = bodies;
        this.sessions = sessions;
        this.as = as;
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
                journey,
                List.of(acquired.missing(journey).getFirst().code()),
                Source.JURY,
                LocalDate.now(LegalClock.ZONE)));
        engine.newCreateInstanceCommand()
                .bpmnProcessId("training-plan")
                .latestVersion()
                .variables(Map.of("journeyId", id.toString(), "attempt", journey.attempt()))
                .send()
                .join();
    }

    /** Admitted, and followed by this adviser, who has planned a first session in thirty hours. */
    public JourneyId supported(SignedIn candidate, SignedIn adviser) {
        JourneyId id = admitted(candidate);
        task(id, TaskKind.CHOOSE_SUPPORT);
        UUID body = bodies.offered(journeys.find(id).orElseThrow().certifyingBody())
                .getFirst()
                .id();
        as.run(candidate, () -> supports.choose(id, Choice.BODY, body));
        task(id, TaskKind.ASSIGN_ADVISER);
        as.run(adviser, () -> sessions.assign(id, adviser.id(), inHours(30), Place.ON_SITE, null));
        return id;
    }

    static Instant inHours(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MINUTES);
    }

    /** An agreement on so many hours. */
    static Terms terms(int hours, long cents, @Nullable String change) {
        return new Terms(
                BigDecimal.valueOf(hours),
                "Choisir les situations de travail et écrire le livret 2.",
                LocalDate.now(LegalClock.ZONE),
                LocalDate.now(LegalClock.ZONE).plusMonths(6),
                cents,
                change,
                null);
    }

    /** A session held three hours ago, with notes for both and notes of the adviser's own. */
    static Report report(String hours, Attendance attendance, @Nullable String overrun) {
        return new Report(
                Instant.now().minus(Duration.ofHours(3)),
                new BigDecimal(hours),
                attendance,
                "Trois estimations relues.",
                "À moi seul.",
                null,
                overrun);
    }

    public Task task(JourneyId id, TaskKind kind) {
        return cases.task(id, kind);
    }
}
