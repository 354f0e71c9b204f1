package fr.acquis.devservices.demonstration;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.EngineCommand;
import fr.acquis.workflow.RoutingFacts;
import fr.acquis.workflow.store.Outbox;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.ObjectProvider;

/** What the outbox tells the engine of a journey that is made in the past: its clocks stay ahead. */
final class HeldCommands implements MethodInterceptor {

    private final ObjectProvider<BusinessClock> clock;
    private final ObjectProvider<JourneyTimes> times;

    private HeldCommands(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        this.clock = clock;
        this.times = times;
    }

    static DefaultPointcutAdvisor advisor(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        NameMatchMethodPointcut appending = new NameMatchMethodPointcut();
        appending.setMappedName("append");
        ClassFilter outbox = Outbox.class::isAssignableFrom;
        appending.setClassFilter(outbox);
        return new DefaultPointcutAdvisor(appending, new HeldCommands(clock, times));
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        Object[] arguments = call.getArguments();
        if (arguments[0] instanceof JourneyId journey
                && arguments[1] instanceof EngineCommand command
                && times.getObject().of(journey).isPresent()) {
            arguments[1] = held(command);
        }
        return call.proceed();
    }

    private EngineCommand held(EngineCommand command) {
        RoutingFacts facts = RoutingFacts.of(
                EngineDates.held(command.facts().values(), clock.getObject().real()));
        return switch (command) {
            case EngineCommand.Publish publish ->
                new EngineCommand.Publish(publish.messageName(), publish.correlationKey(), publish.messageId(), facts);
            case EngineCommand.CompleteTask complete -> new EngineCommand.CompleteTask(complete.taskKey(), facts);
        };
    }
}
