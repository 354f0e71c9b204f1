create table exchange_message (
    id            uuid        not null primary key,
    journey_id    uuid        not null,
    kind          varchar(8)  character set ascii collate ascii_bin not null,
    author_id     uuid        not null references person (id),
    -- From where it was written, whatever the author is later.
    side          varchar(10) character set ascii collate ascii_bin not null,
    adviser_reads boolean     not null,
    -- Null once it was taken back: that it was there stays, its words do not.
    body          text        null,
    written_at    datetime(6) not null,
    corrected_at  datetime(6) null,
    withdrawn_at  datetime(6) null,
    index exchange_message_by_case (journey_id, kind, id)
);

-- Files wait beside the draft until it is sent.
create table exchange_file (
    id          uuid        not null primary key,
    journey_id  uuid        not null,
    person_id   uuid        not null,
    evidence_id uuid        not null,
    message_id  uuid        null,
    joined_at   datetime(6) not null,
    index exchange_file_by_message (message_id),
    index exchange_file_waiting (journey_id, person_id, message_id)
);

create table exchange_thread (
    journey_id         uuid        not null primary key,
    certifying_body_id uuid        not null references certifying_body (id),
    candidate_id       uuid        not null,
    last_message_id    uuid        not null,
    last_at            datetime(6) not null,
    -- Since when the candidate waits for a word; null when they do not.
    awaits_since       datetime(6) null,
    settled_at         datetime(6) null,
    index exchange_thread_by_body (certifying_body_id, last_at, journey_id),
    index exchange_thread_awaited (certifying_body_id, awaits_since, journey_id),
    index exchange_thread_by_candidate (candidate_id, last_at)
);

-- One row per person somebody wrote to: what they have not read, and from when they are told by mail.
create table exchange_reader (
    journey_id uuid        not null,
    person_id  uuid        not null,
    kind       varchar(8)  character set ascii collate ascii_bin not null,
    unread     int         not null,
    read_until uuid        null,
    tell_at    datetime(6) null,
    primary key (journey_id, kind, person_id),
    index exchange_reader_unread (person_id, kind, unread, journey_id),
    index exchange_reader_to_tell (tell_at)
);

create table exchange_draft (
    journey_id    uuid        not null,
    person_id     uuid        not null,
    kind          varchar(8)  character set ascii collate ascii_bin not null,
    body          text        not null,
    saved_at      datetime(6) not null,
    primary key (journey_id, person_id, kind)
);
