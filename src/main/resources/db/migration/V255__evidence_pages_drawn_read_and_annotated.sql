-- Pages drawn for people to look at: what may be made again at any time, bounded, and gone with its piece.
create table evidence_page (
    evidence_id  uuid         not null,
    number       int          not null,
    page         int          not null,
    state        varchar(10)  character set ascii collate ascii_bin not null,
    -- Asked for before anybody turned to it: those wait behind the others.
    ahead        boolean      not null,
    -- The queue of the drawers: a lease is a token and the moment from which another may take over.
    lease        uuid         null,
    available_at datetime(6)  not null,
    tries        int          not null default 0,
    pages        int          null,
    size         int          null,
    -- Size of the drawing, words with their places, numbers that identify or pay a person covered.
    sheet        mediumtext   null,
    seen_at      datetime(6)  not null,
    primary key (evidence_id, number, page),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number),
    index evidence_page_to_draw (state, ahead, available_at),
    index evidence_page_by_lease (lease),
    index evidence_page_by_sight (state, seen_at, size)
);

-- Who looked at which page, when first and last; the audit log has an entry for each sitting.
create table evidence_page_reading (
    evidence_id uuid        not null,
    number      int         not null,
    page        int         not null,
    person_id   uuid        not null,
    sight       varchar(10) character set ascii collate ascii_bin not null,
    first_at    datetime(6) not null,
    last_at     datetime(6) not null,
    times       int         not null,
    primary key (evidence_id, number, page, person_id),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);

-- How a person turned a page, in quarters, clockwise.
create table evidence_page_turn (
    evidence_id uuid    not null,
    number      int     not null,
    page        int     not null,
    person_id   uuid    not null,
    turned      tinyint not null,
    primary key (evidence_id, number, page, person_id),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);

create table evidence_note (
    id          uuid          not null primary key,
    evidence_id uuid          not null,
    number      int           not null,
    page        int           not null,
    author_id   uuid          not null,
    sight       varchar(10)   character set ascii collate ascii_bin not null,
    reach       varchar(10)   character set ascii collate ascii_bin not null,
    body        varchar(2000) not null,
    written_at  datetime(6)   not null,
    index evidence_note_by_page (evidence_id, number, page, written_at),
    foreign key (evidence_id, number) references evidence_version (evidence_id, number)
);
