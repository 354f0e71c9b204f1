-- The queue a case was handed to, a team's or the body's own; without a row it waits with the team of its certification.
create table worklist_case_team (
    journey_id         uuid        not null primary key,
    certifying_body_id uuid        not null,
    queue_id           uuid        not null,
    since              datetime(6) not null,
    index worklist_case_team_by_queue (certifying_body_id, queue_id)
);

create table worklist_transfer (
    id              uuid        not null primary key,
    journey_id      uuid        not null,
    from_queue      uuid        not null,
    to_queue        uuid        not null,
    -- Read by the certifying body's people only.
    reason          text        not null,
    asked_by        uuid        not null references person (id),
    asked_at        datetime(6) not null,
    effective_on    date        not null,
    state           varchar(10) character set ascii collate ascii_bin not null,
    settled_by      uuid        null,
    settled_at      datetime(6) null,
    answer          text        null,
    -- One at a time: the case while it is asked for or to come.
    open_journey_id uuid        null,
    unique index worklist_transfer_once (open_journey_id),
    index worklist_transfer_by_case (journey_id, asked_at),
    index worklist_transfer_by_day (state, effective_on)
);
