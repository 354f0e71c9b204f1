-- Who supports candidates of a certifying body. Its own team is one of them; advisers of no other body belong to it.
create table support_body (
    id                 uuid         not null primary key,
    certifying_body_id uuid         not null references certifying_body (id),
    name               varchar(200) not null,
    place              varchar(200) null,
    own_team           boolean      not null,
    created_at         datetime(6)  not null,
    unique index support_body_once (certifying_body_id, name)
);

create table support_body_adviser (
    person_id       uuid not null references person (id),
    support_body_id uuid not null references support_body (id),
    primary key (person_id),
    index support_body_adviser_by_body (support_body_id)
);

-- What became of the offer of support on a case. Not chosen yet while choice is null.
create table support (
    journey_id         uuid          not null primary key references journey (id),
    offered_at         datetime(6)   not null,
    choice             varchar(10)   character set ascii collate ascii_bin null,
    chosen_at          datetime(6)   null,
    support_body_id    uuid          null references support_body (id),
    adviser_id         uuid          null references person (id),
    place              varchar(10)   character set ascii collate ascii_bin null,
    message_to_adviser varchar(2000) null,
    next_session_at    datetime(6)   null,
    ended_at           datetime(6)   null,
    ended_by           varchar(10)   character set ascii collate ascii_bin null,
    end_reason         varchar(2000) null,
    index support_by_adviser (adviser_id, ended_at)
);

create table support_session (
    journey_id  uuid          not null references support (journey_id),
    number      int           not null,
    adviser_id  uuid          not null references person (id),
    held_at     datetime(6)   not null,
    hours       decimal(4, 2) not null,
    attendance  varchar(10)   character set ascii collate ascii_bin not null,
    notes       varchar(4000) null,
    next_step   varchar(2000) null,
    recorded_at datetime(6)   not null,
    primary key (journey_id, number)
);
