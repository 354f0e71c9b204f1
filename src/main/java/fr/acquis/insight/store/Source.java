package fr.acquis.insight.store;

import fr.acquis.insight.Condition;

/**
 * Each way a case can be found standing somewhere, as SQL over the views of the rooms that know. A count and its list are
 * made of the same lines. Rows are one per case and place.
 */
public enum Source {
    ASKED(
            Condition.ASKED,
            Places.KIND,
            "v_worklist_step t",
            "t.journey_id",
            "t.certifying_body_id = :body and t.state = 'OPEN' and t.kind in (:kinds) and " + Sql.ONE_PER_CASE,
            "t.kind",
            "t.due_at",
            "t.created_at",
            "null"),
    /** Answered; the engine is being told. */
    ANSWERED(
            Condition.MACHINE,
            Places.KIND,
            "v_worklist_step t",
            "t.journey_id",
            """
            t.certifying_body_id = :body and t.state = 'SUBMITTED' and t.kind in (:kinds)
            and not exists (select 1 from v_workflow_parked k where k.journey_id = t.journey_id and k.task_key = t.task_key)
            and not exists (select 1 from v_worklist_step o where o.journey_id = t.journey_id and o.kind = t.kind
                            and (o.state = 'OPEN' or o.state = 'SUBMITTED' and o.id < t.id))
            """,
            "t.kind",
            "null",
            "t.submitted_at",
            "null"),
    WORKED_ON(
            Condition.MACHINE,
            Places.JOB,
            "v_workflow_job w join v_journey_progress j on j.id = w.journey_id",
            "w.journey_id",
            Sql.LIVE,
            "w.job_type",
            "null",
            "null",
            "null"),
    TOLD(
            Condition.MACHINE,
            Places.MESSAGE,
            "v_workflow_message m join v_journey_progress j on j.id = m.journey_id",
            "m.journey_id",
            Sql.LIVE + " and not exists (select 1 from v_workflow_parked k where k.journey_id = m.journey_id)",
            "m.message_name",
            "null",
            "m.appended_at",
            "null"),
    PARKED_TASK(
            Condition.BLOCKED,
            Places.KIND,
            """
            v_workflow_parked k join v_journey_progress j on j.id = k.journey_id
            join v_worklist_step t on t.task_key = k.task_key
            """,
            "k.journey_id",
            Sql.LIVE,
            "t.kind",
            "null",
            "k.since",
            "concat('workflow.parked.reason.', k.reason)"),
    PARKED_MESSAGE(
            Condition.BLOCKED,
            Places.MESSAGE,
            "v_workflow_parked k join v_journey_progress j on j.id = k.journey_id",
            "k.journey_id",
            Sql.LIVE + " and k.message_name is not null",
            "k.message_name",
            "null",
            "k.since",
            "concat('workflow.parked.reason.', k.reason)"),
    INCIDENT(
            Condition.BLOCKED,
            Places.STEP,
            "v_workflow_incident i join v_journey_progress j on j.id = i.journey_id",
            "i.journey_id",
            Sql.LIVE,
            "i.step",
            "null",
            "i.since",
            "concat('workflow.incident.', i.type)"),
    APPEAL_TIME(
            Condition.WAITS,
            Places.STEP,
            "v_journey_progress j",
            "j.id",
            Sql.LIVE + " and j.appeal_runs = 1",
            "'journey/await-appeal'",
            "null",
            "j.decided_at",
            "null"),
    HEARING_DAY(
            Condition.WAITS,
            Places.STEP,
            "v_jury_hearing h join v_journey_progress j on j.id = h.journey_id",
            "h.journey_id",
            Sql.LIVE + " and h.live_journey_id is not null and h.summoned_at is not null and h.starts_at > :now",
            "'jury/await-hearing'",
            "null",
            "h.summoned_at",
            "null"),
    /** Decided by the jury, its minutes not signed. */
    MINUTES(
            Condition.WAITS,
            Places.STEP,
            "v_jury_hearing h join v_journey_progress j on j.id = h.journey_id",
            "h.journey_id",
            Sql.LIVE + " and h.live_journey_id is not null and h.deliberated_at is not null",
            "'jury/minutes-signed'",
            "h.result_due",
            "h.deliberated_at",
            "null"),

    IN_PROGRESS(
            Condition.ASKED,
            Places.CASE,
            "v_journey_progress j",
            "j.id",
            Sql.LIVE + " and j.submitted_at is not null",
            "'CASE'",
            "null",
            "j.submitted_at",
            "null"),

    DECISION_DUE(
            Condition.ASKED,
            Places.LAW,
            "v_journey_progress j",
            "j.id",
            "j.certifying_body_id = :body and j.clock_runs = 1 and j.silence_at <= :soon",
            "'DECISION'",
            "j.silence_at",
            "j.submitted_at",
            "null"),
    CHECK_DUE(
            Condition.ASKED,
            Places.LAW,
            "v_worklist_step t",
            "t.journey_id",
            "t.certifying_body_id = :body and t.state = 'OPEN' and t.kind = 'CHECK_FILE' and t.due_at <= :soon",
            "'CHECK'",
            "t.due_at",
            "t.created_at",
            "null"),
    JURY_TO_PLAN(
            Condition.ASKED,
            Places.LAW,
            "v_worklist_step t join v_jury_request r on r.journey_id = t.journey_id",
            "t.journey_id",
            """
            t.certifying_body_id = :body and t.state = 'OPEN' and t.kind in ('PLAN_HEARING', 'ASSESS_AT_WORK')
            and r.jury_due <= :soon
            """,
            "'JURY'",
            "r.jury_due",
            "r.asked_at",
            "null"),
    JURY_TO_SIT(
            Condition.ASKED,
            Places.LAW,
            """
            v_jury_hearing h join v_journey_progress j on j.id = h.journey_id
            join v_jury_request r on r.journey_id = h.journey_id
            """,
            "h.journey_id",
            Sql.LIVE + " and h.live_journey_id is not null and h.deliberated_at is null and r.jury_due <= :soon"
                    + Sql.NOT_TO_PLAN,
            "'JURY'",
            "r.jury_due",
            "r.asked_at",
            "null"),
    RESULT_DUE(
            Condition.WAITS,
            Places.LAW,
            "v_jury_hearing h join v_journey_progress j on j.id = h.journey_id",
            "h.journey_id",
            Sql.LIVE + " and h.live_journey_id is not null and h.deliberated_at is not null and h.result_due <= :soon",
            "'RESULT'",
            "h.result_due",
            "h.deliberated_at",
            "null");

    /** What the place of a row is called by. */
    public enum Places {
        /** A kind of task. */
        KIND,
        /** A type of job. */
        JOB,
        /** A message to the engine. */
        MESSAGE,
        /** The step itself, {@code process/element}. */
        STEP,
        CASE,
        LAW
    }

    private final Condition condition;
    private final Places places;
    private final String from;
    private final String caseId;
    private final String where;
    private final String place;
    private final String due;
    private final String since;
    private final String reason;

    Source(
            Condition condition,
            Places places,
            String from,
            String caseId,
            String where,
            String place,
            String due,
            String since,
            String reason) {
        this.condition = condition;
        this.places = places;
        this.from = from;
        this.caseId = caseId;
        this.where = where;
        this.place = place;
        this.due = due;
        this.since = since;
        this.reason = reason;
    }

    public Condition condition() {
        return condition;
    }

    public Places places() {
        return places;
    }

    String counted(Cut cut) {
        return """
                select %s as place, count(*) as cases, coalesce(sum(%s <= :now), 0) as late,
                       coalesce(sum(%s > :now and %s <= :soon), 0) as soon
                from %s where %s group by place
                """.formatted(place, due, due, due, from(cut.narrows()), where + cut.condition());
    }

    /** One page's worth of rows, in the order of the list. */
    String listed(Cut cut, boolean chosenPlaces, String dueRange, boolean first) {
        String order = order();
        String rows = """
                select '%s' as source, %s as case_id, convert(%s using ascii) as place, %s as ranked, %s as due, %s as since, %s as reason
                from %s where %s
                """.formatted(
                        name(), caseId, place, order, due, since, reason, from(cut.narrows()), where + cut.condition());
        if (chosenPlaces) {
            rows += " and " + place + " in (:places)";
        }
        rows += dueRange.replace("#", due);
        if (!first) {
            rows += " and (%s > :ranked or %s = :ranked and (%s > :case or %s = :case and '%s' > :source))"
                    .formatted(order, order, caseId, caseId, name());
        }
        return rows + " order by " + order + ", " + caseId + " limit :most";
    }

    /** What is pressing comes first: by date, or by how long it has stood there. */
    private String order() {
        if (!due.equals("null")) {
            return due;
        }
        return since.equals("null") ? "j.submitted_at" : since;
    }

    private String from(boolean narrowed) {
        return narrowed && !from.contains("v_journey_progress")
                ? from + " join v_journey_progress j on j.id = " + caseId
                : from;
    }

    private static final class Sql {
        private static final String LIVE = "j.certifying_body_id = :body and j.ended_at is null";

        /** A hearing has a task per seat: the case stands there once. */
        private static final String ONE_PER_CASE = """
                (t.kind <> 'EVALUATE' or not exists (select 1 from v_worklist_step o
                 where o.journey_id = t.journey_id and o.state = 'OPEN' and o.kind = t.kind and o.id < t.id))
                """;

        private static final String NOT_TO_PLAN = """
                 and not exists (select 1 from v_worklist_step o where o.journey_id = h.journey_id and o.state = 'OPEN'
                                and o.kind in ('PLAN_HEARING', 'ASSESS_AT_WORK'))
                """;
    }
}
