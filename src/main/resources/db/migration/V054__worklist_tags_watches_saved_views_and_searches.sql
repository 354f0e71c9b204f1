create table worklist_tag (
    id                 uuid        not null primary key,
    certifying_body_id uuid        not null,
    name               varchar(40) not null,
    created_at         datetime(6) not null,
    unique index worklist_tag_once (certifying_body_id, name)
);

create table worklist_case_tag (
    journey_id uuid        not null,
    tag_id     uuid        not null references worklist_tag (id),
    put_by     uuid        not null,
    put_at     datetime(6) not null,
    primary key (journey_id, tag_id)
);

create table worklist_watch (
    person_id  uuid        not null,
    journey_id uuid        not null,
    since      datetime(6) not null,
    primary key (person_id, journey_id),
    index worklist_watch_by_case (journey_id)
);

-- Words typed into a search: names of people do not stand in addresses, this id does. Forgotten after a week.
create table worklist_search (
    id         uuid         not null primary key,
    person_id  uuid         not null,
    words      varchar(100) not null,
    asked_at   datetime(6)  not null,
    index worklist_search_by_age (asked_at)
);

create table worklist_view (
    id                 uuid          not null primary key,
    certifying_body_id uuid          not null,
    owner_id           uuid          not null,
    -- Null: for the owner alone.
    team_id            uuid          null,
    name               varchar(80)   not null,
    -- The filter as its page's address says it, and the words beside.
    state              varchar(1000) not null,
    words              varchar(100)  not null,
    created_at         datetime(6)   not null,
    index worklist_view_by_owner (owner_id, name),
    index worklist_view_by_team (team_id, name)
);

create table worklist_columns (
    person_id uuid         not null primary key,
    columns   varchar(200) character set ascii collate ascii_bin not null
);
