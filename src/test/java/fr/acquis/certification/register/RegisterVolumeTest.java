package fr.acquis.certification.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acquis.devservices.AcquisTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export of 300 MB (twice that unpacked), in a JVM with half the heap the product may have, in a schema of its own. */
@AcquisTest
@Tag("heavy")
class RegisterVolumeTest {

    private static final int FICHES = 105_000;
    private static final int ONE_CQP_OF = 20;
    private static final int BLOCKS = 8;
    private static final int LETTERS = 600;
    private static final String SCHEMA = "register_volume";

    @Autowired
    JdbcTemplate main;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Test
    void three_hundred_megabytes_are_imported_in_a_small_heap(@TempDir Path folder) throws Exception {
        Path file = MadeExport.of(1, RegisterVolumeTest::fiches).write(folder.resolve("export.zip"));
        assertThat(Files.size(file)).isGreaterThan(300L << 20);
        String schema = main.queryForObject("select database()", String.class);
        main.execute("create or replace database " + SCHEMA);
        try {
            String own = url.replace("/" + schema, "/" + SCHEMA);
            Flyway.configure().dataSource(own, user, password).load().migrate();
            JsonNode figures = JsonMapper.shared().readTree(imported(file, own));
            Path report = Path.of("target/bench/register-import.json");
            Files.createDirectories(report.getParent());
            Files.writeString(report, figures.toPrettyString());
            assertThat(figures.get("applied").asString()).isEqualTo("APPLIED");
            assertThat(figures.get("fiches").asInt()).isEqualTo(FICHES);
            assertThat(figures.get("kept").asInt()).isEqualTo(FICHES / ONE_CQP_OF);
            assertThat(figures.get("heapPeakMegabytes").asInt()).isLessThanOrEqualTo(256);
        } finally {
            main.execute("drop database " + SCHEMA);
        }
    }

    private String imported(Path file, String database) throws IOException, InterruptedException {
        String credentials = (database.contains("?") ? "&" : "?") + "user=" + user + "&password=" + password;
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Ddatabase=" + database + credentials,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportUnderHeap.class.getName(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow();
    }

    private static Stream<Sample> fiches() {
        return IntStream.range(0, FICHES).mapToObj(RegisterVolumeTest::fiche);
    }

    private static Sample fiche(int n) {
        Random chance = new Random(n);
        boolean cqp = n % ONE_CQP_OF == 0;
        String[] blocks = IntStream.range(0, BLOCKS)
                .mapToObj(b -> chance.ints(LETTERS, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toArray(String[]::new);
        String number = "RNCP" + (100_000 + n);
        return Sample.cqp(number, (cqp ? "CQP" : "Titre") + " numéro " + n)
                .ofKind(cqp ? "CQP" : "TP")
                .conventions(9000 + n / ONE_CQP_OF % 60 + " Branche " + n / ONE_CQP_OF % 60)
                .blocks(blocks);
    }
}
