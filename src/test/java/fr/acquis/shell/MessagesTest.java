package fr.acquis.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every room's words, in both languages. */
@Tag("fast")
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d|[a-z]+)");

    /** Times, addresses and mail subjects may hold a colon without a space. */
    private static final Pattern TIGHT = Pattern.compile("(?<![\u00a0\u202f ]|\\d|https?)[:;?!](?=\\s|$|\\|)");

    private static final Pattern LOOSE = Pattern.compile(" [:;?!»]|« ");

    @Test
    void every_key_exists_in_french_and_in_english() throws IOException {
        for (Path french : bundles()) {
            assertThat(words(english(french)).stringPropertyNames())
                    .as(french.toString())
                    .isEqualTo(words(french).stringPropertyNames());
        }
    }

    @Test
    void both_languages_use_the_same_arguments() throws IOException {
        for (Path french : bundles()) {
            Properties english = words(english(french));
            words(french)
                    .forEach((key, text) -> assertThat(arguments(english.getProperty((String) key)))
                            .as("%s: %s", french.getFileName(), key)
                            .isEqualTo(arguments((String) text)));
        }
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        Map<String, Path> owner = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path french : bundles()) {
            for (String key : words(french).stringPropertyNames()) {
                Path other = owner.put(key, french.getFileName());
                if (other != null) {
                    twice.add(key + " in " + other + " and " + french.getFileName());
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void no_word_is_empty_and_every_format_can_be_read() throws IOException {
        for (Path bundle : allFiles()) {
            words(bundle).forEach((key, text) -> {
                assertThat((String) text)
                        .as("%s: %s", bundle.getFileName(), key)
                        .isNotBlank();
                if (!((String) key).startsWith("jakarta.")) {
                    assertThat(new MessageFormat((String) text).toPattern())
                            .as((String) key)
                            .isNotBlank();
                }
            });
        }
    }

    /** A straight apostrophe would also silently swallow the arguments of its message. */
    @Test
    void apostrophes_are_curved() throws IOException {
        for (Path bundle : allFiles()) {
            words(bundle)
                    .forEach((key, text) -> assertThat((String) text)
                            .as("%s: %s", bundle.getFileName(), key)
                            .doesNotContain("'"));
        }
    }

    @Test
    void french_punctuation_has_its_non_breaking_space() throws IOException {
        for (Path french : bundles()) {
            words(french).forEach((key, text) -> {
                String said = ((String) text).replaceAll("\\{[^{}]*}", "0");
                assertThat(TIGHT.matcher(said).find() || LOOSE.matcher(said).find())
                        .as("%s: %s=%s", french.getFileName(), key, text)
                        .isFalse();
            });
        }
    }

    private static List<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .distinct()
                .toList();
    }

    private static Path english(Path french) {
        return FOLDER.resolve(french.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static List<Path> bundles() throws IOException {
        return allFiles().stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList();
    }

    private static List<Path> allFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Properties words(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
