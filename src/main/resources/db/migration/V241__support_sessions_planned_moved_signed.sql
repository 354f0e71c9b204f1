-- Sessions to come: one identity in every calendar, whatever moves. What was held is support_session.
create table support_meeting (
    id             uuid          not null primary key,
    journey_id     uuid          not null references support (journey_id),
    sequence       int           not null,
    starts_at      datetime(6)   not null,
    minutes        int           not null,
    place          varchar(10)   character set ascii collate ascii_bin not null,
    at_place       varchar(500)  null,
    state          varchar(10)   character set ascii collate ascii_bin not null,
    reason         varchar(1000) null,
    overrun_reason varchar(1000) null,
    session_number int           null,
    planned_by     uuid          not null references person (id),
    planned_at     datetime(6)   not null,
    reminded_for   datetime(6)   null,
    index support_meeting_of_case (journey_id, state, starts_at),
    index support_meeting_to_remind (state, starts_at)
);

insert into support_meeting (id, journey_id, sequence, starts_at, minutes, place, state, planned_by, planned_at)
select uuid(), journey_id, 0, next_session_at, 120, coalesce(place, 'ON_SITE'), 'PLANNED', adviser_id, utc_timestamp(6)
from support where next_session_at is not null and adviser_id is not null and ended_at is null;

alter table support_session
    add column place          varchar(10)   character set ascii collate ascii_bin null,
    add column own_notes      varchar(4000) null,
    add column overrun_reason varchar(1000) null,
    add column answer         varchar(10)   character set ascii collate ascii_bin null,
    add column answer_word    varchar(1000) null,
    add column answered_at    datetime(6)   null,
    add column corrected_at   datetime(6)   null,
    add column correction     varchar(1000) null;
