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
    void what_nobody_takes_is_gone_after_two_minutes_or_when_many_came_after_it() throws IOException {
        keep("old");
        now = now.plusSeconds(119);
        for (int n = 0; n < 64; n++) {
            keep("new-" + n);
        }
        assertThat(folder.toFile().list()).hasSize(64);
        assertThat(files.take("old")).isEmpty();
        now = now.plusSeconds(121);
        files.forget();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void nothing_stays_when_the_application_stops_and_long_files_are_not_kept() throws IOException {
        keep("a");
        try (SpooledFile file = spooled("long")) {
            files.keep("long", new SpooledFile(file.path(), 5 << 20, file.sha256()));
        }
        assertThat(files.take("long")).isEmpty();
        files.destroy();
        assertThat(folder).isEmptyDirectory();
    }

    private void keep(String key) throws IOException {
        try (SpooledFile file = spooled(key)) {
            files.keep(key, file);
        }
    }

    private SpooledFile spooled(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Path path = Files.write(folder.resolve("file-" + content + ".part"), bytes);
        return new SpooledFile(path, bytes.length, Sha256.of(bytes));
    }
}
