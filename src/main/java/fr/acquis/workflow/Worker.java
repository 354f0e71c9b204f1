package fr.acquis.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the application does when the engine asks for a job. Every bean of this type is found and given its jobs; the
 * effect of {@link #handle} happens once per job, however often the job is delivered.
 *
 * <p>A {@link BusinessError} leaves by the model's error event. Any other exception is a fault: the job is tried again
 * with growing pauses, then becomes an incident a manager sees in words.
 */
public interface Worker {

    /** The job type of the models this answers. */
    String jobType();

    /**
     * Slow work (a PDF, a mail, a file to read), outside any transaction. May be repeated after a fault: what it leaves
     * behind must bear that.
     *
     * @return what {@link #handle} needs of it, or null
     */
    default @Nullable Object prepare(Job job) {
        return null;
    }

    /**
     * Facts, inside the adapter's transaction; they stand or fall with the note that the job is done.
     *
     * @param prepared what {@link #prepare} returned
     * @return routing facts for the process, never with a null in them; empty when there are none
     */
    Map<String, Object> handle(Job job, @Nullable Object prepared);
}
