-- How soon somebody wants to be told of a subject; at once where there is no row.
create table notification_pace (
    person_id uuid        not null references person (id),
    subject   varchar(12) character set ascii collate ascii_bin not null,
    pace      varchar(8)  character set ascii collate ascii_bin not null,
    chosen_at datetime(6) not null,
    primary key (person_id, subject)
);

-- Notices that wait for the mail of the day.
create table notice_digest (
    notice_id          uuid        not null primary key references notice (id),
    person_id          uuid        not null,
    certifying_body_id uuid        not null,
    at                 datetime(6) not null,
    index notice_digest_by_date (at, person_id),
    index notice_digest_by_person (person_id, at)
);

-- One a day and a person, whatever dies or is repeated.
create table notice_digest_day (
    person_id uuid not null,
    day       date not null,
    notices   int  not null,
    primary key (person_id, day)
);
