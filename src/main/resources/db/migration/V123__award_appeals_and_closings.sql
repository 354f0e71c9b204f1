create table appeal (
    journey_id      uuid        not null references journey (id),
    number          int         not null,
    about           varchar(10) character set ascii collate ascii_bin not null,
    reasons         text        not null,
    filed_at        datetime(6) not null,
    examination_due datetime(6) not null,
    examined_by     uuid        null,
    examined_at     datetime(6) null,
    outcome         varchar(20) character set ascii collate ascii_bin null,
    answer          text        null,
    primary key (journey_id, number)
);

create table case_closing (
    journey_id uuid        not null primary key references journey (id),
    closed_by  uuid        not null,
    closed_at  datetime(6) not null,
    reasons    text        not null check (json_valid(reasons))
);
