package fr.acquis.workflow.engine;

import fr.acquis.workflow.EngineState;
import fr.acquis.workflow.EngineState.Phase;
import fr.acquis.workflow.EpochFinding;
import fr.acquis.workflow.WorkflowSettings;
import fr.acquis.workflow.store.EpochRow;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps looking whether the engine is there. The application starts without waiting for it; when it comes up, or comes
 * back, its epoch is compared, the models are brought to it once, and the workers open.
 */
@Component
class EngineConnection implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);

    /** After the web server in stopping, before the outbox: what the last jobs appended still leaves. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 3000;

    private final CamundaClient client;
    private final EngineState state;
    private final EpochMarker marker;
    private final EpochRow row;
    private final Deployment deployment;
    private final JobWorkers workers;
    private final WorkflowSettings settings;
    private final Optional<UUID> configured;
    private final Semaphore look = new Semaphore(0);
    private volatile @Nullable Thread watch;
    private volatile boolean doubted;
    private boolean deployed;
    private boolean refused;

    EngineConnection(
            CamundaClient client,
            EngineState state,
            EpochMarker marker,
            EpochRow row,
            Deployment deployment,
            JobWorkers workers,
            WorkflowSettings settings,
            @Value("${acquis.epoch:}") String configured) {
        this.client = client;
        this.state = state;
        this.marker = marker;
        this.row = row;
        this.deployment = deployment;
        this.workers = workers;
        this.settings = settings;
        this.configured = configured.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(configured));
        state.whenDoubted(() -> {
            doubted = true;
            look.release();
        });
    }

    @Override
    public void start() {
        // Whatever was known before a stop is asked again: the workers are closed, and it may be another engine.
        doubted = true;
        Thread thread = Thread.ofPlatform().daemon().name("engine-watch").unstarted(this::watch);
        watch = thread;
        thread.start();
    }

    private void watch() {
        while (watch == Thread.currentThread()) {
            try {
                turn();
                look.tryAcquire(settings.probe().toMillis(), TimeUnit.MILLISECONDS);
                look.drainPermits();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failed) {
                log.error("Watching over the engine failed; looked again in {}", settings.probe(), failed);
                pause();
            }
        }
    }

    private void pause() {
        try {
            look.tryAcquire(settings.probe().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        try {
            client.newTopologyRequest()
                    .requestTimeout(settings.requestTimeout())
                    .send()
                    .join();
            // After silence it may be another engine that answers.
            if (!state.ready() || doubted) {
                doubted = false;
                meet();
            }
        } catch (ClientException failed) {
            note(failed);
            if (state.ready() || state.phase() == Phase.READ_ONLY) {
                state.become(Phase.UNREACHABLE);
            }
        }
    }

    /** Silence passes by itself and is shown on every page; a no does neither, and is said once. */
    private void note(ClientException failed) {
        Reply reply = Replies.of(failed);
        if (reply == Reply.UNAVAILABLE || reply == Reply.BUSY) {
            log.debug("the engine does not answer", failed);
        } else if (!refused) {
            refused = true;
            log.error(
                    "The engine answers {}: it cannot be used, asked again every {}", reply, settings.probe(), failed);
        }
    }

    private void meet() {
        switch (compare()) {
            case EpochFinding.Ours ours -> ready(ours.epoch());
            case EpochFinding.Unbound unbound -> {
                UUID epoch = row.bind(unbound.epoch());
                marker.write(epoch);
                ready(epoch);
            }
            case EpochFinding.Foreign foreign -> {
                workers.close();
                state.foreign(foreign.reason());
            }
        }
    }

    private EpochFinding compare() {
        Optional<EpochRow.Binding> binding = row.find();
        return EpochFinding.of(
                configured,
                binding.map(EpochRow.Binding::epoch),
                binding.map(EpochRow.Binding::marked).orElse(false),
                marker.read());
    }

    private void ready(UUID epoch) {
        row.marked(epoch);
        if (!deployed) {
            deployment.deploy();
            deployed = true;
        }
        workers.open(epoch);
        refused = false;
        state.become(Phase.READY);
    }

    @Override
    public void stop() {
        Thread thread = watch;
        watch = null;
        if (thread != null) {
            thread.interrupt();
        }
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
