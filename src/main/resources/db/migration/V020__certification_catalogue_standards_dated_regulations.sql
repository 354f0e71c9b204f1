-- One row per version at the register: a renewal is a row of its own, linked by replaced_by.
create table certification (
    id                 uuid         not null primary key,
    certifying_body_id uuid         null references certifying_body (id),
    certifier          varchar(200) not null,
    registration       varchar(10)  character set ascii collate ascii_bin not null,
    number             varchar(12)  character set ascii collate ascii_bin null unique,
    title              varchar(300) not null,
    level              varchar(4)   character set ascii collate ascii_bin null,
    branch             varchar(120) not null,
    registered_from    date         null,
    registered_until   date         null,
    replaced_by        uuid         null references certification (id),
    fictive            boolean      not null,
    -- Number, title, branch and certifier with ligatures and apostrophes evened out; the collation ignores case and accents.
    search_text        varchar(700) not null,
    created_at         datetime(6)  not null,
    index certification_by_title (title, id),
    index certification_by_body (certifying_body_id, title)
);

create table standard_activity (
    certification_id uuid          not null references certification (id),
    position         int           not null,
    statement        varchar(1000) not null,
    primary key (certification_id, position)
);

create table skill_block (
    code             varchar(32)  character set ascii collate ascii_bin not null primary key,
    certification_id uuid         not null references certification (id),
    position         int          not null,
    title            varchar(500) not null,
    unique index skill_block_in_order (certification_id, position)
);

create table skill (
    id         uuid          not null primary key,
    block_code varchar(32)   character set ascii collate ascii_bin not null references skill_block (code),
    position   int           not null,
    code       varchar(20)   character set ascii collate ascii_bin not null,
    statement  varchar(1000) not null,
    unique index skill_in_order (block_code, position),
    unique index skill_by_code (block_code, code)
);

create table skill_criterion (
    skill_id  uuid          not null references skill (id),
    position  int           not null,
    statement varchar(1000) not null,
    primary key (skill_id, position)
);

-- A parameter holds from its day on, until a younger row. What is in force on a day that has come never changes.
create table regulation_parameter (
    certification_id uuid         not null references certification (id),
    name             varchar(60)  character set ascii collate ascii_bin not null,
    valid_from       date         not null,
    value            text         not null,
    source           varchar(500) not null,
    confidence       varchar(6)   character set ascii collate ascii_bin not null,
    written_at       datetime(6)  not null,
    primary key (certification_id, name, valid_from)
);
