package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.engine.Figures;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.UploadObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files over HTTP through the application to the store, in parts as the page's script sends them, with checks, hash, row and
 * audit entry; beside the bare SDK that puts the same number of bytes from disk into the same store. Rounds of both take turns.
 */
@AcquisTest
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "upload|all")
class UploadBench {

    private static final int ROUNDS = 5;
    private static final int LONG = 200 << 20;
    private static final int SHORT = 20_000;
    private static final int SHORT_FILES = 300;
    private static final int WARMING = 60;
    private static final int PART = 8 << 20;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Value("${acquis.store.endpoint}")
    String endpoint;

    @Value("${acquis.store.bucket}")
    String bucket;

    @Value("${acquis.store.access-key}")
    String accessKey;

    @Value("${acquis.store.secret-key}")
    String secretKey;

    @TempDir
    Path folder;

    private final Figures figures = new Figures("upload");

    @Test
    void files_arrive_about_as_fast_as_the_store_takes_them() throws Exception {
        SendingCandidate person = SendingCandidate.at(port, application);
        try (MinioAsyncClient bare = MinioAsyncClient.builder()
                .endpoint(endpoint)
                .credentials(accessKey, secretKey)
                .region("us-east-1")
                .build()) {
            ours(person, "warm.pdf");
            bare(bare, 0);
            longFiles(person, bare);
            heap(person, bare);
            shortFiles(SendingCandidate.at(port, application), bare);
        }
        figures.write(Path.of("target", "bench"));
        assertThat(figures.of("long_ours_of_bare_percent")).isGreaterThanOrEqualTo(75);
        assertThat(figures.of("short_p95")).isLessThanOrEqualTo(60);
        assertThat(figures.of("live_heap_growth")).isLessThan(100);
    }

    private void longFiles(SendingCandidate person, MinioAsyncClient bare) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            theirs.add(bare(bare, round));
            ours.add(ours(person, "long-" + round + ".pdf"));
        }
        figures.put("long_bare_median", "MB/s", megabytes(median(theirs)));
        figures.put("long_ours_median", "MB/s", megabytes(median(ours)));
        figures.put("long_ours_of_bare_percent", "%", 100 * median(theirs) / median(ours));
        figures.put(
                "long_bare_slowest", "s", theirs.stream().max(Double::compare).orElseThrow());
        figures.put("long_ours_slowest", "s", ours.stream().max(Double::compare).orElseThrow());
    }

    /** Once more each, slowed down by collections. */
    private void heap(SendingCandidate person, MinioAsyncClient bare) throws Exception {
        try (LiveHeap heap = new LiveHeap()) {
            bare(bare, ROUNDS + 1);
            figures.put("live_heap_growth_bare", "MB", heap.growth());
        }
        try (LiveHeap heap = new LiveHeap()) {
            ours(person, "heap.pdf");
            figures.put("live_heap_growth", "MB", heap.growth());
        }
    }

    private void shortFiles(SendingCandidate person, MinioAsyncClient bare) throws Exception {
        double[] times = new double[SHORT_FILES];
        double[] theirs = new double[SHORT_FILES];
        DatabaseWork database = new DatabaseWork(application.getBean(JdbcClient.class));
        for (int n = -WARMING; n < SHORT_FILES; n++) {
            if (n == 0) {
                database.begin();
            }
            byte[] file = MadeFile.pdf(SHORT);
            long began = System.nanoTime();
            put(bare, file, n);
            long between = System.nanoTime();
            assertThat(person.send(n + ".pdf", file).status()).isEqualTo(201);
            if (n >= 0) {
                theirs[n] = (between - began) / 1e6;
                times[n] = (System.nanoTime() - between) / 1e6;
            }
        }
        figures.put("short_bare_median", "ms", Figures.percentile(theirs, 50));
        figures.put("short_bare_p95", "ms", Figures.percentile(theirs, 95));
        figures.put("short_median", "ms", Figures.percentile(times, 50));
        figures.put("short_p95", "ms", Figures.percentile(times, 95));
        figures.put("short_statements", "a file", database.statements() / SHORT_FILES);
        figures.put("short_commits", "a file", database.commits() / SHORT_FILES);
    }

    private void put(MinioAsyncClient client, byte[] file, int n) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(bucket).object("bench/short-" + n).stream(
                                new ByteArrayInputStream(file), (long) file.length, -1L)
                        .build())
                .join();
    }

    private static double ours(SendingCandidate person, String name) throws Exception {
        long began = System.nanoTime();
        person.sendLong(name, LONG);
        return (System.nanoTime() - began) / 1e9;
    }

    private double bare(MinioAsyncClient client, int round) throws Exception {
        Path file = folder.resolve("bare");
        Files.write(file, MadeFile.pdf(PART), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        for (int at = PART; at < LONG; at += PART) {
            Files.write(file, MadeFile.pdf(Math.min(PART, LONG - at)), StandardOpenOption.APPEND);
        }
        long began = System.nanoTime();
        client.uploadObject(UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object("bench/" + round)
                        .filename(file.toString())
                        .build())
                .join();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double megabytes(double seconds) {
        return LONG / 1e6 / seconds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
