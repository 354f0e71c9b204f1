package fr.acquis.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No line of the product or of its migrations takes a bloc away or rewrites how it was acquired. */
@Tag("fast")
@Tag("whole")
class BlocksForLifeTest {

    private static final Path SOURCES = Path.of("src/main");

    private static final Pattern TAKES_AWAY = Pattern.compile(
            "(update|delete\\s+from|delete|truncate(\\s+table)?|drop\\s+table(\\s+if\\s+exists)?|replace\\s+into)\\s+`?acquired_block\\b"
                    + "|insert\\s+into\\s+`?acquired_block\\b[^;\"]*on\\s+duplicate\\s+key\\s+update");

    @Test
    void nothing_updates_or_deletes_an_acquired_block() throws IOException {
        List<String> found = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(BlocksForLifeTest::isCode).toList()) {
                looked++;
                String code = Files.readString(file).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
                if (TAKES_AWAY.matcher(code).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(looked).isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    @Test
    void the_search_sees_what_it_looks_for() {
        assertThat(TAKES_AWAY
                        .matcher("delete from acquired_block where person_id = :p")
                        .find())
                .isTrue();
        assertThat(TAKES_AWAY.matcher("update acquired_block set source = :s").find())
                .isTrue();
        assertThat(TAKES_AWAY
                        .matcher("insert ignore into acquired_block (person_id)")
                        .find())
                .isFalse();
    }

    @Test
    void only_the_room_that_keeps_blocs_names_their_table() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve("java"))) {
            for (Path file : files.filter(BlocksForLifeTest::isCode).toList()) {
                if (Files.readString(file).contains("acquired_block")
                        && !file.toString().contains("/award/")) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean isCode(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".sql");
    }
}
