-- Numbers without a gap: the counter moves in the transaction that enters the document.
create table award_counter (
    certifying_body_id uuid        not null references certifying_body (id),
    kind               varchar(20) character set ascii collate ascii_bin not null,
    year               int         not null,
    last_number        int         not null,
    primary key (certifying_body_id, kind, year)
);

-- The register: an attestation of blocs or a certificate. Entered first, then written as a PDF and sealed with its hash.
create table award_document (
    id                 uuid         not null primary key,
    journey_id         uuid         not null references journey (id),
    certifying_body_id uuid         not null references certifying_body (id),
    candidate_id       uuid         not null references person (id),
    certification_id   uuid         not null,
    kind               varchar(20)  character set ascii collate ascii_bin not null,
    -- What it is issued for, once: the same job delivered again finds its own entry.
    occasion           varchar(40)  character set ascii collate ascii_bin not null,
    number             varchar(30)  character set ascii collate ascii_bin not null,
    code               varchar(16)  character set ascii collate ascii_bin not null,
    blocks             varchar(4000) character set ascii collate ascii_bin not null,
    holder             text         not null check (json_valid(holder)),
    issued_on          date         not null,
    entered_at         datetime(6)  not null,
    sealed_at          datetime(6)  null,
    size               int          null,
    sha256             char(64)     character set ascii collate ascii_bin null,
    unique key award_document_once (journey_id, kind, occasion),
    unique key award_document_number (certifying_body_id, kind, number),
    index award_document_by_number (number, code),
    index award_document_by_candidate (candidate_id, issued_on)
);

create table award_document_content (
    document_id uuid     not null primary key references award_document (id),
    content     longblob not null
);

-- What the CPNE said of a result: delivered, or returned to the jury with its reason.
create table award_delivery (
    journey_id   uuid        not null references journey (id),
    number       int         not null,
    decided_by   uuid        not null,
    decided_at   datetime(6) not null,
    delivered    boolean     not null,
    irregularity text        null,
    primary key (journey_id, number)
);

-- A new passage before the jury is owed, and until when.
create table award_hearing_due (
    journey_id uuid        not null references journey (id),
    number     int         not null,
    attempt    int         not null,
    due        date        not null,
    noted_at   datetime(6) not null,
    primary key (journey_id, number)
);

create table award_choice (
    journey_id uuid        not null references journey (id),
    number     int         not null,
    choice     varchar(10) character set ascii collate ascii_bin not null,
    chosen_at  datetime(6) not null,
    primary key (journey_id, number)
);
