package fr.acquis.engine.contract;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A Camunda 8.8 cluster in a container: the clock may be moved, nothing is protected, and there is no secondary store. */
final class CamundaContainer {

    private static final DockerImageName IMAGE =
            DockerImageName.parse(System.getProperty("camunda.contract.image", "camunda/camunda:8.8.14"));
    private static final int GRPC = 26500;
    private static final int REST = 8080;

    private CamundaContainer() {}

    static Cluster start() {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withExposedPorts(GRPC, REST, 9600)
                .withEnv("SPRING_PROFILES_ACTIVE", "broker,consolidated-auth")
                .withEnv("ZEEBE_CLOCK_CONTROLLED", "true")
                .withEnv("CAMUNDA_SECURITY_AUTHENTICATION_UNPROTECTEDAPI", "true")
                .withEnv("CAMUNDA_SECURITY_AUTHORIZATIONS_ENABLED", "false")
                .withEnv("CAMUNDA_DATA_SECONDARYSTORAGE_TYPE", "none")
                .withEnv("CAMUNDA_DATABASE_TYPE", "none")
                .waitingFor(Wait.forHttp("/actuator/health/status")
                        .forPort(9600)
                        .forStatusCode(200)
                        .withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        return new Cluster(
                URI.create("http://" + container.getHost() + ":" + container.getMappedPort(GRPC)),
                URI.create("http://" + container.getHost() + ":" + container.getMappedPort(REST)),
                container::stop);
    }
}
