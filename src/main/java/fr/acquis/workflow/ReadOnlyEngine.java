package fr.acquis.workflow;

/** Nothing can be changed now: see {@link EngineState.Phase#READ_ONLY}. */
public class ReadOnlyEngine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReadOnlyEngine() {
        super("the engine and the database do not belong together: read-only", null, false, false);
    }

    /** What the person reads. */
    public String messageKey() {
        return "workflow.engine.READ_ONLY";
    }
}
