package fr.acquis.engine.contract;

import fr.acquis.devservices.camunda.DevEngine;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A cluster to hold the contract against, with one client on it and a hand on its clock. */
final class Cluster implements AutoCloseable {

    private final AutoCloseable server;
    private final CamundaClient client;
    private final URI rest;
    private Instant pinned;

    Cluster(URI grpc, URI rest, AutoCloseable server) {
        this.server = server;
        this.rest = rest;
        this.client = CamundaClient.newClientBuilder()
                .grpcAddress(grpc)
                .restAddress(rest)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(20))
                .numJobWorkerExecutionThreads(4)
                .build();
    }

    /** The cluster at the two addresses of the command line, or else a development engine in a folder of its own. */
    static Cluster chosen() {
        String grpc = System.getProperty("camunda.contract.grpc");
        String rest = System.getProperty("camunda.contract.rest");
        if (grpc != null && rest != null) {
            return new Cluster(URI.create(grpc), URI.create(rest), () -> {});
        }
        return development();
    }

    private static Cluster development() {
        try {
            Path folder = Files.createTempDirectory("acquis-contract");
            DevEngine engine = DevEngine.start(new DevEngine.Settings(folder, 0, 0, false));
            return new Cluster(engine.grpcAddress(), engine.restAddress(), () -> {
                engine.close();
                delete(folder);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walked = Files.walk(folder)) {
            found = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.deleteIfExists(path);
        }
    }

    CamundaClient client() {
        return client;
    }

    URI rest() {
        return rest;
    }

    /** The cluster's time as the tests have set it. */
    Instant now() {
        return pinned == null ? Instant.now() : pinned;
    }

    /**
     * Holds the cluster's time this much later, by the official clock call (a real cluster must allow it). It never goes
     * back during a run: the engine would leave the checks it has planned for the later time asleep until then.
     */
    void advance(Duration duration) {
        pinned = now().plus(duration);
        client.newPinClockCommand().time(pinned).send().join();
    }

    @Override
    public void close() throws Exception {
        if (pinned != null) {
            client.newResetClockCommand().send().join();
        }
        client.close();
        server.close();
    }
}
