package fr.acquis.exchange.store;

import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row per case in which something was written to or by the candidate: what lists of threads are read from. */
@Repository
public class ThreadRows {

    private static final String LINES = """
            select t.journey_id, j.case_number, p.display_name, c.title, t.last_at, t.awaits_since,
                   m.body, m.side, coalesce(r.unread, 0) as unread
            from %s
            join exchange_message m on m.id = t.last_message_id
            join v_journey_case j on j.id = t.journey_id
            join v_identity_person p on p.id = j.candidate_id
            join v_certification_title c on c.id = j.certification_id
            left join exchange_reader r on r.journey_id = t.journey_id and r.kind = 'MESSAGE' and r.person_id = :me
            where %s
            """;

    private final JdbcClient database;

    ThreadRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A thread in a list.
     *
     * @param awaitsSince since when the candidate waits for a word; null when they do not
     * @param last the beginning of the last message; null when it was taken back
     */
    public record Line(
            JourneyId journey,
            String caseNumber,
            String candidate,
            String certification,
            Instant lastAt,
            @Nullable Instant awaitsSince,
            @Nullable String last,
            String lastSide,
            int unread) {}

    /** Where a page ended. */
    public record After(Instant at, UUID journey) {}

    /** What is true of the thread after something was written, taken back, or needs no answer. */
    public void refresh(JourneyId journey, CertifyingBodyId body, PersonId candidate) {
        database.sql("""
                        insert into exchange_thread
                            (journey_id, certifying_body_id, candidate_id, last_message_id, last_at)
                        select :journey, :body, :candidate, m.id, m.written_at from exchange_message m
                        where m.journey_id = :journey and m.kind = 'MESSAGE' order by m.id desc limit 1
                        on duplicate key update last_message_id = values(last_message_id), last_at = values(last_at)
                        """)
                .param("journey", journey.value())
                .param("body", body.value())
                .param("candidate", candidate.value())
                .update();
        database.sql("""
                        update exchange_thread set awaits_since = (
                            select min(m.written_at) from exchange_message m
                            where m.journey_id = :journey and m.kind = 'MESSAGE' and m.side = 'CANDIDATE'
                              and m.withdrawn_at is null
                              and m.written_at > coalesce(settled_at, '1970-01-02')
                              and m.id > coalesce((
                                  select max(a.id) from exchange_message a
                                  where a.journey_id = :journey and a.kind = 'MESSAGE' and a.side <> 'CANDIDATE'
                                    and a.withdrawn_at is null), '00000000-0000-0000-0000-000000000000'))
                        where journey_id = :journey
                        """).param("journey", journey.value()).update();
    }

    /** What the candidate wrote so far needs no answer. */
    public void settle(JourneyId journey, Instant at) {
        database.sql("update exchange_thread set settled_at = :at, awaits_since = null where journey_id = :journey")
                .param("journey", journey.value())
                .param("at", at)
                .update();
    }

    public Optional<Instant> awaitsSince(JourneyId journey) {
        return database.sql("select awaits_since from exchange_thread where journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) -> Optional.ofNullable(row.getObject("awaits_since", Instant.class)))
                .optional()
                .flatMap(since -> since);
    }

    /** Candidates who wait for a word of the body, the longest waiting first. */
    public List<Line> awaiting(CertifyingBodyId body, PersonId me, @Nullable After after, int most) {
        return lines(
                "exchange_thread t",
                "t.certifying_body_id = :body and t.awaits_since is not null"
                        + (after == null
                                ? ""
                                : " and t.awaits_since >= :at and (t.awaits_since > :at or t.journey_id > :last)")
                        + " order by t.awaits_since, t.journey_id limit :most",
                Map.of("body", body.value()),
                me,
                after,
                most);
    }

    /** Every thread of the body, the latest word first. */
    public List<Line> ofBody(CertifyingBodyId body, PersonId me, @Nullable After after, int most) {
        return lines(
                "exchange_thread t",
                "t.certifying_body_id = :body" + beyond(after),
                Map.of("body", body.value()),
                me,
                after,
                most);
    }

    public List<Line> ofAdviser(PersonId me, @Nullable After after, int most) {
        return lines(
                "v_case_member a join exchange_thread t on t.journey_id = a.journey_id",
                "a.person_id = :me and a.role = 'ADVISER'" + beyond(after),
                Map.of(),
                me,
                after,
                most);
    }

    public List<Line> ofCandidate(PersonId me, @Nullable After after, int most) {
        return lines("exchange_thread t", "t.candidate_id = :me" + beyond(after), Map.of(), me, after, most);
    }

    private static String beyond(@Nullable After after) {
        return (after == null ? "" : " and t.last_at <= :at and (t.last_at < :at or t.journey_id < :last)")
                + " order by t.last_at desc, t.journey_id desc limit :most";
    }

    private List<Line> lines(
            String from, String where, Map<String, Object> parameters, PersonId me, @Nullable After after, int most) {
        return database.sql(LINES.formatted(from, where))
                .params(parameters)
                .param("me", me.value())
                .param("at", after == null ? null : after.at())
                .param("last", after == null ? null : after.journey())
                .param("most", most)
                .query(ThreadRows::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getString("case_number"),
                row.getString("display_name"),
                row.getString("title"),
                row.getObject("last_at", Instant.class),
                row.getObject("awaits_since", Instant.class),
                row.getString("body"),
                row.getString("side"),
                row.getInt("unread"));
    }
}
