-- What happened, in the person’s language then, and where it leads.
create table notice (
    id           uuid          not null primary key,
    person_id    uuid          not null references person (id),
    text         varchar(300)  not null,
    page         varchar(300)  not null,
    at           datetime(6)   not null,
    read_at      datetime(6)   null,
    index notice_by_person (person_id, at)
);

create table notice_count (
    person_id uuid not null primary key references person (id),
    unread    int  not null
);
