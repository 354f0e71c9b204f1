package fr.acquis.engine.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The whole contract, against the development engine or the cluster whose addresses are given. */
@Tag("engine")
class EngineContractTest {

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

    @Nested
    class Searches extends SearchContract {}
}
