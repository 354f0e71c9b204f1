package fr.acquis.certification.store;

import fr.acquis.certification.Certification;
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
