package fr.acquis.shared;

import java.util.Arrays;

/**
 * An expected "no": the rule that says it, as a message key with its arguments. Nothing was changed. Pages and the API show
 * it in the reader's words with {@link #kind()}'s status.
 */
public class BusinessRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of "no", and so which HTTP status: 422, 409, 404, 403. */
    public enum Kind {
        INVALID,
        CONFLICT,
        NOT_FOUND,
        FORBIDDEN
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] arguments;

    public BusinessRefusal(Kind kind, String key, Object... arguments) {
        super(kind + " " + key);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments;
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments == null ? new Object[0] : Arrays.copyOf(arguments, arguments.length);
    }
}
