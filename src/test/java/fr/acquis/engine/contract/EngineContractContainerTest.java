package fr.acquis.engine.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract against Camunda 8.8 as it is shipped. Searches are left out: they need a secondary store. */
@Tag("containers")
@ExtendWith(DockerAnswers.class)
class EngineContractContainerTest {

    @Nested
    class Flow extends FlowContract {}

    @Nested
    class Timers extends TimerContract {}

    @Nested
    class Messages extends MessageContract {}

    @Nested
    class MultiInstance extends MultiInstanceContract {}

    @Nested
    class Jobs extends JobContract {}

    @Nested
    class Deployments extends DeploymentContract {}

    @Nested
    class Decisions extends DecisionContract {}

    @Nested
    class UserTasks extends UserTaskContract {}

    @Nested
    class Instances extends InstanceContract {}

    @Nested
    class Refusals extends RefusalContract {}
}
