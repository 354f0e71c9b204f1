-- A verb over many rows: done off the request, a few rows per transaction, taken up again where it stopped.
create table worklist_bulk (
    id                 uuid         not null primary key,
    certifying_body_id uuid         not null,
    person_id          uuid         not null,
    verb               varchar(20)  character set ascii collate ascii_bin not null,
    receiver_id        uuid         null,
    words              varchar(500) null,
    running            boolean      not null,
    total              int          not null,
    done               int          not null,
    refused            int          not null,
    created_at         datetime(6)  not null,
    finished_at        datetime(6)  null,
    leased_until       datetime(6)  null,
    index worklist_bulk_running (running, leased_until),
    index worklist_bulk_by_person (person_id, created_at)
);

create table worklist_bulk_row (
    bulk_id  uuid        not null references worklist_bulk (id),
    position int         not null,
    task_id  uuid        not null,
    state    varchar(8)  character set ascii collate ascii_bin not null,
    -- Why not: a message key.
    refusal  varchar(60) character set ascii collate ascii_bin null,
    primary key (bulk_id, position),
    index worklist_bulk_row_by_state (bulk_id, state, position)
);
