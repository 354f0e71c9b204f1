create table worklist_task (
    id                 uuid        not null primary key,
    -- The engine's key; null for an alert of ours.
    task_key           bigint      null unique,
    journey_id         uuid        not null,
    certifying_body_id uuid        not null,
    candidate_id       uuid        not null,
    kind               varchar(64) character set ascii collate ascii_bin not null,
    audience           varchar(20) character set ascii collate ascii_bin not null,
    holder_id          uuid        null,
    state              varchar(10) character set ascii collate ascii_bin not null,
    due_at             datetime(6) not null,
    created_at         datetime(6) not null,
    claimed_at         datetime(6) null,
    submitted_at       datetime(6) null,
    ended_at           datetime(6) null,
    -- A routing fact shown on the row, for instance what the rules propose.
    context            varchar(500) character set ascii collate ascii_bin null,
    index worklist_task_by_team (certifying_body_id, audience, state, due_at, id),
    index worklist_task_by_holder (holder_id, state, due_at, id),
    index worklist_task_by_candidate (candidate_id, state, due_at),
    index worklist_task_by_journey (journey_id, state),
    index worklist_task_by_state (state, task_key)
);
