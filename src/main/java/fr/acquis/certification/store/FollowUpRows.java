package fr.acquis.certification.store;

import fr.acquis.certification.FollowUp;
import fr.acquis.certification.FollowUp.Concern;
import fr.acquis.certification.FollowUp.Scope;
import fr.acquis.certification.RegulationParameters;
import fr.acquis.shared.CertifyingBodyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Registrations that end, have ended, were replaced, or differ from what is held here. */
@Repository
public class FollowUpRows {

    /** The règlement's own months where it has them. */
    private static final String MONTHS = """
            coalesce((select cast(p.value as unsigned)
                      from regulation_parameter p
                      where p.certification_id = c.id and p.name = '%s' and p.valid_from <= :today
                      order by p.valid_from desc
                      limit 1), %d)
            """;

    private static final String WATCHED = """
            select w.*,
                   w.ends_on >= :today and w.ends_on <= date_add(:today, interval w.alert_months month) as ending,
                   w.ends_on >= :today and date_sub(w.ends_on, interval w.file_months month) < :today as file_late,
                   date_sub(w.ends_on, interval w.file_months month) as file_due
            from (
                select c.id, c.certifying_body_id, c.certifier, c.registration, c.number, c.title, c.level, c.branch,
                       c.registered_from, c.registered_until, c.replaced_by, c.fictive,
                       c.registered_until as ends_on,
                       coalesce(c.registered_until, '9999-12-31') as in_order,
                       coalesce(s.number, r.successor) as successor,
                       %s as alert_months,
                       %s as file_months,
                       coalesce(%s, false) as ended,
                       c.replaced_by is not null or r.successor is not null as replaced,
                       c.certifying_body_id is not null and r.certification_id is not null and (
                           not r.title <=> c.title or not r.level <=> c.level
                           or not r.registered_from <=> c.registered_from
                           or not r.registered_until <=> c.registered_until) as differs
                from certification c
                left join certification_register r on r.certification_id = c.id
                left join certification s on s.id = c.replaced_by
                where c.number is not null and %s
            ) w
            """;

    private final JdbcClient database;

    FollowUpRows(JdbcClient database) {
        this.database = database;
    }

    /** How many each concern has; those with none at all are not counted. */
    public Map<Concern, Integer> counts(Scope scope, @Nullable CertifyingBodyId body, LocalDate today) {
        Map<Concern, Integer> counts = new EnumMap<>(Concern.class);
        query("""
                select coalesce(sum(ending), 0) as ending, coalesce(sum(file_late), 0) as file_late,
                       coalesce(sum(ended), 0) as ended, coalesce(sum(replaced), 0) as replaced,
                       coalesce(sum(differs), 0) as differs
                from (""" + watched(scope) + ") counted", body, today, Map.of()).query(row -> {
            for (Concern concern : Concern.values()) {
                counts.put(concern, row.getInt(concern.name()));
            }
        });
        return counts;
    }

    /**
     * Nearest end first.
     *
     * @param concern null for any
     * @param edge the last of the page before, or the first of the page after; null for the first page
     */
    public List<FollowUp> page(
            Scope scope,
            @Nullable CertifyingBodyId body,
            @Nullable Concern concern,
            LocalDate today,
            @Nullable Edge edge,
            boolean backwards,
            int limit) {
        String asked = concern == null ? "(ending or file_late or ended or replaced or differs)" : concern.name();
        String sign = backwards ? "<" : ">";
        String beyond =
                edge == null ? "" : " and (in_order %s :edge or in_order = :edge and id %s :id)".formatted(sign, sign);
        Map<String, Object> more = new HashMap<>(Map.of("limit", limit));
        if (edge != null) {
            more.put("edge", edge.inOrder());
            more.put("id", edge.id());
        }
        return query(
                        "select * from (" + watched(scope) + ") listed where " + asked + beyond
                                + (backwards ? " order by in_order desc, id desc" : " order by in_order, id")
                                + " limit :limit",
                        body,
                        today,
                        more)
                .query(FollowUpRows::followUp)
                .list();
    }

    /** Where a page ends: the end of the registration, and the certification. */
    public record Edge(LocalDate inOrder, UUID id) {}

    private JdbcClient.StatementSpec query(
            String sql, @Nullable CertifyingBodyId body, LocalDate today, Map<String, Object> more) {
        return database.sql(sql)
                .param("today", today)
                .param("body", body == null ? null : body.value())
                .params(more);
    }

    private static String watched(Scope scope) {
        String whose = switch (scope) {
            case MINE -> "c.certifying_body_id = :body";
            case HERE -> "c.certifying_body_id is not null";
            case ALL -> "true";
        };
        return WATCHED.formatted(
                months(
                        RegulationParameters.RENEWAL_ALERT_MONTHS.name(),
                        RegulationParameters.RENEWAL_ALERT_MONTHS.byDefault()),
                months(
                        RegulationParameters.RENEWAL_FILE_MONTHS.name(),
                        RegulationParameters.RENEWAL_FILE_MONTHS.byDefault()),
                BranchRows.ENDED,
                whose);
    }

    private static String months(String parameter, int byDefault) {
        return MONTHS.formatted(parameter, byDefault);
    }

    private static FollowUp followUp(ResultSet row, int n) throws SQLException {
        Set<Concern> concerns = EnumSet.noneOf(Concern.class);
        for (Concern concern : Concern.values()) {
            if (row.getBoolean(concern.name())) {
                concerns.add(concern);
            }
        }
        return new FollowUp(
                CertificationRows.certification(row, n),
                concerns,
                row.getObject("file_due", LocalDate.class),
                row.getString("successor"));
    }
}
