package fr.acquis.worklist.web;

import fr.acquis.worklist.SavedViews;
import fr.acquis.worklist.Sort;
import fr.acquis.worklist.Stage;
import fr.acquis.worklist.TaskFilter;
import fr.acquis.worklist.TaskKind;
import fr.acquis.worklist.View;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The filter as an address says it: {@code view kind stage late certification branch holder team tag from until later sort}.
 * What it does not know, it leaves aside: an old link still opens. Words typed are kept here and named by an id.
 */
@Component
class FilterAddress {

    private final SavedViews views;

    FilterAddress(SavedViews views) {
        this.views = views;
    }

    /** @param words the id of the words, null without any */
    record Asked(TaskFilter filter, @Nullable UUID words) {

        String state() {
            return FilterAddress.state(filter);
        }

        String query() {
            return words == null ? state() : state() + "&words=" + words;
        }
    }

    Asked read(MultiValueMap<String, String> parameters) {
        UUID words = one(parameters, "words", UUID::fromString);
        String said = words == null ? "" : views.words(words).orElse("");
        Set<TaskKind> kinds = EnumSet.noneOf(TaskKind.class);
        parameters
                .getOrDefault("kind", List.of())
                .forEach(name -> parsed(name, TaskKind::valueOf).ifPresent(kinds::add));
        TaskFilter filter = new TaskFilter(
                orElse(one(parameters, "view", View::valueOf), View.TEAM),
                kinds,
                one(parameters, "stage", Stage::valueOf),
                Boolean.parseBoolean(parameters.getFirst("late")),
                one(parameters, "certification", UUID::fromString),
                one(parameters, "branch", branch -> branch.substring(0, Math.min(branch.length(), 120))),
                one(parameters, "holder", UUID::fromString),
                one(parameters, "team", UUID::fromString),
                one(parameters, "tag", UUID::fromString),
                one(parameters, "from", LocalDate::parse),
                one(parameters, "until", LocalDate::parse),
                said,
                Boolean.parseBoolean(parameters.getFirst("later")),
                orElse(one(parameters, "sort", Sort::valueOf), Sort.DUE));
        return new Asked(filter, said.isEmpty() ? null : words);
    }

    /** The same from a text that came back with a form. */
    Asked read(String query) {
        try {
            MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
            UriComponentsBuilder.fromUriString("?" + query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> values.stream()
                            .filter(value -> value != null)
                            .forEach(value -> decoded.add(name, UriUtils.decode(value, "UTF-8"))));
            return read(decoded);
        } catch (IllegalArgumentException unreadable) {
            return new Asked(TaskFilter.of(View.TEAM), null);
        }
    }

    static String state(TaskFilter filter) {
        StringBuilder query = new StringBuilder("view=" + filter.view());
        filter.kinds().stream().sorted().forEach(kind -> query.append("&kind=").append(kind));
        add(query, "stage", filter.stage());
        add(query, "late", filter.late() ? true : null);
        add(query, "certification", filter.certification());
        add(query, "branch", filter.branch() == null ? null : UriUtils.encode(filter.branch(), "UTF-8"));
        add(query, "holder", filter.holder());
        add(query, "team", filter.team());
        add(query, "tag", filter.tag());
        add(query, "from", filter.dueFrom());
        add(query, "until", filter.dueUntil());
        add(query, "later", filter.later() ? true : null);
        add(query, "sort", filter.sort() == Sort.DUE ? null : filter.sort());
        return query.toString();
    }

    private static void add(StringBuilder query, String name, @Nullable Object value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(value);
        }
    }

    private static <T> @Nullable T one(
            MultiValueMap<String, String> parameters, String name, Function<String, T> reading) {
        String value = parameters.getFirst(name);
        return value == null || value.isBlank() ? null : parsed(value, reading).orElse(null);
    }

    private static <T> Optional<T> parsed(String value, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(value));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
