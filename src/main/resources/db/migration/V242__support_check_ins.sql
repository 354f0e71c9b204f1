-- From time to time the candidate is asked: go on, pause or stop. Nothing happens by itself.
create table support_check_in (
    journey_id  uuid          not null references support (journey_id),
    number      int           not null,
    asked_at    datetime(6)   not null,
    again_at    datetime(6)   null,
    answer      varchar(10)   character set ascii collate ascii_bin null,
    word        varchar(1000) null,
    answered_at datetime(6)   null,
    primary key (journey_id, number)
);

-- When the question is next due by the case's own règlement; null when it waits for nothing.
alter table support
    add column check_in_at datetime(6) null,
    add index support_check_in_due (ended_at, check_in_at);

update support set check_in_at = timestampadd(day, 60, utc_timestamp(6)) where adviser_id is not null and ended_at is null;
