package fr.acquis.workflow;

/**
 * An expected "no" that the model catches by its error event. Not for listeners, which cannot throw to the model: there it
 * is a fault.
 */
public class BusinessError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code the error code of the model's event */
    public BusinessError(String code) {
        super("business error " + code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
