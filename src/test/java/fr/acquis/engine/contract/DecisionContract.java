package fr.acquis.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.EvaluateDecisionResponse;
import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules written as tables. */
abstract class DecisionContract extends Contract {

    private void deployDecision(String dmn) {
        camunda.newDeployResourceCommand()
                .addResourceStringUtf8(dmn, unique("rules") + ".dmn")
                .send()
                .join();
    }

    private String ruleTask(String decision) {
        String id = unique("rule");
        deploy(process(id)
                .startEvent()
                .businessRuleTask(
                        "decide", task -> task.zeebeCalledDecisionId(decision).zeebeResultVariable("result"))
                .serviceTask("after", task -> task.zeebeJobType(id))
                .endEvent()
                .done());
        return id;
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("UNIQUE", "", 12, 1),
                Arguments.of("UNIQUE", "", 7, 2),
                Arguments.of("FIRST", "", 12, 1),
                Arguments.of("ANY", "", 12, 1),
                Arguments.of("RULE ORDER", "", 12, List.of(1, 2)),
                Arguments.of("COLLECT", "", 12, List.of(1, 2)),
                Arguments.of("COLLECT", "", 7, List.of(2)),
                Arguments.of("COLLECT", "SUM", 12, 3),
                Arguments.of("COLLECT", "MIN", 12, 1),
                Arguments.of("COLLECT", "MAX", 12, 2),
                Arguments.of("COLLECT", "COUNT", 12, 2));
    }

    @ParameterizedTest(name = "{0} {1} of {2} points is {3}")
    @MethodSource("shapes")
    void each_hit_policy_gives_its_shape_of_result(String policy, String aggregation, int points, Object expected) {
        String decision = unique("grade");
        deployDecision(Decisions.table(decision, policy, aggregation));
        String id = ruleTask(decision);
        start(id, Map.of("points", points));
        assertThat(take(id).getVariablesAsMap()).containsEntry("result", expected);
    }

    @Test
    void two_outputs_are_an_object_and_collected_a_list_of_objects() {
        String first = unique("first");
        String all = unique("all");
        deployDecision(Decisions.wide(first, "FIRST"));
        deployDecision(Decisions.wide(all, "COLLECT"));
        String firstTask = ruleTask(first);
        String allTask = ruleTask(all);
        start(firstTask, Map.of("points", 16));
        start(allTask, Map.of("points", 16));
        Map<String, Object> pass = Map.of("grade", "pass", "weight", 2);
        assertThat(take(firstTask).getVariablesAsMap()).containsEntry("result", pass);
        assertThat(take(allTask).getVariablesAsMap())
                .containsEntry("result", List.of(pass, Map.of("grade", "merit", "weight", 3)));
    }

    @Test
    void an_expression_is_a_decision_too() {
        String decision = unique("expression");
        deployDecision(Decisions.expression(decision, "points * 2"));
        String id = ruleTask(decision);
        start(id, Map.of("points", 21));
        assertThat(take(id).getVariablesAsMap()).containsEntry("result", 42);
    }

    @Test
    void nothing_that_matches_is_null_and_collected_an_empty_list() {
        String first = unique("first");
        String all = unique("all");
        deployDecision(Decisions.table(first, "FIRST", ""));
        deployDecision(Decisions.table(all, "COLLECT", ""));
        assertThat(evaluate(first, 1).getDecisionOutput()).isEqualTo("null");
        String id = ruleTask(all);
        start(id, Map.of("points", 1));
        // The engine does not keep an empty collection: a COLLECT that collected nothing is null.
        assertThat(take(id).getVariablesAsMap().get("result")).isIn(Arrays.asList(null, List.of()));
    }

    private EvaluateDecisionResponse evaluate(String decision, int points) {
        return camunda.newEvaluateDecisionCommand()
                .decisionId(decision)
                .variables(Map.of("points", points))
                .send()
                .join();
    }

    @Test
    void an_evaluation_tells_which_rules_matched_and_why() {
        String decision = unique("told");
        deployDecision(Decisions.table(decision, "RULE ORDER", ""));
        EvaluateDecisionResponse told = evaluate(decision, 12);
        assertThat(told.getDecisionId()).isEqualTo(decision);
        assertThat(told.getDecisionOutput()).isEqualTo("[1,2]");
        assertThat(told.getTenantId()).isEqualTo("<default>");
        assertThat(told.getEvaluatedDecisions()).singleElement().satisfies(evaluated -> {
            assertThat(evaluated.getEvaluatedInputs())
                    .singleElement()
                    .satisfies(input -> assertThat(input.getInputValue()).isEqualTo("12"));
            assertThat(evaluated.getMatchedRules()).hasSize(2);
        });
    }

    @Test
    void two_rules_where_one_may_match_are_a_failure_that_is_told() {
        String decision = unique("ambiguous");
        deployDecision(Decisions.table(decision, "UNIQUE", "").replace("&lt; 10", "&gt;= 5"));
        EvaluateDecisionResponse told = evaluate(decision, 12);
        assertThat(told.getFailedDecisionId()).isEqualTo(decision);
        assertThat(told.getFailureMessage()).contains("UNIQUE");
    }

    @Test
    void an_unknown_decision_is_refused() {
        refused(
                Status.Code.NOT_FOUND,
                () -> evaluate(unique("unknown"), 1),
                "Command 'EVALUATE' rejected",
                "no decision found");
    }
}
