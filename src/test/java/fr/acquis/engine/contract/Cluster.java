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
import java.util.stream.Stream;

/** A cluster to hold the contract against, with one client on it and a hand on its clock. */
final class Cluster implements AutoCloseable {

    /** What the cluster runs on, if we started it. */
    interface Server {
        void close();
    }

    private final Server server;
    private final CamundaClient client;
    private final CamundaClient clientOverRest;
    private final URI rest;
    private Instant pinned;

    Cluster(URI grpc, URI rest, Server server) {
        this.server = server;
        this.rest = rest;
        this.client = client(grpc, rest, false);
        this.clientOverRest = client(grpc, rest, true);
    }

    private static CamundaClient client(URI grpc, URI rest, boolean preferRest) {
        return CamundaClient.newClientBuilder()
                .grpcAddress(grpc)
                .restAddress(rest)
                .preferRestOverGrpc(preferRest)
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

    static void delete(Path folder) {
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path path : walked.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    CamundaClient client() {
        return client;
    }

    /** For the commands that go both ways: this one takes REST where it can. */
    CamundaClient clientOverRest() {
        return clientOverRest;
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
    public void close() {
        if (pinned != null) {
            client.newResetClockCommand().send().join();
        }
        client.close();
        clientOverRest.close();
        server.close();
    }
}
