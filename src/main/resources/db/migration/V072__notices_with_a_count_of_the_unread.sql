-- Worded when it is read, in the reader's language then: the row holds the key and its values.
create table notice (
    id           uuid          not null primary key,
    person_id    uuid          not null references person (id),
    notification varchar(40)   character set ascii collate ascii_bin not null,
    facts        varchar(1000) not null,
    page         varchar(300)  not null,
    at           datetime(6)   not null,
    read_at      datetime(6)   null,
    index notice_by_person (person_id, at)
);

create table notice_count (
    person_id uuid not null primary key references person (id),
    unread    int  not null
);
