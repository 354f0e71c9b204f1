package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.PlannedSession;
import fr.acquis.support.PlannedSession.State;
import fr.acquis.support.PlannedSession.Wish;
import fr.acquis.support.Support.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PlannedSessionRows {

    private static final String SESSION = """
            select m.id, m.journey_id, m.sequence, m.starts_at, m.minutes, m.place, m.at_place, m.state, m.reason,
                   m.overrun_reason, m.session_number
            from support_meeting m\s""";

    private final JdbcClient database;

    PlannedSessionRows(JdbcClient database) {
        this.database = database;
    }

    public void add(UUID id, JourneyId journey, Wish wish, PersonId by, Instant at) {
        database.sql("""
                        insert into support_meeting
                            (id, journey_id, sequence, starts_at, minutes, place, at_place, state, overrun_reason, planned_by, planned_at)
                        values (:id, :journey, 0, :starts, :minutes, :place, :where, 'PLANNED', :overrun, :by, :at)
                        """)
                .param("id", id)
                .param("journey", journey.value())
                .param("starts", wish.startsAt())
                .param("minutes", wish.length().toMinutes())
                .param("place", wish.place().name())
                .param("where", wish.where())
                .param("overrun", wish.overrunReason())
                .param("by", by.value())
                .param("at", at)
                .update();
    }

    public void move(UUID id, int sequence, Wish wish, Instant at) {
        database.sql("""
                        update support_meeting
                        set sequence = :sequence, starts_at = :starts, minutes = :minutes, place = :place, at_place = :where,
                            overrun_reason = coalesce(:overrun, overrun_reason), planned_at = :at
                        where id = :id
                        """)
                .param("sequence", sequence)
                .param("starts", wish.startsAt())
                .param("minutes", wish.length().toMinutes())
                .param("place", wish.place().name())
                .param("where", wish.where())
                .param("overrun", wish.overrunReason())
                .param("at", at)
                .param("id", id)
                .update();
    }

    /** One on in every calendar that hears of it. */
    public void handedOver(JourneyId journey) {
        database.sql(
                        "update support_meeting set sequence = sequence + 1 where journey_id = :journey and state = 'PLANNED'")
                .param("journey", journey.value())
                .update();
    }

    public void cancel(UUID id, int sequence, String reason) {
        database.sql("""
                        update support_meeting set state = 'CANCELLED', sequence = :sequence, reason = :reason where id = :id
                        """)
                .param("sequence", sequence)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    public void held(UUID id, int number) {
        database.sql("update support_meeting set state = 'HELD', session_number = :number where id = :id")
                .param("number", number)
                .param("id", id)
                .update();
    }

    public Optional<PlannedSession> find(JourneyId journey, UUID id) {
        return database.sql(SESSION + "where m.id = :id and m.journey_id = :journey")
                .param("id", id)
                .param("journey", journey.value())
                .query(PlannedSessionRows::session)
                .optional();
    }

    /** Not reported and not cancelled, the earliest first. */
    public List<PlannedSession> planned(JourneyId journey) {
        return database.sql(
                        SESSION + "where m.journey_id = :journey and m.state = 'PLANNED' order by m.starts_at, m.id")
                .param("journey", journey.value())
                .query(PlannedSessionRows::session)
                .list();
    }

    /** All of a case, whatever became of them, the earliest first. */
    public List<PlannedSession> all(JourneyId journey) {
        return database.sql(SESSION + "where m.journey_id = :journey order by m.starts_at, m.id")
                .param("journey", journey.value())
                .query(PlannedSessionRows::session)
                .list();
    }

    /** Whether the adviser has another session then. */
    public boolean overlapping(PersonId adviser, @Nullable UUID but, Instant starts, Duration length) {
        return database.sql("""
                        select count(*) from support s
                        join support_meeting m on m.journey_id = s.journey_id and m.state = 'PLANNED'
                        where s.adviser_id = :adviser and s.ended_at is null and (:but is null or m.id <> :but)
                          and m.starts_at < :ends and m.starts_at > :earliest
                          and timestampadd(minute, m.minutes, m.starts_at) > :starts
                        """)
                        .param("adviser", adviser.value())
                        .param("but", but)
                        .param("ends", starts.plus(length))
                        .param("earliest", starts.minus(Duration.ofDays(1)))
                        .param("starts", starts)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Sessions between the two moments that nobody was reminded of as they stand, nor told of a day before them. */
    public List<PlannedSession> toRemind(Instant from, Instant until, int most) {
        return database.sql(SESSION + """
                        where m.state = 'PLANNED' and m.starts_at > :from and m.starts_at < :until
                          and (m.reminded_for is null or m.reminded_for <> m.starts_at)
                          and m.planned_at < timestampadd(day, -1, m.starts_at)
                        order by m.starts_at limit :most
                        """)
                .param("from", from)
                .param("until", until)
                .param("most", most)
                .query(PlannedSessionRows::session)
                .list();
    }

    /** @return false when somebody else reminded of it, or it moved meanwhile */
    public boolean reminded(PlannedSession session) {
        return database.sql("""
                        update support_meeting set reminded_for = starts_at
                        where id = :id and state = 'PLANNED' and starts_at = :starts
                          and (reminded_for is null or reminded_for <> starts_at)
                        """)
                        .param("id", session.id())
                        .param("starts", session.startsAt())
                        .update()
                == 1;
    }

    /** An adviser's sessions between the two moments, as a calendar shows them. */
    public List<InCalendar> calendar(PersonId adviser, Instant from, Instant until) {
        return database.sql("""
                        select m.id, m.journey_id, m.starts_at, m.minutes, m.place, m.at_place, p.display_name, j.case_number
                        from support s
                        join support_meeting m on m.journey_id = s.journey_id and m.state = 'PLANNED'
                        join v_journey_case j on j.id = s.journey_id
                        join v_identity_person p on p.id = j.candidate_id
                        where s.adviser_id = :adviser and s.ended_at is null and m.starts_at >= :from and m.starts_at < :until
                        order by m.starts_at, m.id limit 200
                        """)
                .param("adviser", adviser.value())
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new InCalendar(
                        row.getObject("id", UUID.class),
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getObject("starts_at", Instant.class),
                        Duration.ofMinutes(row.getInt("minutes")),
                        Place.valueOf(row.getString("place")),
                        row.getString("at_place"),
                        row.getString("display_name"),
                        row.getString("case_number")))
                .list();
    }

    /** Sessions somebody has or gives between the two moments, held ones too, with the number of their case. */
    public List<Numbered> of(PersonId person, Instant from, Instant until, int most) {
        return database.sql("""
                        select m.id, m.journey_id, m.sequence, m.starts_at, m.minutes, m.place, m.at_place, m.state, m.reason,
                               m.overrun_reason, m.session_number, j.case_number, j.candidate_id = :person as own
                        from (select s.journey_id from support s where s.adviser_id = :person and s.ended_at is null
                              union
                              select j.id from v_journey_case j where j.candidate_id = :person) mine
                        join support_meeting m on m.journey_id = mine.journey_id and m.state in ('PLANNED', 'HELD')
                        join v_journey_case j on j.id = mine.journey_id
                        where m.starts_at >= :from and m.starts_at < :until
                        order by m.starts_at, m.id limit :most
                        """)
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .param("most", most)
                .query((row, n) -> new Numbered(session(row, n), row.getString("case_number"), row.getBoolean("own")))
                .list();
    }

    /** @param own the person is its candidate */
    public record Numbered(PlannedSession session, String caseNumber, boolean own) {}

    /** A session with whom it is. */
    public record InCalendar(
            UUID id,
            JourneyId journey,
            Instant startsAt,
            Duration length,
            Place place,
            @Nullable String where,
            String candidate,
            String caseNumber) {

        public Instant endsAt() {
            return startsAt.plus(length);
        }
    }

    private static PlannedSession session(ResultSet row, int n) throws SQLException {
        return new PlannedSession(
                row.getObject("id", UUID.class),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getInt("sequence"),
                row.getObject("starts_at", Instant.class),
                Duration.ofMinutes(row.getInt("minutes")),
                Place.valueOf(row.getString("place")),
                row.getString("at_place"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("overrun_reason"),
                row.getObject("session_number", Integer.class));
    }
}
