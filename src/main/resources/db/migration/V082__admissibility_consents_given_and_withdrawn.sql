-- Each word of the candidate about a consent, once their request is filed; the last one holds. Before, livret 1 says it.
create table sharing_consent (
    journey_id uuid        not null references journey (id),
    consent    varchar(20) character set ascii collate ascii_bin not null,
    said_at    datetime(6) not null,
    given      boolean     not null,
    primary key (journey_id, consent, said_at)
);
