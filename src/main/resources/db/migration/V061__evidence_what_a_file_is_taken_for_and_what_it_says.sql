alter table evidence
    -- A person said what the piece is after the machine had its idea: the machine does not set such a piece apart any more.
    add column kind_named_at datetime(6) null,
    add column kind_named_by uuid null;

alter table evidence_version
    -- What the text is taken for: a kind, how sure, and the words that speak for it, as JSON.
    add column found_kind       varchar(40) character set ascii collate ascii_bin null,
    add column confidence       tinyint     null,
    add column clues            text        null check (json_valid(clues)),
    -- Pictures of pages are recognised one by one; this many are done.
    add column pages_recognised int         not null default 0,
    -- The queue of the antivirus, like the readers'.
    add column scan_lease       uuid        null,
    add column scan_from        datetime(6) null,
    add index evidence_version_to_scan (scan, scan_from),
    add index evidence_version_by_scan_lease (scan_lease);

-- Text of recognised pages until all are there, masked like every text.
create table evidence_recognised_page (
    evidence_id uuid       not null,
    number      int        not null,
    page        int        not null,
    body        mediumtext not null,
    primary key (evidence_id, number, page),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);

-- What a document says of a piece of experience. As read stays beside what a person answered; '' is what was not read.
create table evidence_fact (
    evidence_id       uuid         not null,
    number            int          not null,
    line              int          not null,
    kind              varchar(20)  character set ascii collate ascii_bin not null,
    value             varchar(255) not null,
    page              int          null,
    snippet           varchar(400) null,
    state             varchar(12)  character set ascii collate ascii_bin not null,
    answer            varchar(255) null,
    answered_by       uuid         null,
    answered_by_staff boolean      not null default false,
    answered_at       datetime(6)  null,
    primary key (evidence_id, number, line, kind),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);
