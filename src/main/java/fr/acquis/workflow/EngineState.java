package fr.acquis.workflow;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How this replica stands with the engine. */
@Component
public class EngineState {

    private static final Logger log = LoggerFactory.getLogger(EngineState.class);

    /** The states, each with its words under {@code workflow.engine.<name>}. */
    public enum Phase {
        /** Not reached yet since the start. Reads work; what is done is kept and sent later. */
        CONNECTING,
        /** Commands go out, jobs come in. */
        READY,
        /** Was reached and does not answer. Reads work; what is done is kept and sent later. */
        UNREACHABLE,
        /** The engine and this database do not belong together: nothing may be changed. */
        READ_ONLY
    }

    private record Standing(Phase phase, Optional<EpochFinding.Reason> reason) {}

    private final AtomicReference<Standing> standing =
            new AtomicReference<>(new Standing(Phase.CONNECTING, Optional.empty()));
    private final CopyOnWriteArrayList<Runnable> whenReady = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> whenDoubted = new CopyOnWriteArrayList<>();

    public Phase phase() {
        return standing.get().phase();
    }

    public boolean ready() {
        return phase() == Phase.READY;
    }

    public boolean readOnly() {
        return phase() == Phase.READ_ONLY;
    }

    /** Why nothing may be changed; empty when it may. */
    public Optional<EpochFinding.Reason> foreign() {
        return standing.get().reason();
    }

    /** Runs each time the engine becomes ready. */
    public void whenReady(Runnable action) {
        whenReady.add(action);
    }

    /** Runs when someone got no answer from the engine. */
    public void whenDoubted(Runnable action) {
        whenDoubted.add(action);
    }

    /** A call got no answer: the connection should look before its next turn. */
    public void doubt() {
        whenDoubted.forEach(Runnable::run);
    }

    /** Only the connection knows. */
    public void become(Phase next) {
        if (standing.getAndSet(new Standing(next, Optional.empty())).phase() == next) {
            return;
        }
        switch (next) {
            case READY -> log.info("The engine is ready");
            case CONNECTING -> log.info("Looking for the engine");
            case UNREACHABLE -> log.warn("The engine does not answer: reads go on, commands are kept until it is back");
            case READ_ONLY -> throw new IllegalArgumentException("say why: foreign(reason)");
        }
        if (next == Phase.READY) {
            whenReady.forEach(Runnable::run);
        }
    }

    /** Only the connection knows. */
    public void foreign(EpochFinding.Reason reason) {
        if (standing.getAndSet(new Standing(Phase.READ_ONLY, Optional.of(reason)))
                        .phase()
                != Phase.READ_ONLY) {
            log.error(
                    "The engine and the database do not belong together ({}): nothing can be changed until a person"
                            + " chose what to do on the page of technical blocks",
                    reason);
        }
    }
}
