package fr.acquis.models;

import fr.acquis.devservices.camunda.DevEngine;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real engine with the real models, and workers that answer what the walk at hand tells them to. Every job type the
 * models know has its worker.
 */
final class WalkedEngine implements AutoCloseable {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Path dataFolder;
    private final DevEngine engine;
    private final CamundaClient client;
    private final Map<String, Walk> walks = new ConcurrentHashMap<>();

    WalkedEngine(Path dataFolder) {
        this.dataFolder = dataFolder;
        this.engine = DevEngine.start(DevEngine.Settings.in(dataFolder));
        this.client = CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .restAddress(engine.restAddress())
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(2)
                .build();
        deploy();
        jobTypes().forEach(this::work);
    }

    /** The whole set in one command, as the application does. */
    private void deploy() {
        DeployResourceCommandStep1 command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 filled = null;
        for (Path file : ModelFiles.deployed()) {
            filled = (filled == null ? command : filled).addResourceFile(file.toString());
        }
        filled.send().join();
    }

    private static TreeSet<String> jobTypes() {
        TreeSet<String> types = new TreeSet<>();
        ModelFiles.processes().values().forEach(model -> {
            model.getModelElementsByType(ZeebeTaskDefinition.class).forEach(task -> types.add(task.getType()));
            model.getModelElementsByType(ZeebeTaskListener.class).forEach(listener -> types.add(listener.getType()));
        });
        return types;
    }

    private void work(String jobType) {
        client.newWorker()
                .jobType(jobType)
                .handler(this::answer)
                .timeout(Duration.ofDays(3650))
                .streamEnabled(true)
                .open();
    }

    private void answer(JobClient jobs, ActivatedJob job) {
        Walk walk = walks.get((String) job.getVariable("journeyId"));
        jobs.newCompleteCommand(job).variables(walk.answerTo(job)).send().join();
    }

    /** A journey of its own, not begun yet. */
    Walk walk() {
        Walk walk = new Walk(this);
        walks.put(walk.journeyId(), walk);
        return walk;
    }

    CamundaClient client() {
        return client;
    }

    EngineRecords records() {
        return EngineRecords.in(dataFolder);
    }

    /** An instant from now, as the application writes it: absolute, with the offset of Paris. */
    String in(Duration duration) {
        return OffsetDateTime.ofInstant(engine.now().plus(duration).truncatedTo(ChronoUnit.SECONDS), PARIS)
                .toString();
    }

    Instant now() {
        return engine.now();
    }

    void advance(Duration duration) {
        engine.advance(duration);
    }

    @Override
    public void close() {
        client.close();
        engine.close();
    }
}
