create table support_transfer (
    id              uuid        not null primary key,
    journey_id      uuid        not null,
    asked_by        uuid        not null references person (id),
    asked_at        datetime(6) not null,
    -- Read by who asked and by the certifying body: the adviser may be what it is about.
    reason          text        not null,
    former_id       uuid        not null references person (id),
    settled_at      datetime(6) null,
    settled_by      uuid        null,
    -- Null when it was declined.
    adviser_id      uuid        null,
    support_body_id uuid        null,
    answer          text        null,
    -- One at a time: the case while it is open.
    open_journey_id uuid        null,
    unique index support_transfer_once (open_journey_id),
    index support_transfer_by_case (journey_id, asked_at)
);

-- A name is asked of the advisers of the body chosen only; what was asked before says it from now on.
update worklist_task t join support s on s.journey_id = t.journey_id
set t.subject = s.support_body_id
where t.kind = 'ASSIGN_ADVISER' and t.state = 'OPEN' and t.subject is null;
