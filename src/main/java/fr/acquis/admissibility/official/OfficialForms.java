package fr.acquis.admissibility.official;

import fr.acquis.admissibility.official.OfficialForm.Left;
import fr.acquis.admissibility.official.OfficialForm.Line;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The forms that are known: each mapping found among the resources. */
@Component
public class OfficialForms {

    private static final String FOLDER = "official-forms/";
    private static final double ALIKE = 0.6;
    private static final Pattern INDEX = Pattern.compile("\\{([nm])([+-]\\d+)?}");

    private final List<OfficialForm> forms;

    OfficialForms(JsonMapper json) throws IOException {
        forms = Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.json"))
                .map(mapping -> read(json, mapping))
                .sorted(Comparator.comparingInt(Mapping::rank).thenComparing(Mapping::name))
                .map(Mapping::form)
                .toList();
    }

    public List<OfficialForm> all() {
        return forms;
    }

    public Optional<OfficialForm> named(String name) {
        return forms.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** The form a filled file was made from, by the names of its fields; empty for a form of somebody else. */
    public Optional<OfficialForm> recognised(Set<String> names) {
        return forms.stream()
                .max(Comparator.comparingDouble(form -> form.likeness(names)))
                .filter(form -> form.likeness(names) >= ALIKE);
    }

    static InputStream blank(OfficialForm form) throws IOException {
        return new ClassPathResource(FOLDER + form.file()).getInputStream();
    }

    private static Mapping read(JsonMapper json, Resource mapping) {
        try (InputStream content = mapping.getInputStream()) {
            return json.readValue(content, Mapping.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the mapping " + mapping.getFilename() + " cannot be read", unreadable);
        }
    }

    /**
     * As it stands in the file: lines with ranges.
     *
     * @param rank its place among the forms offered, the whole file before what goes with it
     */
    private record Mapping(
            int rank,
            String name,
            String title,
            String version,
            String source,
            LocalDate from,
            String file,
            String sha256,
            List<Range> fields,
            List<Range> left) {

        OfficialForm form() {
            return new OfficialForm(
                    name,
                    title,
                    version,
                    source,
                    from,
                    file,
                    sha256,
                    fields.stream()
                            .flatMap(range -> range.each(
                                    (n, m) -> new Line(at(range.field, n, m), at(range.path, n, m), range.is)))
                            .toList(),
                    left.stream()
                            .flatMap(range -> range.each((n, m) -> new Left(at(range.field, n, m), range.why)))
                            .toList());
        }
    }

    /** @param n first and last number, as {@code m}; null where the line names one field */
    private record Range(
            String field,
            @Nullable String path,
            @Nullable String is,
            @Nullable String why,
            int @Nullable [] n,
            int @Nullable [] m) {

        <T> Stream<T> each(BiFunction<Integer, Integer, T> made) {
            return numbers(n).boxed().flatMap(one -> numbers(m).mapToObj(other -> made.apply(one, other)));
        }

        private static IntStream numbers(int @Nullable [] range) {
            return range == null ? IntStream.of(0) : IntStream.rangeClosed(range[0], range[1]);
        }
    }

    private static String at(String pattern, int n, int m) {
        return INDEX.matcher(pattern).replaceAll(index -> {
            int number = index.group(1).equals("n") ? n : m;
            return Integer.toString(number + (index.group(2) == null ? 0 : Integer.parseInt(index.group(2))));
        });
    }
}
