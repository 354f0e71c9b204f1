package fr.acquis.journey;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.LocalFigures;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Medians of a certification's own cases; each reads one range of an index that holds all it needs. */
@Service
@Transactional(readOnly = true)
class CaseDelays implements LocalFigures {

    private static final int YEARS = 2;
    private static final double SECONDS_IN_A_DAY = 86_400;

    private final JdbcClient database;

    CaseDelays(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Figures of(CertificationId certification, LocalDate day) {
        Instant since = day.minusYears(YEARS).atStartOfDay(LegalClock.ZONE).toInstant();
        return new Figures(median("""
                        select count(*) over () as cases,
                               median(timestampdiff(second, submitted_at, decided_at)) over () as seconds
                        from journey force index (journey_by_decision)
                        where certification_id = :certification and decided_at >= :since and submitted_at is not null
                        limit 1
                        """, certification, since), median("""
                        select count(*) over () as cases,
                               median(timestampdiff(second, submitted_at, ended_at)) over () as seconds
                        from journey force index (journey_by_ending)
                        where certification_id = :certification and ending = 'CERTIFIED' and ended_at >= :since
                          and submitted_at is not null
                        limit 1
                        """, certification, since));
    }

    private Median median(String sql, CertificationId certification, Instant since) {
        return database.sql(sql)
                .param("certification", certification.value())
                .param("since", since)
                .query((row, n) ->
                        Median.of(row.getInt("cases"), (int) Math.round(row.getDouble("seconds") / SECONDS_IN_A_DAY)))
                .optional()
                .orElse(new Median(null));
    }
}
