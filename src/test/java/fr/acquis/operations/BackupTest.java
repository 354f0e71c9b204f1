package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.acquis.admissibility.FiledCase;
import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.devservices.DevServices;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands that back up and restore, on the real database and the real store. */
@AcquisTest
@Tag("operations")
class BackupTest {

    private static final Duration SOON = Duration.ofSeconds(45);
    private static final Path MARIADB = Path.of(".data/binaries/mariadb/bin").toAbsolutePath();

    @TempDir
    Path folder;

    @Autowired
    FiledCase cases;

    @Autowired
    ActingAs as;

    @Autowired
    JdbcClient database;

    private final DevServices services = DevServices.shared();

    @BeforeEach
    void programs() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.isExecutable(Path.of(bin, "rclone"))),
                "rclone is not installed here: apt-get install rclone");
    }

    @Test
    void what_was_backed_up_is_there_after_a_restore() throws Exception {
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        await().atMost(SOON).until(() -> letters(id) > 0);

        Run backup = run(services.settings(), "tools/backup.sh", folder.toString());
        assertThat(backup.status()).as(backup.words()).isZero();
        Path made = Path.of(backup.words().lines().reduce((first, last) -> last).orElseThrow());

        Map<String, String> elsewhere = services.settingsOnFreshSchema("acquis_restored");
        Run restore = run(elsewhere, "tools/restore.sh", made.toString());
        assertThat(restore.status()).as(restore.words()).isZero();
        assertThat(restore.words()).contains(services.settings().get("acquis.epoch"));

        assertThat(count("""
                select count(*) from acquis.audit_entry a
                left join acquis_restored.audit_entry b
                  on b.subject_id = a.subject_id and b.number = a.number and b.hash = a.hash
                where a.subject_id = ? and b.hash is null
                """, id)).isZero();
        assertThat(count("select count(*) from acquis_restored.audit_entry where subject_id = ?", id))
                .isPositive();
        assertThat(count("""
                select count(*) from acquis_restored.letter l join acquis_restored.letter_content c on c.letter_id = l.id
                where l.journey_id = ? and convert(sha2(c.content, 256) using ascii) = l.sha256
                """, id)).isEqualTo(letters(id));
        List<StoredFile> files = files(id);
        assertThat(files)
                .hasSize(2)
                .allSatisfy(file -> assertThat(Sha256.of(Files.readAllBytes(
                                services.objects().resolve("acquis-restored").resolve(file.key()))))
                        .isEqualTo(new Sha256(file.sha256())));

        Run again = run(elsewhere, "tools/restore.sh", made.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.words()).contains("is not empty");
    }

    @Test
    void a_damaged_backup_is_not_restored() throws Exception {
        cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        Run backup = run(services.settings(), "tools/backup.sh", folder.toString());
        assertThat(backup.status()).as(backup.words()).isZero();
        Path made = Path.of(backup.words().lines().reduce((first, last) -> last).orElseThrow());
        Files.writeString(anyObject(made), "something else");

        Run restore = run(services.settingsOnFreshSchema("acquis_damaged"), "tools/restore.sh", made.toString());

        assertThat(restore.status()).isEqualTo(1);
        assertThat(restore.words()).contains("the backup is damaged");
        assertThat(database.sql("select count(*) from information_schema.tables where table_schema = 'acquis_damaged'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_verifier_says_what_no_longer_holds_and_reads_only() throws Exception {
        JourneyId id = cases.filed(as.newCandidate(), FiledCase.NUMBER, Set.of());
        await().atMost(SOON).until(() -> letters(id) > 0);
        Run backup = run(services.settings(), "tools/backup.sh", folder.toString());
        assertThat(backup.status()).as(backup.words()).isZero();
        Path made = Path.of(backup.words().lines().reduce((first, last) -> last).orElseThrow());
        Map<String, String> copy = services.settingsOnFreshSchema("acquis_verified");
        assertThat(run(copy, "tools/restore.sh", made.toString()).status()).isZero();

        Run before = run(copy, "tools/verify.sh", "--store");
        assertThat(before.words()).contains("every row has its object").doesNotContain(id.toString());

        String key =
                database.sql("""
                        select v.object_key from acquis_verified.evidence e
                        join acquis_verified.evidence_version v on v.evidence_id = e.id where e.journey_id = :id limit 1
                        """).param("id", id.value()).query(String.class).single();
        Files.delete(services.objects().resolve("acquis-verified").resolve(key));
        database.sql("delete from acquis_verified.audit_entry where subject_id = :id and number = 1")
                .param("id", id.value())
                .update();

        Run after = run(copy, "tools/verify.sh", "--store");
        assertThat(after.status()).isEqualTo(1);
        assertThat(after.words())
                .contains("BROKEN  every audit chain is without a gap", id.toString())
                .contains("BROKEN  every row has its object", key);
    }

    private static Path anyObject(Path backup) throws IOException {
        try (Stream<Path> objects = Files.walk(backup.resolve("objects"))) {
            return objects.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private record StoredFile(String key, String sha256) {}

    private List<StoredFile> files(JourneyId id) {
        return database.sql("""
                        select v.object_key, v.sha256 from acquis_restored.evidence e
                        join acquis_restored.evidence_version v on v.evidence_id = e.id where e.journey_id = :id
                        """)
                .param("id", id.value())
                .query((row, n) -> new StoredFile(row.getString("object_key"), row.getString("sha256")))
                .list();
    }

    private long letters(JourneyId id) {
        return count("select count(*) from letter where journey_id = ?", id);
    }

    private long count(String sql, JourneyId id) {
        return database.sql(sql).param(id.value()).query(Long.class).single();
    }

    private record Run(int status, String words) {}

    private Run run(Map<String, String> settings, String... command) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = process.environment();
        environment.put("PATH", MARIADB + ":" + environment.get("PATH"));
        environment.put("ACQUIS_DB_URL", settings.get("spring.datasource.url"));
        environment.put("ACQUIS_DB_USER", settings.get("spring.datasource.username"));
        environment.put("ACQUIS_DB_PASSWORD", settings.get("spring.datasource.password"));
        environment.put("ACQUIS_S3_ENDPOINT", settings.get("acquis.store.endpoint"));
        environment.put("ACQUIS_S3_BUCKET", settings.get("acquis.store.bucket"));
        environment.put("ACQUIS_S3_ACCESS_KEY", settings.get("acquis.store.access-key"));
        environment.put("ACQUIS_S3_SECRET_KEY", settings.get("acquis.store.secret-key"));
        Process started = process.start();
        String words = new String(started.getInputStream().readAllBytes());
        assertThat(started.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(started.exitValue(), words);
    }
}
