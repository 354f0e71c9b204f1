-- The secret address of somebody's calendar: 256 random bits of which the SHA-256 alone is kept. One per person; a new one
-- takes the place of the one before, which opens nothing from then on.
create table calendar_key (
    person_id    uuid        not null primary key references person (id),
    hash         char(64)    character set ascii collate ascii_bin not null,
    created_at   datetime(6) not null,
    last_read_at datetime(6) null,
    -- How often it was read since that moment.
    counted      int         not null default 0,
    counted_from datetime(6) null,
    unique index calendar_key_by_hash (hash)
);
