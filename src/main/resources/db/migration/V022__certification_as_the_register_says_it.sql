-- What the register says of each certification, beside what the catalogue holds. A certification that a body here runs keeps
-- its own row, its standard and its règlement: what differs is told from these tables, never written over.
create table certification_register (
    certification_id uuid         not null primary key references certification (id),
    title            varchar(300) not null,
    level            varchar(4)   character set ascii collate ascii_bin null,
    -- The fiche stands at the register today, whatever its dates.
    active           boolean      not null,
    registered_from  date         null,
    registered_until date         null,
    -- Number of the fiche that replaces this one, here or not.
    successor        varchar(12)  character set ascii collate ascii_bin null,
    said_at          datetime(6)  not null
);

create table certification_certifier (
    certification_id uuid         not null references certification (id),
    position         int          not null,
    siret            varchar(14)  character set ascii collate ascii_bin null,
    name             varchar(200) not null,
    primary key (certification_id, position)
);

-- Blocs by code and title only; the standard with its skills stands in skill_block.
create table certification_register_block (
    certification_id uuid          not null references certification (id),
    position         int           not null,
    code             varchar(32)   character set ascii collate ascii_bin not null,
    title            varchar(1000) not null,
    primary key (certification_id, position)
);

-- Jobs the certification leads to, by the operational directory of trades.
create table certification_rome (
    certification_id uuid         not null references certification (id),
    code             varchar(5)   character set ascii collate ascii_bin not null,
    label            varchar(200) not null,
    primary key (certification_id, code),
    index certification_rome_by_code (code, certification_id)
);

-- Collective agreements, by the number the register gives them (that of the brochure).
create table certification_convention (
    certification_id uuid         not null references certification (id),
    code             varchar(10)  character set ascii collate ascii_bin not null,
    label            varchar(300) not null,
    primary key (certification_id, code),
    index certification_convention_by_code (code, certification_id)
);

-- EXPERIENCE is the VAE. No row at all: the register does not say.
create table certification_access_way (
    certification_id uuid        not null references certification (id),
    way              varchar(20) character set ascii collate ascii_bin not null,
    primary key (certification_id, way)
);

-- A branch is named once and keeps its address; the agreement's number recognises it whatever the register calls it.
create table branch (
    slug       varchar(80)  character set ascii collate ascii_bin not null primary key,
    name       varchar(120) not null,
    convention varchar(10)  character set ascii collate ascii_bin null unique
);

-- A CQPI belongs to several.
create table certification_branch (
    branch_slug      varchar(80) character set ascii collate ascii_bin not null references branch (slug),
    certification_id uuid        not null references certification (id),
    primary key (branch_slug, certification_id),
    index certification_branch_by_certification (certification_id)
);
