package fr.acquis.jury.store;

import fr.acquis.journey.Journey;
import fr.acquis.jury.BlockDecision;
import fr.acquis.jury.Hearing;
import fr.acquis.jury.HearingId;
import fr.acquis.jury.Outcome;
import fr.acquis.jury.SessionId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
public class HearingRows {

    private static final String HEARING = """
            select id, session_id, journey_id, candidate_id, attempt, request, place, live_journey_id, planned_at, summoned_at,
                   moved_at, moved_reason, marks_closed_at, outcome, decisions, observations, deliberated_at, result_due,
                   president_id, signed_at, notified_at
            from jury_hearing
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    HearingRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @return false when the case has a live hearing already */
    public boolean insert(HearingId id, SessionId session, Journey journey) {
        return database.sql("""
                        insert ignore into jury_hearing
                            (id, session_id, journey_id, candidate_id, attempt, request, place, live_journey_id)
                        select :id, :session, :journey, :candidate, :attempt, r.request, p.place, :journey
                        from (select coalesce(max(request), 0) + 1 as request from jury_hearing
                              where journey_id = :journey and attempt = :attempt) r,
                             (select coalesce(max(place), 0) + 1 as place from jury_hearing where session_id = :session) p
                        """)
                        .param("id", id.value())
                        .param("session", session.value())
                        .param("journey", journey.id().value())
                        .param("candidate", journey.candidate().value())
                        .param("attempt", journey.attempt())
                        .update()
                == 1;
    }

    /** Takes back what nobody was told of. */
    public void remove(HearingId id) {
        database.sql("delete from jury_hearing where id = :id and planned_at is null")
                .param("id", id.value())
                .update();
    }

    public void swap(Hearing one, Hearing other) {
        place(one.id(), other.place());
        place(other.id(), one.place());
    }

    private void place(HearingId id, int place) {
        database.sql("update jury_hearing set place = :place where id = :id")
                .param("place", place)
                .param("id", id.value())
                .update();
    }

    public Optional<Hearing> find(HearingId id) {
        return database.sql(HEARING + "where id = :id")
                .param("id", id.value())
                .query((row, n) -> hearing(row))
                .optional();
    }

    /** The same, locked until the end of the transaction. */
    public Optional<Hearing> lock(HearingId id) {
        return database.sql(HEARING + "where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> hearing(row))
                .optional();
    }

    /** Those a candidate was called to and that were not moved. */
    public List<Hearing> calling(PersonId candidate) {
        return database.sql(HEARING + """
                        where journey_id in (select id from v_journey_case where candidate_id = :candidate)
                          and summoned_at is not null and moved_at is null
                        """)
                .param("candidate", candidate.value())
                .query((row, n) -> hearing(row))
                .list();
    }

    public Optional<Hearing> live(JourneyId journey) {
        return database.sql(HEARING + "where live_journey_id = :journey")
                .param("journey", journey.value())
                .query((row, n) -> hearing(row))
                .optional();
    }

    /** All hearings of a case, the latest first. */
    public List<Hearing> of(JourneyId journey) {
        return database.sql(HEARING + "where journey_id = :journey order by attempt desc, request desc")
                .param("journey", journey.value())
                .query((row, n) -> hearing(row))
                .list();
    }

    public List<Hearing> of(SessionId session) {
        return database.sql(HEARING + "where session_id = :session order by place")
                .param("session", session.value())
                .query((row, n) -> hearing(row))
                .list();
    }

    public void planned(HearingId id, Instant at) {
        stamp(id, "planned_at", at);
    }

    public void summoned(HearingId id, Instant at) {
        stamp(id, "summoned_at", at);
    }

    public void marksClosed(HearingId id, Instant at) {
        stamp(id, "marks_closed_at", at);
    }

    public void notified(HearingId id, Instant at) {
        stamp(id, "notified_at", at);
    }

    private void stamp(HearingId id, String column, Instant at) {
        database.sql("update jury_hearing set %s = coalesce(%s, :at) where id = :id".formatted(column, column))
                .param("at", at)
                .param("id", id.value())
                .update();
    }

    public void moved(HearingId id, Instant at, String reason) {
        database.sql(
                        "update jury_hearing set moved_at = :at, moved_reason = :reason, live_journey_id = null where id = :id")
                .param("at", at)
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    public void deliberated(HearingId id, Hearing.Deliberation deliberation) {
        database.sql("""
                        update jury_hearing set outcome = :outcome, decisions = :decisions, observations = :observations,
                            deliberated_at = :at, result_due = :due, president_id = :president where id = :id
                        """)
                .param("outcome", deliberation.outcome().name())
                .param("decisions", json.writeValueAsString(deliberation.decisions()))
                .param("observations", deliberation.observations())
                .param("at", deliberation.closedAt())
                .param("due", deliberation.due())
                .param("president", deliberation.president().value())
                .param("id", id.value())
                .update();
    }

    public void signed(HearingId id, Instant at) {
        database.sql("update jury_hearing set signed_at = :at, live_journey_id = null where id = :id")
                .param("at", at)
                .param("id", id.value())
                .update();
    }

    private Hearing hearing(ResultSet row) throws SQLException {
        Instant moved = row.getObject("moved_at", Instant.class);
        return new Hearing(
                new HearingId(row.getObject("id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                new JourneyId(row.getObject("journey_id", UUID.class)),
                new PersonId(row.getObject("candidate_id", UUID.class)),
                row.getInt("attempt"),
                row.getInt("request"),
                row.getInt("place"),
                row.getObject("live_journey_id", UUID.class) != null,
                row.getObject("planned_at", Instant.class),
                row.getObject("summoned_at", Instant.class),
                moved == null ? null : new Hearing.Moved(moved, row.getString("moved_reason")),
                row.getObject("marks_closed_at", Instant.class),
                deliberation(row),
                row.getObject("signed_at", Instant.class),
                row.getObject("notified_at", Instant.class));
    }

    private Hearing.@Nullable Deliberation deliberation(ResultSet row) throws SQLException {
        if (row.getString("outcome") == null) {
            return null;
        }
        return new Hearing.Deliberation(
                Outcome.valueOf(row.getString("outcome")),
                json.readValue(row.getString("decisions"), new TypeReference<List<BlockDecision>>() {}),
                row.getString("observations"),
                new PersonId(row.getObject("president_id", UUID.class)),
                row.getObject("deliberated_at", Instant.class),
                row.getObject("result_due", Instant.class));
    }
}
