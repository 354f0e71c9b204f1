package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The schema on every version of MariaDB that is promised: in containers where a Docker engine answers, or on a server given by
 * {@code -Dmariadb.contract.url=jdbc:mariadb://…/empty_schema?user=…&password=…}.
 */
@Tag("containers")
class DatabaseVersionsTest {

    private static final String GIVEN = System.getProperty("mariadb.contract.url", "");
    private static final String PASSWORD = "only for this container";

    @ParameterizedTest
    @ValueSource(strings = {"mariadb:10.11", "mariadb:11.4"})
    void the_schema_is_made_on_a_released_server(String image) throws Exception {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "No Docker engine answers here: start one, or give a server by -Dmariadb.contract.url=…");
        try (GenericContainer<?> server = new GenericContainer<>(image)
                .withEnv("MARIADB_ROOT_PASSWORD", PASSWORD)
                .withEnv("MARIADB_DATABASE", "acquis")
                .withCommand("--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci")
                .withExposedPorts(3306)
                .waitingFor(Wait.forLogMessage(".*ready for connections.*port: 3306.*", 1)
                        .withStartupTimeout(Duration.ofMinutes(2)))) {
            server.start();
            migrates("jdbc:mariadb://%s:%d/acquis?user=root&password=%s"
                    .formatted(server.getHost(), server.getMappedPort(3306), PASSWORD.replace(" ", "%20")));
        }
    }

    @Test
    void the_schema_is_made_on_the_server_that_was_given() throws Exception {
        assumeTrue(!GIVEN.isEmpty(), "No server was given by -Dmariadb.contract.url=…");
        migrates(GIVEN);
    }

    private static void migrates(String url) throws Exception {
        Flyway flyway = Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isEqualTo(migrations());
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(broken(url)).isZero();
    }

    private static int migrations() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return (int) files.filter(file -> file.toString().endsWith(".sql")).count();
        }
    }

    /** Views are only understood when they are read. */
    private static int broken(String url) throws SQLException {
        int broken = 0;
        try (Connection connection = DriverManager.getConnection(url);
                Statement list = connection.createStatement();
                ResultSet views = list.executeQuery(
                        "select table_name from information_schema.views where table_schema = database()")) {
            while (views.next()) {
                try (Statement read = connection.createStatement()) {
                    read.executeQuery("select * from " + views.getString(1) + " limit 1");
                } catch (SQLException unreadable) {
                    broken++;
                }
            }
        }
        return broken;
    }
}
