package fr.acquis.certification.store;

import fr.acquis.certification.Certification;
import fr.acquis.certification.Standing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which certifications, in which order: what follows {@code from certification}. Words are read by prefix from their key,
 * pages from the index by title.
 */
record CatalogueQuery(String clauses, Map<String, Object> parameters) {

    /** All that words find; null when words are given and hold nothing to look for. */
    static @Nullable CatalogueQuery of(String words) {
        List<String> beginnings = SearchText.beginnings(words);
        if (beginnings.isEmpty() && !words.isBlank()) {
            return null;
        }
        CatalogueQuery query = new CatalogueQuery("", Map.of());
        for (String beginning : beginnings) {
            String name = "word" + query.parameters.size();
            query = query.and(
                    "id in (select certification_id from certification_word where word like :" + name + " escape '!')",
                    Map.of(name, SearchText.pattern(beginning)));
        }
        return query;
    }

    /** Only those of a branch. */
    CatalogueQuery inBranch(String slug) {
        return and(
                "id in (select certification_id from certification_branch where branch_slug = :branch)",
                Map.of("branch", slug));
    }

    /** Only those that stand at the register that day, or only those that do not. */
    CatalogueQuery standing(Standing standing, LocalDate day) {
        String ended = """
                (registered_until is not null and registered_until < :day
                 or certifying_body_id is null
                    and id in (select certification_id from certification_register where not active))""";
        return switch (standing) {
            case ALL -> this;
            case RUNNING -> and("not " + ended, Map.of("day", day));
            case ENDED -> and(ended, Map.of("day", day));
        };
    }

    /** A page by title from the edge on, without it; backwards the nearest first. */
    CatalogueQuery page(@Nullable Certification edge, boolean backwards, int limit) {
        CatalogueQuery beyond = edge == null
                ? this
                : and(
                        backwards
                                ? "title <= :title and (title < :title or id < :id)"
                                : "title >= :title and (title > :title or id > :id)",
                        Map.of("title", edge.title(), "id", edge.id().value()));
        String order = backwards ? "order by title desc, id desc" : "order by title, id";
        return new CatalogueQuery(
                beyond.clauses + order + " limit :limit", joined(beyond.parameters, Map.of("limit", limit)));
    }

    private CatalogueQuery and(String condition, Map<String, Object> values) {
        return new CatalogueQuery(
                clauses + (clauses.isEmpty() ? "where " : "and ") + condition + "\n", joined(parameters, values));
    }

    private static Map<String, Object> joined(Map<String, Object> some, Map<String, Object> others) {
        Map<String, Object> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }
}
