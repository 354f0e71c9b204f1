package fr.acquis.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class FormatTest {

    @Test
    void every_source_is_laid_out_the_one_way() throws Exception {
        List<Path> others = new ArrayList<>();
        for (Path file : Format.sources()) {
            String source = Files.readString(file);
            if (!Format.formatted(source).equals(source)) {
                others.add(file);
            }
        }
        assertThat(others)
                .as("not laid out; run: mvn -q test-compile exec:exec@format")
                .isEmpty();
    }
}
