-- What somebody is writing on the decision page; theirs alone, gone when the case is decided or asked to be completed.
create table decision_draft (
    journey_id uuid        not null references journey (id),
    person_id  uuid        not null,
    content    longtext    not null check (json_valid(content)),
    saved_at   datetime(6) not null,
    primary key (journey_id, person_id)
);
