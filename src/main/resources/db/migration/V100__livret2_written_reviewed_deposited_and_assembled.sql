-- The livret of one attempt: the blocs missing when it was opened. A new attempt begins with the words of the one before, which stays as it was.
create table livret2 (
    journey_id uuid        not null references journey (id),
    attempt    int         not null,
    blocks     text        not null check (json_valid(blocks)),
    state      varchar(12) character set ascii collate ascii_bin not null,
    opened_at  datetime(6) not null,
    -- Since when the adviser may read it; null while the candidate keeps it to themselves.
    shared_at  datetime(6) null,
    primary key (journey_id, attempt)
);

-- One question of one skill; the version tells two writers of the same field apart.
create table livret2_answer (
    journey_id uuid        not null,
    attempt    int         not null,
    skill_id   uuid        not null,
    question   varchar(12) character set ascii collate ascii_bin not null,
    body       mediumtext  not null,
    version    int         not null,
    saved_at   datetime(6) not null,
    primary key (journey_id, attempt, skill_id, question),
    foreign key (journey_id, attempt) references livret2 (journey_id, attempt)
);

create table livret2_proof (
    journey_id  uuid         not null,
    attempt     int          not null,
    skill_id    uuid         not null,
    evidence_id uuid         not null references evidence (id),
    pages       varchar(60)  null,
    comment     varchar(500) null,
    linked_at   datetime(6)  not null,
    primary key (journey_id, attempt, skill_id, evidence_id),
    foreign key (journey_id, attempt) references livret2 (journey_id, attempt),
    index livret2_proof_by_evidence (evidence_id)
);

create table livret2_review (
    journey_id  uuid          not null,
    attempt     int           not null,
    number      int           not null,
    asked_at    datetime(6)   not null,
    wish        varchar(2000) null,
    remarks     longtext      not null check (json_valid(remarks)),
    general     text          null,
    returned_at datetime(6)   null,
    returned_by uuid          null,
    primary key (journey_id, attempt, number),
    foreign key (journey_id, attempt) references livret2 (journey_id, attempt)
);

-- What was handed in, as it was: content and content_hash never change. The columns below them say what became of it.
create table livret2_deposit (
    journey_id   uuid         not null,
    attempt      int          not null,
    number       int          not null,
    deposited_at datetime(6)  not null,
    deposited_by uuid         not null,
    content      longtext     not null check (json_valid(content)),
    content_hash char(64)     character set ascii collate ascii_bin not null,
    gaps         int          not null,
    pieces       int          not null,
    pieces_done  int          not null,
    -- The object being made, known before it is stored: what an interrupted try left there is deleted by the next.
    making_key   varchar(200) character set ascii collate ascii_bin null,
    object_key   varchar(200) character set ascii collate ascii_bin null,
    size         bigint       null,
    pages        int          null,
    sha256       char(64)     character set ascii collate ascii_bin null,
    assembled_at datetime(6)  null,
    places       longtext     null check (places is null or json_valid(places)),
    -- Since when the file no longer holds: a piece in it was withdrawn.
    stale_since  datetime(6)  null,
    verdict      varchar(10)  character set ascii collate ascii_bin null,
    problems     text         null check (problems is null or json_valid(problems)),
    explanation  text         null,
    complete_by  date         null,
    checked_at   datetime(6)  null,
    checked_by   uuid         null,
    primary key (journey_id, attempt, number),
    foreign key (journey_id, attempt) references livret2 (journey_id, attempt),
    index livret2_deposit_stale (stale_since)
);
