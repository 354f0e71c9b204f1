create table livret1 (
    journey_id uuid        not null primary key references journey (id),
    -- The form as JSON: a draft may be incomplete or wrong, and loses nothing.
    content    longtext    not null check (json_valid(content)),
    saved_at   datetime(6) not null,
    version    int         not null
);

create table completion_request (
    journey_id   uuid        not null references journey (id),
    number       int         not null,
    requested_by uuid        not null,
    requested_at datetime(6) not null,
    answer_by    date        null,
    pieces       text        not null check (json_valid(pieces)),
    answered_at  datetime(6) null,
    primary key (journey_id, number)
);

-- One per case: a person's decision or silence, whichever was committed first.
create table admissibility_decision (
    journey_id  uuid        not null primary key references journey (id),
    outcome     varchar(20) character set ascii collate ascii_bin not null,
    decided_by  uuid        null,
    decided_at  datetime(6) not null,
    valid_until date        null,
    comment     text        null,
    reasons     text        not null check (json_valid(reasons))
);
