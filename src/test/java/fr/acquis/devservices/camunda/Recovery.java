package fr.acquis.devservices.camunda;

import java.time.Duration;

/**
 * What a start had to do before it was ready: take the state from a snapshot and read again what the log holds after it.
 *
 * @param snapshot position of the log that names that snapshot; 0 when there was none. Its state holds all up to there,
 *     and a little more when it was taken under load
 * @param records records read again, as the engine itself counted them
 * @param last the last position of the log, and so the number of records ever written to it; 0 when it was empty
 * @param took how long reading again took, out of the whole start
 */
public record Recovery(long snapshot, long records, long last, Duration took) {

    @Override
    public String toString() {
        return "snapshot=%d records=%d last=%d millis=%d".formatted(snapshot, records, last, took.toMillis());
    }
}
