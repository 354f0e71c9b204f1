-- A letter is written once and never changed; its bytes stand apart so that lists read short rows (docs/decisions/0005-letters-in-the-database.md).
create table letter (
    id                 uuid         not null primary key,
    journey_id         uuid         not null,
    certifying_body_id uuid         not null references certifying_body (id),
    candidate_id       uuid         not null references person (id),
    template           varchar(40)  character set ascii collate ascii_bin not null,
    template_version   int          not null,
    wording_version    int          not null,
    language           char(2)      character set ascii collate ascii_bin not null,
    title              varchar(200) not null,
    letter_date        date         not null,
    written_at         datetime(6)  not null,
    size               int          not null,
    sha256             char(64)     character set ascii collate ascii_bin not null,
    index letter_by_journey (journey_id, written_at),
    index letter_by_candidate (candidate_id, written_at)
);

create table letter_content (
    letter_id uuid     not null primary key references letter (id),
    content   longblob not null
);

create table letterhead (
    certifying_body_id uuid         not null primary key references certifying_body (id),
    address_lines      varchar(500) not null,
    contact_line       varchar(200) not null,
    town               varchar(100) not null,
    signatory_name     varchar(100) null,
    signatory_function varchar(100) not null,
    logo               mediumblob   null,
    logo_media_type    varchar(20)  character set ascii collate ascii_bin null,
    updated_at         datetime(6)  not null
);

-- What a certifying body adds to the product's letters, in its own words; a new version never changes an old letter.
create table letter_wording (
    certifying_body_id uuid        not null references certifying_body (id),
    template           varchar(40) character set ascii collate ascii_bin not null,
    language           char(2)     character set ascii collate ascii_bin not null,
    version            int         not null,
    opening            text        not null,
    closing            text        not null,
    created_at         datetime(6) not null,
    primary key (certifying_body_id, template, language, version)
);
