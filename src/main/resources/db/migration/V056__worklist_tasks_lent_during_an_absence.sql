-- What a substitute holds for somebody: it returns with them.
create table worklist_lent (
    absence_id uuid        not null,
    task_id    uuid        not null references worklist_task (id),
    lender_id  uuid        not null,
    -- Whether the substitute sees the case only for this.
    joined     boolean     not null,
    lent_at    datetime(6) not null,
    primary key (absence_id, task_id)
);
