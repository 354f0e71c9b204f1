package fr.acquis.engine.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Containers need a Docker engine; where none answers, the tests say that they did not run and why. */
public final class DockerAnswers implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled("A Docker engine answers")
                : ConditionEvaluationResult.disabled("No Docker engine answers here: start one, or give a Camunda"
                        + " cluster by -Dcamunda.contract.grpc=… -Dcamunda.contract.rest=… -Dgroups=engine");
    }
}
