-- Days somebody is away from work in a certifying body, and what becomes of what is theirs.
create table absence (
    id                 uuid        not null primary key,
    person_id          uuid        not null references person (id),
    certifying_body_id uuid        not null references certifying_body (id),
    from_day           date        not null,
    until_day          date        not null,
    substitute_id      uuid        null references person (id),
    open_tasks         boolean     not null,
    new_tasks          boolean     not null,
    returning_tasks    boolean     not null,
    created_at         datetime(6) not null,
    started_at         datetime(6) null,
    ended_at           datetime(6) null,
    cancelled_at       datetime(6) null,
    index absence_by_person (person_id, until_day),
    index absence_by_body (certifying_body_id, until_day),
    index absence_under_way (ended_at, from_day)
);
