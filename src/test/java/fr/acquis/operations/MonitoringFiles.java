package fr.acquis.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dashboards and alerts as they ship. */
final class MonitoringFiles {

    static final Path FOLDER = Path.of("tools/production");
    static final Path ALERTS = FOLDER.resolve("prometheus/alerts.yml");

    private static final Pattern METRIC = Pattern.compile("\\b(?:acquis|http|jvm|hikaricp|process)_[a-z_]+\\b");

    private MonitoringFiles() {}

    record Alert(String name, String expression, String severity, String summary, String runbook) {}

    static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        Map<String, Object> file = new Yaml().load(text(ALERTS));
        for (Object group : (List<?>) file.get("groups")) {
            for (Object rule : (List<?>) ((Map<?, ?>) group).get("rules")) {
                alerts.add(alert((Map<?, ?>) rule));
            }
        }
        return alerts;
    }

    private static Alert alert(Map<?, ?> rule) {
        Map<?, ?> labels = (Map<?, ?>) rule.get("labels");
        Map<?, ?> words = (Map<?, ?>) rule.get("annotations");
        return new Alert(
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                (String) labels.get("severity"),
                (String) words.get("summary"),
                (String) words.get("runbook"));
    }

    static List<String> dashboardExpressions() {
        List<String> expressions = new ArrayList<>();
        JsonNode board = JsonMapper.shared().readTree(text(FOLDER.resolve("grafana/dashboards/acquis.json")));
        for (JsonNode panel : board.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                expressions.add(target.get("expr").asString());
            }
        }
        return expressions;
    }

    /** Every series of the application that dashboards and alerts read. */
    static Set<String> metricsAskedFor() {
        Set<String> metrics = new TreeSet<>();
        List<String> expressions = new ArrayList<>(dashboardExpressions());
        alerts().forEach(alert -> expressions.add(alert.expression()));
        for (String expression : expressions) {
            METRIC.matcher(expression).results().forEach(found -> metrics.add(found.group()));
        }
        return metrics;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
