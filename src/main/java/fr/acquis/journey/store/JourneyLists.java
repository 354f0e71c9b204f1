package fr.acquis.journey.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.journey.Filings;
import fr.acquis.journey.Journey;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions over many cases, each answered by one index. */
@Repository
public class JourneyLists {

    private final JdbcClient database;

    JourneyLists(JdbcClient database) {
        this.database = database;
    }

    public List<JourneyId> ofCandidate(PersonId candidate) {
        return database.sql("select id from journey where candidate_id = :candidate order by created_at desc limit 100")
                .param("candidate", candidate.value())
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .list();
    }

    public Optional<JourneyId> draftOf(PersonId candidate, CertificationId certification) {
        return database.sql("""
                        select id from journey
                        where candidate_id = :candidate and certification_id = :certification
                          and submitted_at is null and ended_at is null
                        order by created_at limit 1
                        """)
                .param("candidate", candidate.value())
                .param("certification", certification.value())
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Filings filings(Journey journey, int year) {
        return database.sql("""
                        select coalesce(sum(certification_id = :certification), 0) as same, count(*) as total
                        from journey
                        where candidate_id = :candidate
                          and (id = :journey
                               or (submitted_at >= :from and submitted_at < :until
                                   and coalesce(ending, '') not in ('REFUSED', 'ABANDONED')))
                        """)
                .param("certification", journey.certification().value())
                .param("candidate", journey.candidate().value())
                .param("journey", journey.id().value())
                .param("from", startOf(year))
                .param("until", startOf(year + 1))
                .query((row, n) -> new Filings(row.getInt("same"), row.getInt("total")))
                .single();
    }

    /** Cases whose date of silence is before the given instant and that nobody decided, the earliest first. */
    public List<JourneyId> silentBefore(Instant instant, int most) {
        return database.sql("""
                        select id from journey where clock_runs = 1 and silence_at <= :instant
                        order by silence_at limit :most
                        """)
                .param("instant", instant)
                .param("most", most)
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .list();
    }

    public List<JourneyId> toEscalate(Instant before, int most) {
        return database.sql("""
                        select id from journey where clock_runs = 1 and silence_at <= :before and escalated_at is null
                        order by silence_at limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Cases whose process should be running: submitted, not yet decided, not over. */
    public List<JourneyId> underWay() {
        return database.sql("select id from journey where clock_runs = 1 order by id")
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Instant startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(LegalClock.ZONE).toInstant();
    }
}
