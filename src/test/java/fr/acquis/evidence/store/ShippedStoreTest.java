package fr.acquis.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acquis.engine.contract.DockerAnswers;
import fr.acquis.evidence.StoreUnavailable;
import fr.acquis.evidence.intake.SpooledFile;
import fr.acquis.shared.Sha256;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** What the application asks of a store, asked of the one the compose file names. */
@Tag("containers")
@ExtendWith(DockerAnswers.class)
class ShippedStoreTest {

    private static final String SECRET = "only for this container";

    @TempDir
    Path folder;

    @Test
    void the_store_of_the_compose_file_keeps_lists_and_forgets_files() throws Exception {
        try (GenericContainer<?> server = new GenericContainer<>(image())
                .withEnv("ROOT_ACCESS_KEY", "acquis")
                .withEnv("ROOT_SECRET_KEY", SECRET)
                .withCommand("--port", ":7070", "--health", "/health", "posix", "/tmp")
                .withExposedPorts(7070)
                .waitingFor(Wait.forHttp("/health").withStartupTimeout(Duration.ofMinutes(1)))) {
            server.start();
            ObjectStore store = new ObjectStore(new StoreSettings(
                    URI.create("http://%s:%d".formatted(server.getHost(), server.getMappedPort(7070))),
                    "acquis",
                    "acquis",
                    SECRET,
                    "us-east-1",
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(30)));
            keeps(store);
            store.destroy();
        }
    }

    private void keeps(ObjectStore store) throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("file"), content);
        String key = "journeys/1/evidence/1/1";

        store.put(key, new SpooledFile(file, content.length, Sha256.of(content)), "application/pdf");
        assertThat(store.size(key)).hasValue(content.length);
        try (InputStream read = store.open(key).orElseThrow()) {
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
        assertThat(store.list("journeys/1/").next().key()).isEqualTo(key);

        assertThatThrownBy(() -> store.put(
                        "journeys/1/evidence/2/1",
                        new SpooledFile(file, content.length, Sha256.of("another")),
                        "application/pdf"))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(store.open("journeys/1/evidence/2/1")).isEmpty();

        store.delete(key);
        assertThat(store.open(key)).isEmpty();
        store.delete(key);
    }

    private static String image() throws Exception {
        var named = Pattern.compile("STORE_IMAGE:-([^}]+)}").matcher(Files.readString(Path.of("docker-compose.yml")));
        assertThat(named.find()).isTrue();
        return named.group(1);
    }
}
