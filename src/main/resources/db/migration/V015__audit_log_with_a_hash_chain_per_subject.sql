-- Append-only. One chain per subject (a journey, a person, a certifying body): each entry's hash covers the one before.
create table audit_chain (
    subject_id  uuid     not null primary key,
    last_number bigint   not null,
    last_hash   char(64) character set ascii collate ascii_bin not null,
    sealed_number bigint not null default 0,
    pending     boolean  as (last_number > sealed_number) persistent,
    index audit_chain_pending (pending)
);

create table audit_entry (
    subject_id uuid         not null,
    number     bigint       not null,
    at         datetime(6)  not null,
    actor_id   uuid         null,
    actor_role varchar(40)  character set ascii collate ascii_bin not null,
    origin     varchar(45)  character set ascii collate ascii_bin null,
    action     varchar(80)  character set ascii collate ascii_bin not null,
    facts      text         not null,
    hash       char(64)     character set ascii collate ascii_bin not null,
    primary key (subject_id, number),
    index audit_entry_by_actor (actor_id, at)
);

-- A seal chains the heads of all chains that grew since the one before: cutting the end off a chain is then seen too.
create table audit_seal (
    number    bigint      not null primary key,
    at        datetime(6) not null,
    head_count int        not null,
    hash      char(64)    character set ascii collate ascii_bin not null
);

create table audit_sealed_head (
    seal_number bigint   not null references audit_seal (number),
    subject_id  uuid     not null,
    number      bigint   not null,
    hash        char(64) character set ascii collate ascii_bin not null,
    primary key (seal_number, subject_id),
    index audit_sealed_head_by_subject (subject_id, seal_number)
);
