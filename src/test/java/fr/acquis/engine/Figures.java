package fr.acquis.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: JSON for machines, a table for people. */
public final class Figures {

    private record Figure(double value, String unit) {}

    private final String name;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    public Figures(String name) {
        this.name = name;
    }

    public void put(String figure, String unit, double value) {
        figures.put(figure, new Figure(Math.round(value * 10) / 10.0, unit));
    }

    public double of(String figure) {
        return figures.get(figure).value();
    }

    /** The value that so many percent of the values do not exceed. */
    public static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(name + ".json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        StringBuilder table = new StringBuilder("| figure | value | unit |\n|---|---:|---|\n");
        figures.forEach((figure, found) ->
                table.append(String.format(Locale.ROOT, "| %s | %.1f | %s |%n", figure, found.value(), found.unit())));
        Files.writeString(folder.resolve(name + ".md"), table);
        System.out.println(table);
    }
}
