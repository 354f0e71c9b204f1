-- What was agreed of the support of a case, version after version; what is signed is never rewritten.
create table support_agreement (
    journey_id          uuid          not null references support (journey_id),
    version             int           not null,
    state               varchar(10)   character set ascii collate ascii_bin not null,
    hours               decimal(5, 2) not null,
    object              varchar(2000) not null,
    starts_on           date          not null,
    ends_on             date          not null,
    price_cents         bigint        not null,
    change_reason       varchar(1000) null,
    over_maximum_reason varchar(1000) null,
    proposed_by         uuid          not null references person (id),
    proposed_at         datetime(6)   not null,
    answered_at         datetime(6)   null,
    answer_word         varchar(1000) null,
    pdf                 mediumblob    null,
    pdf_sha256          char(64)      character set ascii collate ascii_bin null,
    primary key (journey_id, version)
);

-- Who is asked to pay what, and what they answered, by whose word.
create table support_funding (
    journey_id  uuid         not null,
    version     int          not null,
    line        int          not null,
    source      varchar(20)  character set ascii collate ascii_bin not null,
    payer       varchar(200) null,
    cents       bigint       not null,
    state       varchar(10)  character set ascii collate ascii_bin not null,
    asked_on    date         not null,
    answered_on date         null,
    note        varchar(500) null,
    stated_by   uuid         not null references person (id),
    stated_at   datetime(6)  not null,
    primary key (journey_id, version, line),
    constraint support_funding_of_agreement foreign key (journey_id, version) references support_agreement (journey_id, version)
);
