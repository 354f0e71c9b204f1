package fr.acquis.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class GlossaryTest {

    private static final Pattern LINE = Pattern.compile("^\\| [^|]+ \\| `([A-Za-z0-9.]+)` \\| [^|]+ \\|$");

    @Test
    void every_word_of_the_glossary_is_a_word_of_the_code() throws IOException {
        Set<String> types;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(Files.readAllLines(Path.of("docs/glossary.md")))
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| French"))
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> {
                    var word = LINE.matcher(line);
                    assertThat(word.matches()).as(line).isTrue();
                    String name = word.group(1);
                    if (name.startsWith("Role.")) {
                        assertThat(Role.valueOf(name.substring("Role.".length())))
                                .isNotNull();
                    } else {
                        assertThat(types).contains(name);
                    }
                });
    }
}
