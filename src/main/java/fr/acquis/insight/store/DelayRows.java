package fr.acquis.insight.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.shared.CertifyingBodyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Delays as they were counted. */
@Repository
@Transactional(readOnly = true)
public class DelayRows {

    static final UUID ALL = new UUID(0, 0);

    private final JdbcClient database;

    DelayRows(JdbcClient database) {
        this.database = database;
    }

    /** How many cases took how many days, and how many of them were late. */
    public static final class Counted {
        private final SortedMap<Integer, Long> casesByDays = new TreeMap<>();
        private long late;

        public SortedMap<Integer, Long> casesByDays() {
            return casesByDays;
        }

        public long late() {
            return late;
        }
    }

    /** By measure, of answers given from the first day of that month on. */
    public Map<String, Counted> read(CertifyingBodyId body, @Nullable CertificationId certification, YearMonth first) {
        Map<String, Counted> byMeasure = new HashMap<>();
        database.sql("""
                        select measure, days, sum(cases) as cases, sum(late) as late from insight_delay
                        where certifying_body_id = :body and certification_id = :certification and month >= :first
                        group by measure, days
                        """)
                .param("body", body.value())
                .param("certification", certification == null ? ALL : certification.value())
                .param("first", first.atDay(1))
                .query(row -> {
                    Counted counted = byMeasure.computeIfAbsent(row.getString("measure"), name -> new Counted());
                    counted.casesByDays.put(row.getInt("days"), row.getLong("cases"));
                    counted.late += row.getLong("late");
                });
        return byMeasure;
    }

    public @Nullable Instant countedAt() {
        return database.sql("select max(counted_at) as at from insight_month")
                .query((row, n) -> row.getObject("at", Instant.class))
                .optional()
                .orElse(null);
    }
}
