package fr.acquis.admissibility.official;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A blank form of the State with the mapping of its fields.
 *
 * @param version as people name it
 * @param source who publishes it
 * @param from the day it came into use
 * @param sha256 of the blank file
 * @param fields in the order of the form
 */
public record OfficialForm(
        String name,
        String title,
        String version,
        String source,
        LocalDate from,
        String file,
        String sha256,
        List<Line> fields,
        List<Left> left) {

    /**
     * One field and what it holds.
     *
     * @param is the value for which a box is ticked; null for a field of text
     */
    public record Line(String field, String path, @Nullable String is) {

        boolean box() {
            return is != null;
        }
    }

    /** A field that is not used, and why. */
    public record Left(String field, String why) {}

    public Set<String> paths() {
        return fields.stream().map(Line::path).collect(Collectors.toSet());
    }

    /** How much of the form a filled file shares with this one: of the names found in the file, those that are ours. */
    double likeness(Set<String> names) {
        if (names.isEmpty()) {
            return 0;
        }
        Set<String> ours = fields.stream().map(Line::field).collect(Collectors.toSet());
        return names.stream().filter(ours::contains).count() / (double) names.size();
    }

    /** What the fields say, by path; of boxes that exclude each other and are all ticked, nothing. */
    public Answers answers(Map<String, String> values) {
        Map<String, List<String>> said = fields.stream()
                .filter(line -> values.containsKey(line.field()))
                .collect(Collectors.groupingBy(
                        Line::path,
                        Collectors.mapping(
                                line -> line.box()
                                        ? line.is()
                                        : values.get(line.field()).strip(),
                                Collectors.toList())));
        return new Answers(
                said.entrySet().stream()
                        .filter(path -> path.getValue().size() == 1)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, path -> path.getValue().getFirst())),
                said.entrySet().stream()
                        .filter(path -> path.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    /** What is written into each field for these answers, by its name; boxes have their {@code is}. */
    public Map<String, String> values(Map<String, String> answers) {
        return fields.stream()
                .filter(line -> line.box()
                        ? Objects.equals(line.is(), answers.get(line.path()))
                        : answers.containsKey(line.path()))
                .collect(Collectors.toMap(Line::field, line -> answers.get(line.path())));
    }

    /** @param contradictory paths several boxes answer at once */
    public record Answers(Map<String, String> said, Set<String> contradictory) {}
}
