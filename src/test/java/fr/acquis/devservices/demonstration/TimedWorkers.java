package fr.acquis.devservices.demonstration;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.Job;
import fr.acquis.workflow.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Every worker does its work at the time of the journey it works on. */
final class TimedWorkers implements BeanPostProcessor {

    private final ObjectProvider<BusinessClock> clock;
    private final ObjectProvider<JourneyTimes> times;

    TimedWorkers(ObjectProvider<BusinessClock> clock, ObjectProvider<JourneyTimes> times) {
        this.clock = clock;
        this.times = times;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Worker worker ? new Timed(worker) : bean;
    }

    private final class Timed implements Worker {

        private final Worker worker;

        Timed(Worker worker) {
            this.worker = worker;
        }

        @Override
        public String jobType() {
            return worker.jobType();
        }

        @Override
        public Object prepare(Job job) {
            return clock.getObject().ago(back(job.journey()).orElse(Duration.ZERO), () -> worker.prepare(job));
        }

        @Override
        public Map<String, Object> handle(Job job, Object prepared) {
            Optional<Duration> back = back(job.journey());
            if (back.isEmpty()) {
                return worker.handle(job, prepared);
            }
            Instant real = clock.getObject().real();
            Map<String, Object> result =
                    EngineDates.held(clock.getObject().ago(back.get(), () -> worker.handle(job, prepared)), real);
            theDayComes(job.journey(), result, real);
            return result;
        }

        private Optional<Duration> back(JourneyId journey) {
            return times.getObject().of(journey);
        }

        /** Everybody is summoned to a day that is over: what the engine does next, it does on that day. */
        private void theDayComes(JourneyId journey, Map<String, Object> result, Instant real) {
            if (result.get("hearingDay") instanceof String date
                    && EngineDates.instant(date).isBefore(real)) {
                times.getObject().set(journey, EngineDates.instant(date));
            }
        }
    }
}
