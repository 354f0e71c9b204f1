-- Leases and pauses are reckoned in the database's own time (utc_timestamp), so that replicas whose clocks differ agree.

-- One engine belongs to one database. marked = the engine has confirmed that it carries this epoch.
create table engine_epoch (
    id       tinyint     not null primary key check (id = 1),
    epoch    uuid        not null,
    marked   boolean     not null,
    bound_at datetime(6) not null
);

-- What a journey is to the engine. Appending a command locks this row: the numbers of one journey have no gap and no twin.
create table engine_journey (
    journey_id           uuid        not null primary key,
    last_command_seq     bigint      not null,
    -- When the oldest unsettled command may be tried; null when there is none or a person must look at it.
    head_due             datetime(6) null,
    lease_owner          varchar(80) character set ascii collate ascii_bin null,
    lease_until          datetime(6) null,
    process_instance_key bigint      null unique,
    index engine_journey_by_head_due (head_due)
);

create table engine_command (
    journey_id      uuid         not null references engine_journey (journey_id),
    seq             bigint       not null,
    kind            varchar(20)  character set ascii collate ascii_bin not null,
    message_name    varchar(100) character set ascii collate ascii_bin null,
    correlation_key varchar(200) character set ascii collate ascii_bin null,
    message_id      varchar(200) character set ascii collate ascii_bin null,
    task_key        bigint       null,
    facts           text         not null,
    state           varchar(10)  character set ascii collate ascii_bin not null,
    attempts        int          not null default 0,
    first_tried_at  datetime(6)  null,
    answer          varchar(40)  character set ascii collate ascii_bin null,
    appended_at     datetime(6)  not null,
    settled_at      datetime(6)  null,
    primary key (journey_id, seq),
    -- The head of a journey: the smallest number that is neither DONE nor SKIPPED.
    unsettled       boolean as (state in ('PENDING', 'PARKED')) persistent,
    index engine_command_head (journey_id, unsettled, seq),
    index engine_command_parked (state, settled_at),
    index engine_command_by_task (task_key)
);

-- Which jobs were done, and with what result: a job delivered again is answered from here.
create table engine_job (
    epoch       uuid        not null,
    job_key     bigint      not null,
    job_type    varchar(80) character set ascii collate ascii_bin not null,
    journey_id  uuid        not null,
    state       varchar(10) character set ascii collate ascii_bin not null,
    lease_owner varchar(80) character set ascii collate ascii_bin not null,
    lease_until datetime(6) not null,
    result      text        null,
    done_at     datetime(6) null,
    primary key (epoch, job_key),
    index engine_job_by_age (state, done_at)
);
