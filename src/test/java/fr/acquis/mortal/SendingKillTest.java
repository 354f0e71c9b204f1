package fr.acquis.mortal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.acquis.devservices.Beside;
import fr.acquis.mortal.World.Victim;
import fr.acquis.platform.FaultPoints.Place;
import fr.acquis.shared.Sha256;
import fr.acquis.visit.Visitor;
import fr.acquis.visit.Visitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application dies while a long file comes; its sender goes on where it stands, and every byte is there once. */
@Beside
@Tag("chaos")
class SendingKillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PARTS = 4;

    @TempDir
    Path folder;

    /** @param kept how many parts count afterwards; the last is the short one */
    private record Death(Place place, int visit, int kept) {

        long bytes(SentFile file) {
            return Math.min((long) kept * SentFile.PART, file.content().length);
        }
    }

    private static final List<Death> DEATHS = List.of(
            new Death(Place.DURING_UPLOAD, 2, 2),
            new Death(Place.AFTER_PART_STORED, 2, 1),
            new Death(Place.AFTER_OBJECT_STORED, 1, PARTS + 1),
            new Death(Place.AFTER_FILE_ENTERED, 1, 0));

    @BeforeEach
    void deaths_are_meant_to_be() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Test
    void a_file_goes_on_where_it_stood_and_nothing_is_left_over() throws Exception {
        Path log = Files.createDirectories(Path.of("target", "mortal")).resolve("sending.log");
        Files.deleteIfExists(log);
        try (World world = new World(folder, log)) {
            Rows rows = new Rows(world.database());
            Visitor candidate = new Visitor(world.site(), MortalConfiguration.candidate(0));
            candidate.signIn();
            String evidence = begin(candidate, rows) + "/evidence";
            List<SentFile> files = new ArrayList<>();
            for (Death death : DEATHS) {
                files.add(survive(world, rows, candidate, evidence, death));
            }
            abandon(candidate, evidence);
            assertThat(world.application().sweep()).as("sweeps").isEmpty();
            assertThat(objects(world)).containsExactlyInAnyOrderElementsOf(hashes(files));
            assertThat(rows.texts("select id from evidence_sending")).isEmpty();
        }
    }

    private static String begin(Visitor candidate, Rows rows) throws IOException {
        String certification = rows.texts("select id from certification where number = 'RNCP99901'")
                .getFirst();
        return candidate
                .post("/journeys", Map.of("certification", List.of(certification)))
                .location();
    }

    private static SentFile survive(World world, Rows rows, Visitor candidate, String evidence, Death death)
            throws Exception {
        SentFile file = SentFile.ofParts(PARTS);
        CompletableFuture<Void> risen = world.doom(death.place(), death.visit(), Victim.APPLICATION);
        assertThat(sent(file, candidate, evidence))
                .as("answered before %s", death)
                .isFalse();
        risen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        if (entered(rows, file)) {
            assertThat(death.place()).isEqualTo(Place.AFTER_FILE_ENTERED);
            return file;
        }
        assertThat(file.find(candidate, evidence, "PAYSLIP").offset())
                .as("kept after %s", death)
                .isEqualTo(death.bytes(file));
        await().atMost(PATIENCE).until(() -> sent(file, candidate, evidence));
        assertThat(entered(rows, file)).isTrue();
        return file;
    }

    private static boolean entered(Rows rows, SentFile file) {
        return rows.exist("select sha256 from evidence_version where sha256 = ?", file.hash());
    }

    /** One try; false when the line was cut. */
    private static boolean sent(SentFile file, Visitor candidate, String evidence) {
        try {
            Answer found = file.find(candidate, evidence, "PAYSLIP");
            return found.status() == 201 && file.takenWhole(file.goOn(candidate, found));
        } catch (IOException cut) {
            return false;
        }
    }

    /** Begun, and nobody comes back for it. */
    private static void abandon(Visitor candidate, String evidence) throws IOException {
        assertThat(SentFile.ofParts(1).find(candidate, evidence, "PAYSLIP").status())
                .isEqualTo(201);
    }

    /** The hash of every file in the bucket, whatever its name. */
    private static List<String> objects(World world) throws IOException {
        Path bucket =
                world.services().objects().resolve(world.services().settings().get("acquis.store.bucket"));
        try (Stream<Path> files = Files.walk(bucket)) {
            List<String> hashes = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.add(Sha256.of(Files.readAllBytes(file)).hex());
            }
            return hashes;
        }
    }

    private static List<String> hashes(List<SentFile> files) {
        return files.stream().map(SentFile::hash).toList();
    }
}
