package fr.acquis.devservices.demonstration;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.ObjectProvider;

/** Every worker does its work at the time of the journey it works on. */
final class TimedWorkers implements MethodInterceptor {

    private final ObjectProvider<BusinessClock> clock;
    private final ObjectProvider<JourneyTimes> times;

    private TimedWorkers(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        this.clock = clock;
        this.times = times;
    }

    static DefaultPointcutAdvisor advisor(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        NameMatchMethodPointcut working = new NameMatchMethodPointcut();
        working.setMappedNames("prepare", "handle");
        working.setClassFilter(Worker.class::isAssignableFrom);
        return new DefaultPointcutAdvisor(working, new TimedWorkers(clock, times));
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        Optional<Job> job = call.getArguments().length > 0 && call.getArguments()[0] instanceof Job given
                ? Optional.of(given)
                : Optional.empty();
        Optional<Duration> back = job.flatMap(given -> times.getObject().of(given.journey()));
        if (back.isEmpty()) {
            return call.proceed();
        }
        Object result = clock.getObject().ago(back.get(), call::proceed);
        return call.getMethod().getName().equals("handle")
                ? held(job.orElseThrow().journey(), (Map<?, ?>) result)
                : result;
    }

    private Map<String, Object> held(JourneyId journey, Map<?, ?> result) {
        @SuppressWarnings("unchecked")
        Map<String, Object> facts = (Map<String, Object>) result;
        Instant real = clock.getObject().real();
        theDayComes(journey, facts, real);
        return EngineDates.held(facts, real);
    }

    /** Everybody is summoned to a day that is over: what the engine does next, it does on that day. */
    private void theDayComes(JourneyId journey, Map<String, Object> result, Instant real) {
        if (result.get("hearingDay") instanceof String date
                && EngineDates.instant(date).isBefore(real)) {
            times.getObject().set(journey, EngineDates.instant(date));
        }
    }
}
