package fr.acquis.support.store;

import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import fr.acquis.support.Support;
import fr.acquis.support.Support.Choice;
import fr.acquis.support.Support.EndedBy;
import fr.acquis.support.Support.Place;
import fr.acquis.support.SupportSession;
import fr.acquis.support.SupportSession.Attendance;
import fr.acquis.support.SupportSession.Report;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SupportRows {

    private static final String COLUMNS =
            "journey_id, choice, support_body_id, adviser_id, place, message_to_adviser, next_session_at, ended_at, ended_by, end_reason";

    private final JdbcClient database;

    SupportRows(JdbcClient database) {
        this.database = database;
    }

    public void offer(JourneyId journey, Instant at) {
        database.sql("insert ignore into support (journey_id, offered_at) values (:journey, :at)")
                .param("journey", journey.value())
                .param("at", at)
                .update();
    }

    public Optional<Support> find(JourneyId journey) {
        return database.sql("select " + COLUMNS + " from support where journey_id = :journey")
                .param("journey", journey.value())
                .query(SupportRows::support)
                .optional();
    }

    /** The same, nobody else changing it before the end of the transaction. */
    public Optional<Support> lock(JourneyId journey) {
        return database.sql("select " + COLUMNS + " from support where journey_id = :journey for update")
                .param("journey", journey.value())
                .query(SupportRows::support)
                .optional();
    }

    /** @param choice null to ask again */
    public void choose(JourneyId journey, @Nullable Choice choice, @Nullable UUID body, Instant at) {
        database.sql("""
                        update support set choice = :choice, support_body_id = :body, chosen_at = :at
                        where journey_id = :journey
                        """)
                .param("choice", choice == null ? null : choice.name())
                .param("body", body)
                .param("at", at)
                .param("journey", journey.value())
                .update();
    }

    public void assign(JourneyId journey, PersonId adviser, Place place, @Nullable String message) {
        database.sql("""
                        update support set adviser_id = :adviser, place = :place, message_to_adviser = :message
                        where journey_id = :journey
                        """)
                .param("adviser", adviser.value())
                .param("place", place.name())
                .param("message", message)
                .param("journey", journey.value())
                .update();
    }

    public void handOver(JourneyId journey, PersonId adviser, UUID body) {
        database.sql("update support set adviser_id = :adviser, support_body_id = :body where journey_id = :journey")
                .param("adviser", adviser.value())
                .param("body", body)
                .param("journey", journey.value())
                .update();
    }

    public int addSession(
            JourneyId journey,
            PersonId adviser,
            Report report,
            @Nullable String overrun,
            @Nullable Place place,
            Instant at) {
        int number = database.sql(
                        "select coalesce(max(number), 0) + 1 from support_session where journey_id = :journey")
                .param("journey", journey.value())
                .query(Integer.class)
                .single();
        database.sql("""
                        insert into support_session
                            (journey_id, number, adviser_id, held_at, hours, attendance, place, notes, own_notes, next_step,
                             overrun_reason, recorded_at)
                        values (:journey, :number, :adviser, :held, :hours, :attendance, :place, :notes, :own, :next, :overrun, :at)
                        """)
                .param("journey", journey.value())
                .param("number", number)
                .param("adviser", adviser.value())
                .param("held", report.heldAt())
                .param("hours", report.hours())
                .param("attendance", report.attendance().name())
                .param("place", place == null ? null : place.name())
                .param("notes", report.notes())
                .param("own", report.ownNotes())
                .param("next", report.nextStep())
                .param("overrun", overrun)
                .param("at", at)
                .update();
        return number;
    }

    public void answer(JourneyId journey, int number, boolean signed, @Nullable String word, Instant at) {
        database.sql("""
                        update support_session set answer = :answer, answer_word = :word, answered_at = :at
                        where journey_id = :journey and number = :number
                        """)
                .param("answer", signed ? "SIGNED" : "DISPUTED")
                .param("word", word)
                .param("at", at)
                .param("journey", journey.value())
                .param("number", number)
                .update();
    }

    /** The candidate's answer was to what stood there before. */
    public void correct(
            JourneyId journey, int number, BigDecimal hours, Attendance attendance, String why, Instant at) {
        database.sql("""
                        update support_session
                        set hours = :hours, attendance = :attendance, correction = :why, corrected_at = :at,
                            answer = null, answer_word = null, answered_at = null
                        where journey_id = :journey and number = :number
                        """)
                .param("hours", hours)
                .param("attendance", attendance.name())
                .param("why", why)
                .param("at", at)
                .param("journey", journey.value())
                .param("number", number)
                .update();
    }

    public void planNext(JourneyId journey, @Nullable Instant next) {
        database.sql("update support set next_session_at = :next where journey_id = :journey")
                .param("next", next)
                .param("journey", journey.value())
                .update();
    }

    /** @return false when it had ended before */
    public boolean end(JourneyId journey, EndedBy by, @Nullable String reason, Instant at) {
        return database.sql("""
                        update support set ended_at = :at, ended_by = :by, end_reason = :reason, next_session_at = null
                        where journey_id = :journey and ended_at is null
                        """)
                        .param("at", at)
                        .param("by", by.name())
                        .param("reason", reason)
                        .param("journey", journey.value())
                        .update()
                == 1;
    }

    public List<SupportSession> sessions(JourneyId journey) {
        return database.sql("""
                        select number, adviser_id, held_at, hours, attendance, place, recorded_at, notes, own_notes, next_step,
                               overrun_reason, answer, answer_word, answered_at, correction, corrected_at
                        from support_session where journey_id = :journey order by number
                        """)
                .param("journey", journey.value())
                .query(HeldSessions::read)
                .list();
    }

    /** How many candidates each adviser supports now; who supports none is absent. */
    public Map<PersonId, Integer> load() {
        return database
                .sql(
                        "select adviser_id, count(*) as n from support where adviser_id is not null and ended_at is null group by adviser_id")
                .query((row, n) -> Map.entry(new PersonId(row.getObject("adviser_id", UUID.class)), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What an adviser follows, the next session first. */
    public List<Followed> followed(PersonId adviser) {
        return database.sql("""
                        select s.journey_id, p.display_name, j.case_number, c.title, s.next_session_at,
                               (select coalesce(sum(hours), 0) from support_session h where h.journey_id = s.journey_id) as hours
                        from support s
                        join v_journey_case j on j.id = s.journey_id
                        join v_identity_person p on p.id = j.candidate_id
                        join v_certification_title c on c.id = j.certification_id
                        where s.adviser_id = :adviser and s.ended_at is null
                        order by s.next_session_at, j.case_number limit 200
                        """)
                .param("adviser", adviser.value())
                .query((row, n) -> new Followed(
                        new JourneyId(row.getObject("journey_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("case_number"),
                        row.getString("title"),
                        row.getObject("next_session_at", Instant.class),
                        row.getBigDecimal("hours").stripTrailingZeros().toPlainString()))
                .list();
    }

    /** A case an adviser follows. */
    public record Followed(
            JourneyId journey,
            String candidate,
            String caseNumber,
            String certification,
            @Nullable Instant nextSessionAt,
            String hours) {}

    private static Support support(ResultSet row, int n) throws SQLException {
        UUID adviser = row.getObject("adviser_id", UUID.class);
        return new Support(
                new JourneyId(row.getObject("journey_id", UUID.class)),
                row.getString("choice") == null ? null : Choice.valueOf(row.getString("choice")),
                row.getObject("support_body_id", UUID.class),
                adviser == null ? null : new PersonId(adviser),
                row.getString("place") == null ? null : Place.valueOf(row.getString("place")),
                row.getString("message_to_adviser"),
                row.getObject("next_session_at", Instant.class),
                row.getObject("ended_at", Instant.class),
                row.getString("ended_by") == null ? null : EndedBy.valueOf(row.getString("ended_by")),
                row.getString("end_reason"));
    }
}
