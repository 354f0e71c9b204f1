package fr.acquis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml, .env.example, Dockerfile and application.yaml say the same, and open no door by default. */
@Tag("fast")
class ProductionFilesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(?:(:[-?])([^}]*))?}");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|ACCESS_KEY).*");

    private final String text = MonitoringFiles.text(Path.of("docker-compose.yml"));
    private final Map<String, Map<String, Object>> services = services();
    private final Map<String, String> example = example();

    @Test
    void the_example_names_every_variable_of_the_compose_file_and_no_other() {
        assertThat(example.keySet()).isEqualTo(variables().keySet());
    }

    @Test
    void what_the_example_gives_is_what_the_compose_file_would_take() {
        variables()
                .forEach((name, fallback) -> assertThat(example.get(name))
                        .as(name)
                        .isEqualTo(fallback.startsWith(":-") ? fallback.substring(2) : ""));
    }

    @Test
    void no_secret_has_a_default() {
        assertThat(variables()).allSatisfy((name, fallback) -> {
            if (SECRET.matcher(name).matches()) {
                // A mail server that asks for no password has none, nor has a mailbox that is not read.
                assertThat(fallback).as(name).matches(name.matches("ACQUIS_MAIL(BOX)?_PASSWORD") ? ":-" : ":\\?.+");
            }
        });
    }

    @Test
    void every_image_is_pinned_behind_a_variable() {
        assertThat(services).allSatisfy((name, service) -> {
            var image = VARIABLE.matcher((String) service.get("image"));
            assertThat(image.matches()).as(name).isTrue();
            assertThat(image.group(3)).as(name).matches(".+:v?\\d+\\.\\d+[\\w.-]*");
        });
        assertThat(text + MonitoringFiles.text(Path.of("Dockerfile"))).doesNotContain("latest");
    }

    @Test
    void every_service_says_how_it_is_and_what_it_may_use() {
        assertThat(staying()).allSatisfy((name, service) -> {
            assertThat(service).as(name).containsKeys("healthcheck", "restart", "networks", "logging", "security_opt");
            assertThat(service.get("deploy").toString()).as(name).contains("cpus", "memory");
        });
    }

    @Test
    void whoever_waits_for_health_waits_for_a_service_that_tells_it() {
        services.forEach((name, service) -> ((Map<?, ?>) service.getOrDefault("depends_on", Map.of()))
                .forEach((other, condition) -> {
                    assertThat(services).as(name).containsKey((String) other);
                    assertThat(condition.toString()).matches("\\{condition=service_(healthy|started)}");
                }));
    }

    @Test
    void what_is_published_is_published_on_this_machine_only() {
        services.values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("ports", List.of())).stream())
                .forEach(port -> assertThat(port.toString()).matches("\\$\\{[A-Z_]+:-127\\.0\\.0\\.1:\\d+}:\\d+"));
    }

    @Test
    void every_file_that_is_mounted_exists() {
        services.values().stream()
                .flatMap(service -> ((List<?>) service.getOrDefault("volumes", List.of())).stream())
                .map(Object::toString)
                .filter(mount -> mount.startsWith("./"))
                .forEach(mount -> assertThat(Path.of(mount.split(":")[0])).exists());
    }

    @Test
    void the_application_reads_every_setting_it_is_given_and_is_given_every_setting_it_reads() {
        Set<String> given = ((Map<?, ?>) services.get("app").get("environment"))
                .keySet().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> read = Pattern.compile("\\$\\{(ACQUIS_[A-Z0-9_]+)")
                .matcher(MonitoringFiles.text(Path.of("src/main/resources/application.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(given).isEqualTo(read);
    }

    @Test
    void the_guide_explains_every_setting_of_the_application() {
        String guide = MonitoringFiles.text(Path.of("docs/operations.md"));
        assertThat(((Map<?, ?>) services.get("app").get("environment")).keySet())
                .allSatisfy(name -> assertThat(guide).contains("`" + name + "`"));
    }

    @Test
    void the_image_runs_as_nobody_in_particular_and_tells_its_health() {
        List<String> lines = MonitoringFiles.text(Path.of("Dockerfile")).lines().toList();
        assertThat(lines).contains("USER acquis").anyMatch(line -> line.startsWith("HEALTHCHECK"));
        assertThat(lines.indexOf("USER acquis"))
                .isGreaterThan(lines.lastIndexOf("COPY --from=build /layers/application/ ./"));
        assertThat(Files.exists(Path.of(".dockerignore"))).isTrue();
    }

    /** Those that are started and stay; the others run once and end. */
    private Map<String, Map<String, Object>> staying() {
        Map<String, Map<String, Object>> staying = new TreeMap<>(services);
        staying.values().removeIf(service -> service.containsKey("profiles"));
        return staying;
    }

    /** Each variable with what follows its name; the same wherever it stands. */
    private Map<String, String> variables() {
        Map<String, String> found = new TreeMap<>();
        VARIABLE.matcher(text).results().forEach(one -> {
            String fallback = one.group(2) == null ? "" : one.group(2) + one.group(3);
            String before = found.put(one.group(1), fallback);
            assertThat(before == null || before.equals(fallback))
                    .as(one.group())
                    .isTrue();
        });
        return found;
    }

    private static Map<String, String> example() {
        return MonitoringFiles.text(Path.of(".env.example"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair[1],
                        (first, second) -> {
                            throw new AssertionError("twice in .env.example: " + first + " " + second);
                        },
                        TreeMap::new));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return (Map<String, Map<String, Object>>) file.get("services");
    }
}
