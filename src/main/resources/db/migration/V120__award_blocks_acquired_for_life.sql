-- A bloc acquired stays acquired: rows are inserted, never changed or removed.
create table acquired_block (
    person_id        uuid         not null references person (id),
    certification_id uuid         not null,
    block_code       varchar(40)  character set ascii collate ascii_bin not null,
    source           varchar(20)  character set ascii collate ascii_bin not null,
    journey_id       uuid         null,
    acquired_on      date         not null,
    recorded_at      datetime(6)  not null,
    primary key (person_id, certification_id, block_code),
    index acquired_block_by_journey (journey_id)
);
