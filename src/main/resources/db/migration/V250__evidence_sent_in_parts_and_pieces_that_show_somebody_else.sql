-- A file on its way, until it becomes the piece of the same id, is given up, or its time is over. Whoever holds the lease
-- writes; the newest request takes it, so that a connection that is dead without knowing it holds up nobody.
create table evidence_sending (
    id            uuid          not null primary key,
    journey_id    uuid          not null,
    sender_id     uuid          not null,
    kind          varchar(40)   character set ascii collate ascii_bin not null,
    file_name     varchar(255)  not null,
    declared_type varchar(150)  not null,
    -- What the browser knows the file by, so that the same file chosen again goes on where it stopped.
    fingerprint   varchar(100)  character set ascii collate ascii_bin not null,
    size          bigint        not null,
    received      bigint        not null,
    -- Bytes behind the last part, too few for a part of their own; they are an object apart.
    rest          bigint        not null,
    next_part     int           not null,
    multipart     varchar(1024) character set ascii collate ascii_bin null,
    shows_others  boolean       not null,
    replaces      uuid          null,
    -- What the page that asked for it said it is for; empty where it did not.
    wanted        varchar(200)  not null,
    lease         uuid          null,
    begun_at      datetime(6)   not null,
    until         datetime(6)   not null,
    unique index evidence_sending_of_one_file (journey_id, sender_id, fingerprint),
    index evidence_sending_by_end (until)
);

create table evidence_sending_part (
    sending_id uuid         not null,
    number     int          not null,
    etag       varchar(200) character set ascii collate ascii_bin not null,
    primary key (sending_id, number),
    foreign key (sending_id) references evidence_sending (id) on delete cascade
);

-- Somebody says that the piece shows or names a person other than the candidate.
alter table evidence
    add column shows_others_at datetime(6) null,
    add column shows_others_by uuid null;
