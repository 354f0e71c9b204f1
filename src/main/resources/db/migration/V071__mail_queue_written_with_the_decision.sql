-- Rendered when it is queued, so that a repeat after a crash is the same mail to the letter. The address is read when it is sent.
create table mail (
    id                 uuid         not null primary key,
    recipient_id       uuid         not null references person (id),
    certifying_body_id uuid         not null references certifying_body (id),
    journey_id         uuid         null,
    candidate_id       uuid         null,
    notification       varchar(40)  character set ascii collate ascii_bin not null,
    language           char(2)      character set ascii collate ascii_bin not null,
    sender_name        varchar(200) not null,
    subject            varchar(200) not null,
    text_part          mediumtext   not null,
    html_part          mediumtext   not null,
    status             varchar(10)  character set ascii collate ascii_bin not null,
    attempts           int          not null,
    queued_at          datetime(6)  not null,
    trying_since       datetime(6)  not null,
    next_attempt_at    datetime(6)  null,
    leased_by          uuid         null,
    leased_until       datetime(6)  null,
    sent_at            datetime(6)  null,
    problem            varchar(40)  character set ascii collate ascii_bin null,
    index mail_due (status, next_attempt_at),
    index mail_by_journey (journey_id, queued_at),
    index mail_by_body (certifying_body_id, status, queued_at)
);

create table mail_attachment (
    mail_id    uuid         not null references mail (id) on delete cascade,
    position   int          not null,
    file_name  varchar(100) not null,
    media_type varchar(100) character set ascii collate ascii_bin not null,
    content    mediumblob   not null,
    primary key (mail_id, position)
);

-- French where there is no row.
create table correspondence_language (
    person_id uuid        not null primary key references person (id),
    language  char(2)     character set ascii collate ascii_bin not null,
    chosen_at datetime(6) not null
);
