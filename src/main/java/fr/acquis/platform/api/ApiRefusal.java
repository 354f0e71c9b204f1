package fr.acquis.platform.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A "no" of the API itself, or one that says more than a rule's sentence: which fields, who holds it. */
public class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final transient Object[] arguments;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> facts;

    /**
     * @param key of the sentence, and the problem's code
     * @param facts members of the problem document besides the standard ones
     */
    public ApiRefusal(
            HttpStatus status, String key, Object[] arguments, List<FieldProblem> errors, Map<String, Object> facts) {
        super(status + " " + key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
        this.errors = List.copyOf(errors);
        this.facts = Map.copyOf(facts);
    }

    public static ApiRefusal notFound(String key) {
        return new ApiRefusal(HttpStatus.NOT_FOUND, key, new Object[0], List.of(), Map.of());
    }

    public static ApiRefusal conflict(String key, Object... arguments) {
        return new ApiRefusal(HttpStatus.CONFLICT, key, arguments, List.of(), Map.of());
    }

    public static ApiRefusal invalid(String key, List<FieldProblem> errors) {
        return new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, key, new Object[0], errors, Map.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
