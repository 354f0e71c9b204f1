package fr.acquis.jury.store;

import fr.acquis.certification.CertificationId;
import fr.acquis.certification.JuryMode;
import fr.acquis.jury.JurySession;
import fr.acquis.jury.Seat;
import fr.acquis.jury.SeatId;
import fr.acquis.jury.SessionId;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JurySessionRows {

    private static final String SESSION = """
            select id, certifying_body_id, certification_id, starts_at, minutes_each, mode, place, video_link, bring,
                   published_at, accepted_warnings
            from jury_session
            """;

    private final JdbcClient database;
    private final HearingRows hearings;

    JurySessionRows(JdbcClient database, HearingRows hearings) {
        this.database = database;
        this.hearings = hearings;
    }

    public void insert(JurySession session, Instant at) {
        database.sql("""
                        insert into jury_session
                            (id, certifying_body_id, certification_id, starts_at, minutes_each, mode, place, video_link, bring, created_at)
                        values (:id, :body, :certification, :starts, :minutes, :mode, :place, :link, :bring, :at)
                        """)
                .param("id", session.id().value())
                .param("body", session.certifyingBody().value())
                .param("certification", session.certification().value())
                .param("starts", session.startsAt())
                .param("minutes", session.minutesEach())
                .param("mode", session.mode().name())
                .param("place", session.place())
                .param("link", session.videoLink())
                .param("bring", session.bring())
                .param("at", at)
                .update();
    }

    public Optional<JurySession> find(SessionId id) {
        return database.sql(SESSION + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> session(row))
                .optional();
    }

    /** The same, locked until the end of the transaction: the panel and the order change one at a time. */
    public Optional<JurySession> lock(SessionId id) {
        database.sql("select id from jury_session where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** The body's sessions, the next ones first, then those that are over. */
    public List<JurySession> of(CertifyingBodyId body, Instant now) {
        return database.sql(
                        SESSION
                                + "where certifying_body_id = :body order by starts_at < :now, abs(timestampdiff(second, :now, starts_at)) limit 200")
                .param("body", body.value())
                .param("now", now)
                .query((row, n) -> session(row))
                .list();
    }

    /** Published sessions a person sits in: those from then on, the next one first, then those that are over. */
    public List<JurySession> seating(PersonId person, Instant from) {
        return database.sql(SESSION + """
                        where published_at is not null and id in (select session_id from jury_seat where person_id = :person)
                        order by starts_at < :from, abs(timestampdiff(second, :from, starts_at)) limit 50
                        """)
                .param("person", person.value())
                .param("from", from)
                .query((row, n) -> session(row))
                .list();
    }

    /** Published sessions a person sits in that begin between the two moments, the earliest first. */
    public List<JurySession> seating(PersonId person, Instant from, Instant until) {
        return database.sql(SESSION + """
                        where published_at is not null and starts_at >= :from and starts_at < :until
                          and id in (select session_id from jury_seat where person_id = :person)
                        order by starts_at limit 100
                        """)
                .param("person", person.value())
                .param("from", from)
                .param("until", until)
                .query((row, n) -> session(row))
                .list();
    }

    public void publish(SessionId id, Instant at, String accepted) {
        database.sql("""
                        update jury_session set published_at = coalesce(published_at, :at),
                            accepted_warnings = coalesce(accepted_warnings, :accepted) where id = :id
                        """)
                .param("at", at)
                .param("accepted", accepted)
                .param("id", id.value())
                .update();
    }

    public SeatId addSeat(SessionId session, Seat.Member member) {
        SeatId id = SeatId.create();
        database.sql("""
                        insert into jury_seat (id, session_id, place, person_id, role, qualified, college, gender)
                        select :id, :session, coalesce(max(place), 0) + 1, :person, :role, :qualified, :college, :gender
                        from jury_seat where session_id = :session
                        """)
                .param("id", id.value())
                .param("session", session.value())
                .param("person", member.person().value())
                .param("role", member.role().name())
                .param("qualified", member.qualified())
                .param("college", member.college().name())
                .param("gender", member.gender().name())
                .update();
        return id;
    }

    public void reseat(SeatId seat, Seat.Member member) {
        database.sql("""
                        update jury_seat set person_id = :person, role = :role, qualified = :qualified, college = :college, gender = :gender
                        where id = :id
                        """)
                .param("person", member.person().value())
                .param("role", member.role().name())
                .param("qualified", member.qualified())
                .param("college", member.college().name())
                .param("gender", member.gender().name())
                .param("id", seat.value())
                .update();
    }

    /** The seat presides, the others do not. */
    public void preside(SessionId session, SeatId seat) {
        database.sql("update jury_seat set role = if(id = :seat, 'PRESIDENT', 'MEMBER') where session_id = :session")
                .param("seat", seat.value())
                .param("session", session.value())
                .update();
    }

    public void removeSeat(SeatId seat) {
        database.sql("delete from jury_seat where id = :id")
                .param("id", seat.value())
                .update();
    }

    public List<Seat> seats(SessionId session) {
        return database.sql("""
                        select id, place, person_id, role, qualified, college, gender
                        from jury_seat where session_id = :session order by place
                        """)
                .param("session", session.value())
                .query((row, n) -> new Seat(
                        new SeatId(row.getObject("id", UUID.class)),
                        row.getInt("place"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Seat.SeatRole.valueOf(row.getString("role")),
                        row.getBoolean("qualified"),
                        Seat.College.valueOf(row.getString("college")),
                        Seat.Gender.valueOf(row.getString("gender"))))
                .list();
    }

    private JurySession session(ResultSet row) throws SQLException {
        SessionId id = new SessionId(row.getObject("id", UUID.class));
        return new JurySession(
                id,
                new CertifyingBodyId(row.getObject("certifying_body_id", UUID.class)),
                new CertificationId(row.getObject("certification_id", UUID.class)),
                row.getObject("starts_at", Instant.class),
                row.getInt("minutes_each"),
                JuryMode.valueOf(row.getString("mode")),
                row.getString("place"),
                row.getString("video_link"),
                row.getString("bring"),
                row.getObject("published_at", Instant.class),
                row.getString("accepted_warnings"),
                seats(id),
                hearings.of(id));
    }
}
