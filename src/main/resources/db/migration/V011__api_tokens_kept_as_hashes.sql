-- A token is 256 random bits: its SHA-256 alone is kept, and needs no salt.
create table api_token (
    id           uuid         not null primary key,
    person_id    uuid         not null references person (id),
    name         varchar(100) not null,
    hash         char(64)     character set ascii collate ascii_bin not null unique,
    read_only    boolean      not null,
    created_at   datetime(6)  not null,
    expires_at   datetime(6)  not null,
    -- To the minute: not every request writes.
    last_used_at datetime(6)  null,
    revoked_at   datetime(6)  null,
    index api_token_by_person (person_id, created_at)
);
