package fr.acquis.insight.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the delays of one month anew; the same answer however often it is done. */
@Repository
public class DelayCounts {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final String KEPT =
            "insert into insight_delay (certifying_body_id, certification_id, month, measure, days, cases, late) ";

    /** Each with its own end in the month; a delay is the number of whole days between two moments, never negative. */
    private static final List<String> MEASURES = List.of("""
            select t.certifying_body_id, j.certification_id, :month, t.kind,
                   greatest(timestampdiff(day, t.created_at, t.submitted_at), 0) as days, count(*), sum(t.submitted_at > t.due_at)
            from v_worklist_step t join v_journey_progress j on j.id = t.journey_id
            where t.submitted_at >= :from and t.submitted_at < :until
            group by t.certifying_body_id, j.certification_id, t.kind, days
            """, """
            select j.certifying_body_id, j.certification_id, :month, 'DECISION',
                   greatest(timestampdiff(day, coalesce(j.reexamined_at, j.submitted_at), j.decided_at), 0) as days, count(*),
                   coalesce(sum(j.decided_at >= j.silence_at), 0)
            from v_journey_progress j
            where j.decided_at >= :from and j.decided_at < :until and j.submitted_at is not null
            group by j.certifying_body_id, j.certification_id, days
            """, """
            select j.certifying_body_id, j.certification_id, :month, 'JURY',
                   greatest(timestampdiff(day, d.deposited_at, h.deliberated_at), 0) as days, count(*),
                   coalesce(sum(h.deliberated_at > r.jury_due), 0)
            from v_jury_hearing h
            join v_livret2_deposit d on d.journey_id = h.journey_id and d.attempt = h.attempt and d.number = 1
            join v_journey_progress j on j.id = h.journey_id
            left join v_jury_request r on r.journey_id = h.journey_id and r.attempt = h.attempt
            where h.deliberated_at >= :from and h.deliberated_at < :until and h.outcome not in ('EXCUSED', 'ABSENT', 'ADJOURNED')
            group by j.certifying_body_id, j.certification_id, days
            """, """
            select j.certifying_body_id, j.certification_id, :month, 'RESULT',
                   greatest(timestampdiff(day, h.deliberated_at, h.notified_at), 0) as days, count(*),
                   coalesce(sum(h.notified_at > h.result_due), 0)
            from v_jury_hearing h join v_journey_progress j on j.id = h.journey_id
            where h.notified_at >= :from and h.notified_at < :until and h.deliberated_at is not null
            group by j.certifying_body_id, j.certification_id, days
            """);

    private final JdbcClient database;

    DelayCounts(JdbcClient database) {
        this.database = database;
    }

    /** How much there is to count in a month, by kind of source: it changes when an answer is added, whenever that is. */
    @Transactional(readOnly = true)
    public String stamp(YearMonth month) {
        return database.sql("""
                        select concat_ws('/',
                          (select count(*) from v_worklist_step where submitted_at >= :from and submitted_at < :until),
                          (select count(*) from v_journey_progress where decided_at >= :from and decided_at < :until),
                          (select count(*) from v_jury_hearing where deliberated_at >= :from and deliberated_at < :until),
                          (select count(*) from v_jury_hearing where notified_at >= :from and notified_at < :until))
                        """).params(bounds(month)).query(String.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<String> counted(YearMonth month) {
        return database.sql("select stamp from insight_month where month = :month")
                .param("month", month.atDay(1))
                .query(String.class)
                .optional();
    }

    /** In one transaction: a reader sees the month before or after, never half. */
    @Transactional
    public void count(YearMonth month, String stamp, Instant at) {
        Map<String, Object> bounds = bounds(month);
        // First, so that whoever counts the same month at the same time waits here.
        database.sql("""
                        insert into insight_month (month, stamp, counted_at) values (:month, :stamp, :at)
                        on duplicate key update stamp = :stamp, counted_at = :at
                        """).params(bounds).param("stamp", stamp).param("at", at).update();
        database.sql("delete from insight_delay where month = :month")
                .params(bounds)
                .update();
        MEASURES.forEach(measure -> database.sql(KEPT + measure).params(bounds).update());
        database.sql(KEPT + """
                        select certifying_body_id, :all, month, measure, days, sum(cases), sum(late) from insight_delay
                        where month = :month group by certifying_body_id, measure, days
                        """).params(bounds).param("all", DelayRows.ALL).update();
    }

    private static Map<String, Object> bounds(YearMonth month) {
        Map<String, Object> bounds = new HashMap<>();
        bounds.put("month", month.atDay(1));
        bounds.put("from", start(month.atDay(1)));
        bounds.put("until", start(month.plusMonths(1).atDay(1)));
        return bounds;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }
}
