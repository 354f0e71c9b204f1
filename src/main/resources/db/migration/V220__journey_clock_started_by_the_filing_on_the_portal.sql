-- Where the legal filing is on the State's portal: its day, once it is recorded with its proof. The delay starts there.
alter table journey add column portal_filed_on date null after submitted_at;

-- Every recording stays; the last one stands.
create table portal_filing (
    journey_id      uuid        not null references journey (id),
    number          int         not null,
    filed_on        date        not null,
    -- The number of the file on the portal.
    reference       varchar(60) null,
    evidence_id     uuid        not null,
    recorded_by     uuid        not null,
    recorded_at     datetime(6) not null,
    -- Null while the delay waited for pieces.
    last_day_before date        null,
    last_day        date        null,
    primary key (journey_id, number)
);
