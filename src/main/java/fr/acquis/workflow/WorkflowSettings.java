package fr.acquis.workflow;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the engine is and how patiently it is spoken to ({@code acquis.engine.*}).
 *
 * @param grpc workers, messages, deployment
 * @param rest user tasks, searches
 * @param oauth sign-in by client credentials (Camunda Identity, Keycloak); null for none
 * @param basic sign-in by name and password; null for none
 * @param publishers journeys whose commands are sent at the same time by one replica
 * @param workerThreads jobs handled at the same time by one replica; together with {@code publishers} fewer than the
 *     database connections
 * @param jobTimeout how long the engine waits for an answer before it gives a job to someone else; longer work is extended
 * @param jobRetryPause before a failed job is tried again; doubles each time
 * @param requestTimeout of one command
 * @param sendLease how long a replica may keep a journey to itself without a word
 * @param poll how often commands nobody was woken for are looked for
 * @param backoff first pause after a command that may be tried again; doubles up to {@code backoffMost}
 * @param wrongState how long a task that is still being created is waited for
 * @param retryWindow how long a message is repeated after its first try
 * @param messageLife how long the engine remembers a message; longer than {@code retryWindow}
 * @param probe how often the engine is asked whether it is there
 * @param drain how long running work may take to finish when the application stops
 * @param sweepGrace younger differences between worklist and engine are left to settle by themselves
 */
@ConfigurationProperties("acquis.engine")
public record WorkflowSettings(
        URI grpc,
        URI rest,
        @Nullable OAuth oauth,
        @Nullable Basic basic,
        @DefaultValue("6") int publishers,
        @DefaultValue("8") int workerThreads,
        @DefaultValue("30s") Duration jobTimeout,
        @DefaultValue("2s") Duration jobRetryPause,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("30s") Duration sendLease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("100ms") Duration backoff,
        @DefaultValue("30s") Duration backoffMost,
        @DefaultValue("30s") Duration wrongState,
        @DefaultValue("24h") Duration retryWindow,
        @DefaultValue("25h") Duration messageLife,
        @DefaultValue("2s") Duration probe,
        @DefaultValue("20s") Duration drain,
        @DefaultValue("1m") Duration sweepGrace) {

    public WorkflowSettings {
        basic = basic == null || basic.username().isBlank() ? null : basic;
        if (messageLife.compareTo(retryWindow) <= 0) {
            throw new IllegalArgumentException(
                    "acquis.engine.message-life (%s) must be longer than acquis.engine.retry-window (%s)"
                            .formatted(messageLife, retryWindow));
        }
        if (sendLease.compareTo(requestTimeout) <= 0) {
            throw new IllegalArgumentException(
                    "acquis.engine.send-lease (%s) must be longer than acquis.engine.request-timeout (%s)"
                            .formatted(sendLease, requestTimeout));
        }
        if (oauth != null && basic != null) {
            throw new IllegalArgumentException("acquis.engine: give oauth or basic, not both");
        }
    }

    /** @param audience null where the server wants none */
    public record OAuth(
            URI tokenUrl,
            String clientId,
            String clientSecret,
            @Nullable String audience,
            @Nullable String scope) {

        @Override
        public String toString() {
            return "OAuth[" + tokenUrl + ", " + clientId + ", …]";
        }
    }

    public record Basic(String username, String password) {

        @Override
        public String toString() {
            return "Basic[" + username + ", …]";
        }
    }
}
