package fr.acquis.insight.store;

import fr.acquis.identity.Role;
import fr.acquis.insight.Passage.State;
import fr.acquis.insight.store.Source.Places;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rooms' tables tell of one case's way: tasks, jobs, messages, what stopped, and what is waited for. */
@Repository
public class CaseTrail {

    /** Each part reads the rows of one case from an index. */
    private static final String TRAIL = """
            select 'KIND' as places, convert(t.kind using ascii) as place,
                   case when t.state = 'DONE' then 'PASSED' when t.state = 'CANCELLED' then 'WITHDRAWN'
                        when k.journey_id is not null then 'BLOCKED' when t.state = 'OPEN' then 'ASKED' else 'MACHINE' end as state,
                   t.created_at as since,
                   case when t.state in ('DONE', 'CANCELLED') then coalesce(t.submitted_at, t.ended_at) end as until,
                   t.due_at as due, t.audience as asked, t.holder_id as person, k.reason as reason
            from v_worklist_passage t
            left join v_workflow_parked k on k.journey_id = t.journey_id and k.task_key = t.task_key
            where t.journey_id = :case
            union all
            -- The engine applies the rules by itself, just before it asks for the decision.
            select 'STEP', 'admissibility/admissibility-rules', 'PASSED', t.created_at, t.created_at, null, null, null, null
            from v_worklist_passage t where t.journey_id = :case and t.kind = 'DECIDE_ADMISSIBILITY'
            union all
            select if(w.element is null, 'JOB', 'STEP'),
                   convert(coalesce(concat(w.process, '/', w.element), w.job_type) using ascii),
                   if(w.state = 'DONE', 'PASSED', 'MACHINE'), coalesce(w.begun_at, w.done_at), w.done_at, null, null, null, null
            from v_workflow_passage w where w.journey_id = :case
            union all
            select 'MESSAGE', convert(m.message_name using ascii),
                   case m.state when 'DONE' then 'PASSED' when 'PARKED' then 'BLOCKED' else 'MACHINE' end,
                   m.appended_at, if(m.state = 'DONE', m.settled_at, null), null, null, null,
                   if(m.state = 'PARKED', m.answer, null)
            from v_workflow_said m
            where m.journey_id = :case and not (m.message_name = 'minutes-signed' and m.state = 'DONE')
            union all
            select 'STEP', convert(i.step using ascii), 'BLOCKED', i.since, null, null, null, null, concat('incident.', i.type)
            from v_workflow_incident i where i.journey_id = :case
            union all
            select 'STEP', 'journey/await-appeal', 'WAITS', j.decided_at, null, null, null, null, null
            from v_journey_progress j where j.id = :case and j.appeal_runs = 1 and j.ended_at is null
            union all
            select 'STEP', 'jury/await-hearing',
                   case when h.starts_at <= :now then 'PASSED' when h.live_journey_id is null then 'WITHDRAWN' else 'WAITS' end,
                   h.summoned_at, if(h.starts_at <= :now, h.starts_at, null), null, null, null, null
            from v_jury_hearing h where h.journey_id = :case and h.summoned_at is not null
            union all
            select 'STEP', 'jury/minutes-signed', if(h.signed_at is null, 'WAITS', 'PASSED'),
                   h.deliberated_at, h.signed_at, h.result_due, null, null, null
            from v_jury_hearing h where h.journey_id = :case and h.deliberated_at is not null
            """;

    private final JdbcClient database;

    CaseTrail(JdbcClient database) {
        this.database = database;
    }

    /** @param place what the source calls the step, see {@link Places} */
    public record Row(
            Places places,
            String place,
            State state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Instant due,
            @Nullable Role asked,
            @Nullable PersonId by,
            @Nullable String reason) {}

    public List<Row> of(JourneyId journey, Instant now) {
        return database.sql(TRAIL)
                .param("case", journey.value())
                .param("now", now)
                .query(CaseTrail::row)
                .list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String asked = row.getString("asked");
        UUID person = row.getObject("person", UUID.class);
        String reason = row.getString("reason");
        return new Row(
                Places.valueOf(row.getString("places")),
                row.getString("place"),
                State.valueOf(row.getString("state")),
                row.getObject("since", Instant.class),
                row.getObject("until", Instant.class),
                row.getObject("due", Instant.class),
                asked == null ? null : Role.valueOf(asked),
                person == null ? null : new PersonId(person),
                reason == null
                        ? null
                        : reason.startsWith("incident.") ? "workflow." + reason : "workflow.parked.reason." + reason);
    }
}
