-- One plan per attempt that left blocs missing.
create table training_plan (
    journey_id       uuid          not null references journey (id),
    attempt          int           not null,
    -- Codes of the blocs to obtain, separated by spaces, as they stood when the plan was drafted.
    missing_blocks   varchar(2000) character set ascii collate ascii_bin not null,
    drafted_at       datetime(6)   not null,
    advice           varchar(4000) null,
    review_on        date          null,
    proposed_at      datetime(6)   null,
    proposed_by      uuid          null references person (id),
    changes_wanted   varchar(2000) null,
    accepted_at      datetime(6)   null,
    done_at          datetime(6)   null,
    primary key (journey_id, attempt)
);

create table training_action (
    id         uuid           not null primary key,
    journey_id uuid           not null,
    attempt    int            not null,
    position   int            not null,
    kind       varchar(20)    character set ascii collate ascii_bin not null,
    blocks     varchar(2000)  character set ascii collate ascii_bin not null,
    title      varchar(200)   not null,
    provider   varchar(200)   null,
    starts_on  date           not null,
    ends_on    date           not null,
    hours      int            null,
    cost       decimal(10, 2) null,
    funding    varchar(20)    character set ascii collate ascii_bin null,
    state      varchar(10)    character set ascii collate ascii_bin not null,
    -- Why fewer quotes than the règlement asks for are enough.
    waiver     varchar(500)   null,
    ended_on   date           null,
    foreign key (journey_id, attempt) references training_plan (journey_id, attempt),
    index training_action_in_order (journey_id, attempt, position)
);

create table training_quote (
    id        uuid           not null primary key,
    action_id uuid           not null references training_action (id),
    provider  varchar(200)   not null,
    amount    decimal(10, 2) not null,
    quoted_on date           not null,
    recorded_at datetime(6)  not null,
    index training_quote_by_action (action_id)
);

create table training_proof (
    id        uuid         not null primary key,
    action_id uuid         not null references training_action (id),
    what      varchar(200) not null,
    dated_on  date         not null,
    seen_by   uuid         not null references person (id),
    seen_at   datetime(6)  not null,
    index training_proof_by_action (action_id)
);
