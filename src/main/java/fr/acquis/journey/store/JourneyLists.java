package fr.acquis.journey.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.identity.Visibility;
import fr.acquis.journey.Ending;
import fr.acquis.journey.Filings;
import fr.acquis.journey.Journey;
import fr.acquis.journey.JourneyLine;
import fr.acquis.journey.LegalClock;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * What the reader may see, the latest first: a candidate's own cases by their beginning, a body's by their filing; a
     * draft is its candidate's alone.
     *
     * @param most one more than a page, to tell whether there is another
     */
    public List<JourneyLine> visible(
            Visibility.Condition visible, boolean own, @Nullable Instant at, @Nullable UUID id, int most) {
        String order = own ? "j.created_at" : "j.submitted_at";
        return database.sql("""
                        select j.id, j.case_number, j.created_at, j.submitted_at, j.silence_at, j.decided_at, j.refused, j.ended_at,
                               j.ending, j.candidate_id, p.display_name, j.certification_id, c.title, c.number
                        from journey j
                        join v_identity_person p on p.id = j.candidate_id
                        join v_certification_title c on c.id = j.certification_id
                        where %1$s and %2$s is not null
                          and (:first or %2$s < :at or %2$s = :at and j.id < :id)
                        order by %2$s desc, j.id desc limit :most
                        """.formatted(visible.sql(), order))
                .params(visible.parameters())
                .param("first", at == null)
                .param("at", at == null ? Instant.EPOCH : at)
                .param("id", id == null ? new UUID(0, 0) : id)
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
    }

    private static JourneyLine line(ResultSet row) throws SQLException {
        String ending = row.getString("ending");
        return new JourneyLine(
                new JourneyId(row.getObject("id", UUID.class)),
                row.getString("case_number"),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                row.getString("display_name"),
                new CertificationId(row.getObject("certification_id", UUID.class)),
                row.getString("title"),
                row.getString("number"),
                row.getObject("created_at", Instant.class),
                row.getObject("submitted_at", Instant.class),
                row.getObject("silence_at", Instant.class),
                row.getObject("decided_at", Instant.class),
                row.getBoolean("refused"),
                row.getObject("ended_at", Instant.class),
                ending == null ? null : Ending.valueOf(ending));
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

    /** Cases nobody decided whose manager should be warned by now, by the rule of each case. */
    public List<JourneyId> toEscalate(Instant now, int most) {
        return database.sql("""
                        select id from journey where clock_runs = 1 and escalate_at <= :now and escalated_at is null
                        order by escalate_at limit :most
                        """)
                .param("now", now)
                .param("most", most)
                .query((row, n) -> new JourneyId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Refused cases whose time for an appeal is over, and nobody appealed. */
    public List<JourneyId> unappealedBefore(Instant instant, int most) {
        return database.sql("""
                        select id from journey where appeal_runs = 1 and appeal_until <= :instant
                        order by appeal_until limit :most
                        """)
                .param("instant", instant)
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
