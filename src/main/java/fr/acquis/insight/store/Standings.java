package fr.acquis.insight.store;

import fr.acquis.shared.JourneyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts where cases stand, and lists them. */
@Repository
@Transactional(readOnly = true)
public class Standings {

    private final JdbcClient database;

    Standings(JdbcClient database) {
        this.database = database;
    }

    public record Count(String place, long cases, long late, long soon) {}

    public List<Count> count(Source source, Cut cut) {
        return database.sql(source.counted(cut))
                .params(cut.parameters())
                .query((row, n) -> new Count(
                        row.getString("place"), row.getLong("cases"), row.getLong("late"), row.getLong("soon")))
                .list();
    }

    /**
     * What a list is made of.
     *
     * @param places by source, which of its places; none for all of a source
     */
    public record Wanted(Map<Source, List<String>> places, Due due) {}

    /** Which dates. */
    public enum Due {
        ANY(""),
        OVER(" and # <= :now"),
        NEAR(" and # > :now and # <= :soon");

        private final String condition;

        Due(String condition) {
            this.condition = condition;
        }
    }

    public record Row(
            Source source,
            JourneyId journey,
            String caseNumber,
            String candidate,
            String certification,
            String place,
            Instant ranked,
            @Nullable Instant due,
            @Nullable Instant since,
            @Nullable String reason) {}

    /** The last row of the page before. */
    public record After(Instant ranked, UUID journey, String source) {}

    /** @param most how many rows at most */
    public List<Row> rows(Wanted wanted, Cut cut, @Nullable After after, int most) {
        if (wanted.places().isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = cut.parameters();
        parameters.put("most", most);
        if (after != null) {
            parameters.put("ranked", after.ranked());
            parameters.put("case", after.journey());
            parameters.put("source", after.source());
        }
        String parts = wanted.places().entrySet().stream()
                .map(entry -> "(" + part(entry.getKey(), entry.getValue(), wanted.due(), cut, after, parameters) + ")")
                .collect(Collectors.joining(" union all "));
        return database.sql("""
                        select s.*, c.case_number, p.display_name, t.title
                        from (%s) s
                        join v_journey_progress c on c.id = s.case_id
                        join v_identity_person p on p.id = c.candidate_id
                        join v_certification_title t on t.id = c.certification_id
                        order by s.ranked, s.case_id, s.source limit :most
                        """.formatted(parts))
                .params(parameters)
                .query((row, n) -> new Row(
                        Source.valueOf(row.getString("source")),
                        new JourneyId(row.getObject("case_id", UUID.class)),
                        row.getString("case_number"),
                        row.getString("display_name"),
                        row.getString("title"),
                        row.getString("place"),
                        row.getObject("ranked", Instant.class),
                        row.getObject("due", Instant.class),
                        row.getObject("since", Instant.class),
                        row.getString("reason")))
                .list();
    }

    private static String part(
            Source source,
            Collection<String> places,
            Due due,
            Cut cut,
            @Nullable After after,
            Map<String, Object> parameters) {
        String name = "places" + source.name();
        parameters.put(name, places);
        return source.listed(cut, !places.isEmpty(), due.condition, after == null)
                .replace("(:places)", "(:" + name + ")");
    }
}
