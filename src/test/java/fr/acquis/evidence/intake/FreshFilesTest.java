package fr.acquis.evidence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class FreshFilesTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-28T20:00:00Z");
    private final InstantSource time = () -> now;
    private final FreshFiles files = new FreshFiles(time.withZone(ZoneOffset.UTC));

    @Test
    void a_file_lies_there_under_a_second_name_until_somebody_takes_it() throws IOException {
        try (SpooledFile first = spooled("un")) {
            files.keep("a", first);
        }
        try (SpooledFile taken = files.take("a").orElseThrow()) {
            assertThat(taken.path()).hasContent("un");
            assertThat(taken.sha256()).isEqualTo(Sha256.of("un".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(files.take("a")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_nobody_takes_is_gone_after_two_minutes() throws IOException {
        keep("old");
        now = now.plusSeconds(119);
        keep("new");
        now = now.plusSeconds(2);
        files.forget();
        assertThat(folder.toFile().list()).hasSize(1);
        assertThat(files.take("old")).isEmpty();
        now = now.plusSeconds(119);
        files.forget();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void where_there_is_no_room_the_last_to_come_is_not_kept_until_the_first_is_taken() throws IOException {
        for (int n = 0; n < 64; n++) {
            keep("large-" + n, 4 << 20);
        }
        keep("late");
        assertThat(files.take("late")).isEmpty();
        files.take("large-0").orElseThrow().close();
        keep("later");
        files.take("later").orElseThrow().close();
        assertThat(folder.toFile().list()).hasSize(63);
        files.destroy();
    }

    @Test
    void nothing_stays_when_the_application_stops_and_long_files_are_not_kept() throws IOException {
        keep("a");
        keep("long", 5 << 20);
        assertThat(files.take("long")).isEmpty();
        files.destroy();
        assertThat(folder).isEmptyDirectory();
    }

    private void keep(String key) throws IOException {
        try (SpooledFile file = spooled(key)) {
            files.keep(key, file);
        }
    }

    private void keep(String key, long size) throws IOException {
        try (SpooledFile file = spooled(key)) {
            files.keep(key, new SpooledFile(file.path(), size, file.sha256()));
        }
    }

    private SpooledFile spooled(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(folder.resolve("file-" + content + ".part"), bytes);
        return new SpooledFile(path, bytes.length, Sha256.of(bytes));
    }
}
