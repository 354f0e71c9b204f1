-- A case's support in one file, made off the request, kept until its author fetches it or it expires.
create table support_export (
    id         uuid         not null primary key,
    journey_id uuid         not null references support (journey_id),
    asked_by   uuid         not null references person (id),
    asked_at   datetime(6)  not null,
    done       int          not null,
    total      int          not null,
    state      varchar(10)  character set ascii collate ascii_bin not null,
    file_key   varchar(200) null,
    size       bigint       null,
    sha256     char(64)     character set ascii collate ascii_bin null,
    ended_at   datetime(6)  null,
    index support_export_of_case (journey_id, asked_at),
    index support_export_kept (state, ended_at)
);
