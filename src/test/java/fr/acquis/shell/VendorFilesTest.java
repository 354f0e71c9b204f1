package fr.acquis.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others made and a browser receives is exactly what the manifest says, with its licence. */
@Tag("fast")
class VendorFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/static/vendor");

    @Test
    void each_file_is_the_one_of_the_manifest_and_no_other_stands_there() throws Exception {
        Map<String, String> promised = new TreeMap<>();
        for (JsonNode file : manifest()) {
            promised.put(file.get("file").asString(), file.get("sha256").asString());
        }
        Map<String, String> found = new TreeMap<>();
        for (Path file : files()) {
            found.put(FOLDER.relativize(file).toString(), sha256(file));
        }
        assertThat(found).isEqualTo(promised);
    }

    @Test
    void each_file_has_a_name_a_version_a_licence_and_the_licence_beside_it() throws IOException {
        for (JsonNode file : manifest()) {
            for (String property : List.of("title", "package", "version", "licence")) {
                assertThat(file.path(property).asString())
                        .as("%s of %s", property, file)
                        .isNotBlank();
            }
            Path licence = FOLDER.resolve(file.get("file").asString()).resolveSibling("LICENSE.txt");
            assertThat(licence).isNotEmptyFile();
        }
    }

    private static JsonNode manifest() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(FOLDER.resolve("manifest.json")))
                .get("files");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("manifest.json"))
                    .toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
