package fr.acquis.workflow.engine;

import fr.acquis.platform.logging.JourneyInLog;
import io.camunda.client.api.response.ActivatedJob;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** What is seen of a job from outside: how long it took, whether it failed and by what, and the case in its log lines. */
@Component
class JobWatch {

    private static final String NAME = "acquis.job";
    private static final String TYPE = "type";

    private final ObservationRegistry observations;
    private final MeterRegistry meters;

    JobWatch(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        this.meters = meters;
    }

    /** Stands at zero from the start: the first failure is then a rise. */
    void expect(String type) {
        Timer.builder(NAME).tag(TYPE, type).tag("error", "none").register(meters);
    }

    void during(ActivatedJob job, Runnable handling) {
        if (job.getVariablesAsMap().get("journeyId") instanceof String journey) {
            MDC.put(JourneyInLog.FIELD, journey);
        }
        try {
            Observation.createNotStarted(NAME, observations)
                    .lowCardinalityKeyValue(TYPE, job.getType())
                    .observe(handling);
        } finally {
            MDC.remove(JourneyInLog.FIELD);
        }
    }

    /** Called within {@link #during}. */
    void failed(Throwable fault) {
        Observation current = observations.getCurrentObservation();
        if (current != null) {
            current.error(fault);
        }
    }
}
