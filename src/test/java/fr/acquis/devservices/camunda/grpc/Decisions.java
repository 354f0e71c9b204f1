package fr.acquis.devservices.camunda.grpc;

import fr.acquis.devservices.camunda.Answer;
import fr.acquis.devservices.camunda.Command;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateDecisionResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecision;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionInput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluatedDecisionOutput;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.MatchedDecisionRule;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;

/** A decision on its own, asked and answered. */
final class Decisions {

    private Decisions() {}

    static Command evaluate(EvaluateDecisionRequest request) {
        DecisionEvaluationRecord evaluation = new DecisionEvaluationRecord()
                .setDecisionId(request.getDecisionId())
                .setVariables(Variables.packed(request.getVariables()))
                .setTenantId(Tenants.only(request.getTenantId(), "EvaluateDecision"));
        if (request.getDecisionKey() > 0) {
            evaluation.setDecisionKey(request.getDecisionKey());
        }
        return Command.of(ValueType.DECISION_EVALUATION, DecisionEvaluationIntent.EVALUATE, evaluation);
    }

    static EvaluateDecisionResponse evaluated(Answer answer) {
        DecisionEvaluationRecord evaluation = answer.as(new DecisionEvaluationRecord());
        EvaluateDecisionResponse.Builder response = EvaluateDecisionResponse.newBuilder()
                .setDecisionKey(evaluation.getDecisionKey())
                .setDecisionId(evaluation.getDecisionId())
                .setDecisionName(evaluation.getDecisionName())
                .setDecisionVersion(evaluation.getDecisionVersion())
                .setDecisionRequirementsId(evaluation.getDecisionRequirementsId())
                .setDecisionRequirementsKey(evaluation.getDecisionRequirementsKey())
                .setDecisionOutput(evaluation.getDecisionOutput())
                .setFailedDecisionId(evaluation.getFailedDecisionId())
                .setFailureMessage(evaluation.getEvaluationFailureMessage())
                .setTenantId(evaluation.getTenantId())
                .setDecisionInstanceKey(answer.key())
                .setDecisionEvaluationKey(answer.key());
        int index = 0;
        for (EvaluatedDecisionValue decision : evaluation.getEvaluatedDecisions()) {
            index++;
            response.addEvaluatedDecisions(decision(decision, answer.key() + "-" + index));
        }
        return response.build();
    }

    private static EvaluatedDecision decision(EvaluatedDecisionValue decision, String instanceKey) {
        EvaluatedDecision.Builder told = EvaluatedDecision.newBuilder()
                .setDecisionKey(decision.getDecisionKey())
                .setDecisionId(decision.getDecisionId())
                .setDecisionName(decision.getDecisionName())
                .setDecisionVersion((int) decision.getDecisionVersion())
                .setDecisionType(decision.getDecisionType())
                .setDecisionOutput(decision.getDecisionOutput())
                .setTenantId(decision.getTenantId())
                .setDecisionEvaluationInstanceKey(instanceKey);
        decision.getEvaluatedInputs()
                .forEach(input -> told.addEvaluatedInputs(EvaluatedDecisionInput.newBuilder()
                        .setInputId(input.getInputId())
                        .setInputName(input.getInputName())
                        .setInputValue(input.getInputValue())));
        decision.getMatchedRules().forEach(rule -> told.addMatchedRules(rule(rule)));
        return told.build();
    }

    private static MatchedDecisionRule rule(MatchedRuleValue rule) {
        MatchedDecisionRule.Builder told =
                MatchedDecisionRule.newBuilder().setRuleId(rule.getRuleId()).setRuleIndex(rule.getRuleIndex());
        rule.getEvaluatedOutputs()
                .forEach(output -> told.addEvaluatedOutputs(EvaluatedDecisionOutput.newBuilder()
                        .setOutputId(output.getOutputId())
                        .setOutputName(output.getOutputName())
                        .setOutputValue(output.getOutputValue())));
        return told.build();
    }
}
