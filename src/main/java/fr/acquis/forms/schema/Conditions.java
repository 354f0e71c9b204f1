package fr.acquis.forms.schema;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/** Conditions of a form, in the engine's own expression language. */
final class Conditions {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private Conditions() {}

    /** @throws IllegalStateException when the expression cannot be read: the form is wrong, not the answer */
    static boolean hold(@Nullable String expression, Map<String, Object> facts) {
        return expression != null && Boolean.TRUE.equals(value(expression, facts));
    }

    static @Nullable Object value(String expression, Map<String, Object> facts) {
        EvaluationResult result = FEEL.evaluateExpression(expression, new HashMap<>(facts));
        if (!result.isSuccess()) {
            throw new IllegalStateException("a form's expression cannot be evaluated: " + expression + ": "
                    + result.failure().message());
        }
        return result.result();
    }
}
