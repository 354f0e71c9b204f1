-- A recevabilité is kept longer without a new file; the last granted day holds.
create table prorogation (
    journey_id  uuid          not null references journey (id),
    number      int           not null,
    asked_at    datetime(6)   not null,
    reason      varchar(2000) null,
    answered_at datetime(6)   null,
    answered_by uuid          null,
    granted     boolean       null,
    valid_until date          null,
    comment     varchar(2000) null,
    primary key (journey_id, number)
);
