-- What the process asked a jury for, one row per case: by when it must have met.
create table jury_request (
    journey_id uuid        not null primary key,
    attempt    int         not null,
    jury_due   datetime(6) not null,
    asked_at   datetime(6) not null
);

create table jury_session (
    id                 uuid         not null primary key,
    certifying_body_id uuid         not null,
    certification_id   uuid         not null,
    starts_at          datetime(6)  not null,
    minutes_each       int          not null,
    mode               varchar(20)  character set ascii collate ascii_bin not null,
    place              varchar(300) null,
    video_link         varchar(500) null,
    bring              varchar(1000) null,
    created_at         datetime(6)  not null,
    published_at       datetime(6)  null,
    -- Why the session was published in spite of what was warned of; null when there was nothing.
    accepted_warnings  varchar(1000) null,
    index jury_session_by_body (certifying_body_id, starts_at)
);

create table jury_seat (
    id         uuid        not null primary key,
    session_id uuid        not null references jury_session (id),
    place      int         not null,
    person_id  uuid        not null,
    role       varchar(10) character set ascii collate ascii_bin not null,
    qualified  boolean     not null,
    college    varchar(10) character set ascii collate ascii_bin not null,
    gender     varchar(10) character set ascii collate ascii_bin not null,
    unique index jury_seat_once (session_id, person_id),
    index jury_seat_by_person (person_id)
);

create table jury_hearing (
    id               uuid         not null primary key,
    session_id       uuid         not null references jury_session (id),
    journey_id       uuid         not null,
    candidate_id     uuid         not null,
    attempt          int          not null,
    -- Which request of this attempt: 1, then one more after each move or new hearing.
    request          int          not null,
    place            int          not null,
    -- The case while this hearing counts; null once it was moved, withdrawn or settled: one live hearing per case.
    live_journey_id  uuid         null unique,
    planned_at       datetime(6)  null,
    summoned_at      datetime(6)  null,
    moved_at         datetime(6)  null,
    moved_reason     varchar(1000) null,
    marks_closed_at  datetime(6)  null,
    outcome          varchar(30)  character set ascii collate ascii_bin null,
    decisions        longtext     null check (decisions is null or json_valid(decisions)),
    observations     text         null,
    deliberated_at   datetime(6)  null,
    result_due       datetime(6)  null,
    president_id     uuid         null,
    signed_at        datetime(6)  null,
    notified_at      datetime(6)  null,
    unique index jury_hearing_once (journey_id, attempt, request),
    index jury_hearing_by_session (session_id, place)
);

-- The word of a juror, case by case, before anything of the case is shown.
create table jury_declaration (
    hearing_id   uuid        not null references jury_hearing (id),
    person_id    uuid        not null,
    candidate_id uuid        not null,
    linked       boolean     not null,
    declared_at  datetime(6) not null,
    primary key (hearing_id, person_id),
    index jury_declaration_by_candidate (candidate_id, person_id)
);

-- A person's marks on a seat. A juror replaced leaves theirs behind, unsubmitted and unread.
create table jury_evaluation (
    hearing_id   uuid        not null references jury_hearing (id),
    seat_id      uuid        not null,
    person_id    uuid        not null,
    grid         longtext    not null check (json_valid(grid)),
    saved_at     datetime(6) not null,
    submitted_at datetime(6) null,
    primary key (hearing_id, seat_id, person_id)
);

create table jury_minutes (
    hearing_id uuid       not null primary key references jury_hearing (id),
    content    longblob   not null,
    sha256     char(64)   character set ascii collate ascii_bin not null,
    written_at datetime(6) not null
);

create table workplace_assessment (
    journey_id  uuid         not null,
    attempt     int          not null,
    assessor    varchar(200) not null,
    assessor_function varchar(200) not null,
    assessed_on date         not null,
    results     longtext     not null check (json_valid(results)),
    document    uuid         null,
    recorded_by uuid         not null,
    recorded_at datetime(6)  not null,
    primary key (journey_id, attempt)
);
