create table evidence (
    id                 uuid         not null primary key,
    journey_id         uuid         not null,
    certifying_body_id uuid         not null,
    candidate_id       uuid         not null,
    kind               varchar(40)  character set ascii collate ascii_bin not null,
    attached_at        datetime(6)  not null,
    attached_by        uuid         null,
    withdrawn_at       datetime(6)  null,
    withdrawn_by       uuid         null,
    withdrawal_reason  varchar(500) null,
    checked_at         datetime(6)  null,
    checked_by         uuid         null,
    index evidence_by_journey (journey_id, id),
    index evidence_by_body (certifying_body_id, attached_at),
    index evidence_by_candidate (candidate_id, attached_at)
);

-- One unchangeable content. Its object exists from before the row until content_erased_at; hash and size stay for ever.
create table evidence_version (
    evidence_id        uuid         not null references evidence (id),
    number             int          not null,
    object_key         varchar(200) character set ascii collate ascii_bin not null unique,
    file_name          varchar(255) not null,
    file_type          varchar(10)  character set ascii collate ascii_bin not null,
    size               bigint       not null,
    sha256             char(64)     character set ascii collate ascii_bin not null,
    stored_at          datetime(6)  not null,
    content_erased_at  datetime(6)  null,
    object_verified_at datetime(6)  null,
    scan               varchar(20)  character set ascii collate ascii_bin not null,
    reading            varchar(20)  character set ascii collate ascii_bin not null,
    pages              int          null,
    characters         int          not null,
    cut_short          boolean      not null,
    read_at            datetime(6)  null,
    -- The queue of the readers: a lease is a token and the moment from which another may take over.
    reading_lease      uuid         null,
    reading_from       datetime(6)  not null,
    reading_tries      int          not null,
    primary key (evidence_id, number),
    index evidence_version_to_read (reading, reading_from),
    index evidence_version_by_lease (reading_lease),
    index evidence_version_to_verify (object_verified_at)
);

-- Text as read, numbers that identify or pay a person already masked.
create table evidence_text (
    evidence_id uuid       not null,
    number      int        not null,
    body        mediumtext not null,
    primary key (evidence_id, number),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);

-- What a journey's standing files weigh together; its row is also what serialises attaching to one journey.
create table evidence_load (
    journey_id uuid   not null primary key,
    bytes      bigint not null,
    files      int    not null
);
