-- One import of the register: what was read, what it would change, what was decided. Rows of imports stay; what was staged for
-- them goes when the next one begins.
create table catalogue_import (
    id              uuid         not null primary key,
    state           varchar(12)  character set ascii collate ascii_bin not null,
    -- 1 while the import is under way or waits for its decision: at most one.
    open_slot       tinyint      null unique,
    file_name       varchar(200) not null,
    file_bytes      bigint       not null,
    sha256          char(64)     character set ascii collate ascii_bin not null,
    started_by      uuid         null,
    started_at      datetime(6)  not null,
    -- The process at work says so until here; past it, whatever was under way has stopped.
    alive_until     datetime(6)  null,
    ended_at        datetime(6)  null,
    decided_by      uuid         null,
    decided_at      datetime(6)  null,
    cancel_asked    boolean      not null,
    -- Bytes while reading, fiches while comparing and applying.
    work_done       bigint       not null,
    work_total      bigint       not null,
    lines_read      bigint       not null,
    fiches_read     bigint       not null,
    fiches_kept     int          not null,
    same_count      int          not null,
    aside_count     int          not null,
    absent_count    int          not null,
    refused_count   int          not null,
    problem         varchar(40)  character set ascii collate ascii_bin null,
    problem_detail  varchar(300) null,
    index catalogue_import_in_time (started_at)
);

create table catalogue_import_fiche (
    import_id        uuid         not null references catalogue_import (id),
    number           varchar(12)  character set ascii collate ascii_bin not null,
    title            varchar(300) not null,
    level            varchar(4)   character set ascii collate ascii_bin null,
    registered_from  date         null,
    registered_until date         null,
    active           boolean      not null,
    primary key (import_id, number)
);

-- Blocs, certifiers, jobs, agreements, access ways and successors, as lines of the files beside.
create table catalogue_import_detail (
    import_id uuid          not null references catalogue_import (id),
    number    varchar(12)   character set ascii collate ascii_bin not null,
    kind      varchar(12)   character set ascii collate ascii_bin not null,
    position  bigint        not null,
    code      varchar(40)   not null,
    label     varchar(1000) not null,
    primary key (import_id, number, kind, position)
);

create table catalogue_import_change (
    import_id uuid        not null references catalogue_import (id),
    number    varchar(12) character set ascii collate ascii_bin not null,
    kind      varchar(10) character set ascii collate ascii_bin not null,
    applied   boolean     not null,
    primary key (import_id, number),
    index catalogue_import_change_by_kind (import_id, kind, number),
    index catalogue_import_change_to_apply (import_id, applied, number)
);

create table catalogue_import_field (
    import_id   uuid        not null references catalogue_import (id),
    number      varchar(12) character set ascii collate ascii_bin not null,
    field       varchar(20) character set ascii collate ascii_bin not null,
    before_text text        not null,
    after_text  text        not null,
    primary key (import_id, number, field)
);

create table catalogue_import_refusal (
    import_id uuid         not null references catalogue_import (id),
    position  int          not null,
    file      varchar(120) not null,
    line      bigint       not null,
    number    varchar(40)  not null,
    reason    varchar(20)  character set ascii collate ascii_bin not null,
    primary key (import_id, position)
);
