-- A mail that says that a message waits may be answered: the address stands in no row, its SHA-256 does.
create table exchange_answer_address (
    hash       char(64)    character set ascii collate ascii_bin not null primary key,
    journey_id uuid        not null,
    person_id  uuid        not null references person (id),
    expires_at datetime(6) not null,
    revoked_at datetime(6) null,
    index exchange_answer_address_of_reader (journey_id, person_id),
    index exchange_answer_address_by_end (expires_at)
);

-- What came in, once each, whatever a mailbox shows again: hashes and ids, never a word of the mail.
create table exchange_answer (
    mail_hash    char(64)    character set ascii collate ascii_bin not null,
    address_hash char(64)    character set ascii collate ascii_bin not null references exchange_answer_address (hash),
    journey_id   uuid        not null,
    person_id    uuid        not null,
    outcome      varchar(20) character set ascii collate ascii_bin not null,
    -- Null for what was refused.
    message_id   uuid        null,
    came_at      datetime(6) not null,
    primary key (mail_hash, address_hash),
    index exchange_answer_of_reader (journey_id, person_id, came_at),
    index exchange_answer_by_address (address_hash)
);

-- How often a mail was begun, noted before it is touched: one that kills its reader is counted too.
create table exchange_answer_try (
    mail_hash char(64)    character set ascii collate ascii_bin not null primary key,
    tries     int         not null,
    tried_at  datetime(6) not null,
    index exchange_answer_try_by_time (tried_at)
);

alter table exchange_message
    add column by_mail boolean not null default false,
    -- Names of the files that came with it and were not taken, a line each; goes with its words.
    add column left_out text null;
