package fr.acquis.workflow.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.workflow.RoutingFacts;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which jobs are running where, and what the finished ones gave: the same job has its effect once. */
@Repository
public class JobMemory {

    private final JdbcClient database;
    private final Clock clock;

    JobMemory(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One delivery of a job: keys of another engine may repeat, so the epoch belongs to it. */
    public record Delivery(UUID epoch, long jobKey, String jobType, Step step, JourneyId journey, String owner) {}

    /** Where in which process it is asked. */
    public record Step(String process, String element) {}

    /** What is known of a job that was just delivered. */
    public sealed interface Claim {

        /** It is this owner's to do. */
        record Ours() implements Claim {}

        /** It was done: the engine only has to hear of it. */
        record Done(RoutingFacts result) implements Claim {}

        /** Another delivery is at it, and alive. */
        record Busy() implements Claim {}
    }

    @Transactional
    public Claim claim(Delivery job, Duration lease) {
        if (insert(job, lease) || takeOver(job, lease)) {
            return new Claim.Ours();
        }
        return database.sql("select result from engine_job where epoch = :epoch and job_key = :key and state = 'DONE'")
                .param("epoch", job.epoch())
                .param("key", job.jobKey())
                .query(String.class)
                .optional()
                .<Claim>map(result -> new Claim.Done(RoutingFacts.parse(result)))
                .orElseGet(Claim.Busy::new);
    }

    private boolean insert(Delivery job, Duration lease) {
        return database.sql("""
                        insert ignore into engine_job
                            (epoch, job_key, job_type, process, element, journey_id, state, begun_at, lease_owner, lease_until)
                        values (:epoch, :key, :type, :process, :element, :journey, 'RUNNING', :at, :owner,
                                utc_timestamp(6) + interval :lease microsecond)
                        """)
                        .param("epoch", job.epoch())
                        .param("key", job.jobKey())
                        .param("type", job.jobType())
                        .param("process", job.step().process())
                        .param("element", job.step().element())
                        .param("at", clock.instant())
                        .param("journey", job.journey().value())
                        .param("owner", job.owner())
                        .param("lease", micros(lease))
                        .update()
                == 1;
    }

    private boolean takeOver(Delivery job, Duration lease) {
        return database.sql("""
                        update engine_job
                        set lease_owner = :owner, lease_until = utc_timestamp(6) + interval :lease microsecond
                        where epoch = :epoch and job_key = :key and state = 'RUNNING' and lease_until < utc_timestamp(6)
                        """)
                        .param("owner", job.owner())
                        .param("lease", micros(lease))
                        .param("epoch", job.epoch())
                        .param("key", job.jobKey())
                        .update()
                == 1;
    }

    /** False when the job is no longer this owner's. */
    @Transactional
    public boolean extend(Delivery job, Duration lease) {
        return database.sql("""
                        update engine_job set lease_until = utc_timestamp(6) + interval :lease microsecond
                        where epoch = :epoch and job_key = :key and state = 'RUNNING' and lease_owner = :owner
                        """)
                        .param("lease", micros(lease))
                        .param("epoch", job.epoch())
                        .param("key", job.jobKey())
                        .param("owner", job.owner())
                        .update()
                == 1;
    }

    /** Part of the worker's transaction. False when another took the job over: nothing of it may be committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean done(Delivery job, RoutingFacts result) {
        return database.sql("""
                        update engine_job set state = 'DONE', result = :result, done_at = :at
                        where epoch = :epoch and job_key = :key and state = 'RUNNING' and lease_owner = :owner
                        """)
                        .param("result", result.json())
                        .param("at", clock.instant())
                        .param("epoch", job.epoch())
                        .param("key", job.jobKey())
                        .param("owner", job.owner())
                        .update()
                == 1;
    }

    /** After a fault: the next delivery need not wait for the lease to run out. */
    @Transactional
    public void release(Delivery job) {
        database.sql("""
                        delete from engine_job
                        where epoch = :epoch and job_key = :key and state = 'RUNNING' and lease_owner = :owner
                        """)
                .param("epoch", job.epoch())
                .param("key", job.jobKey())
                .param("owner", job.owner())
                .update();
    }

    /**
     * Forgets jobs left by a death whose engine never gave them out again: they were withdrawn with their process. Should one
     * come after all, it is done anew.
     *
     * @param since how long their lease has been over
     * @return how many
     */
    @Transactional
    public int forgetAbandoned(Duration since) {
        return database.sql("""
                        delete from engine_job
                        where state = 'RUNNING' and lease_until < utc_timestamp(6) - interval :since microsecond
                        """).param("since", micros(since)).update();
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
