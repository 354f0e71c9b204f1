create table journey (
    id                      uuid        not null primary key,
    case_number             varchar(20) character set ascii collate ascii_bin not null,
    certifying_body_id      uuid        not null references certifying_body (id),
    candidate_id            uuid        not null references person (id),
    certification_id        uuid        not null,
    created_at              datetime(6) not null,
    submitted_at            datetime(6) null,
    -- The règlement in force that day stays this case's own.
    regulation_on           date        null,
    completion_requested_at datetime(6) null,
    completed_at            datetime(6) null,
    -- Copy of the computed instant of silence, for lists and the sweep; null while the delay waits for pieces.
    silence_at              datetime(6) null,
    escalated_at            datetime(6) null,
    decided_at              datetime(6) null,
    ended_at                datetime(6) null,
    ending                  varchar(20) character set ascii collate ascii_bin null,
    version                 int         not null,
    -- The clock runs from the submission to the decision or the end.
    clock_runs              boolean as (submitted_at is not null and decided_at is null and ended_at is null) persistent,
    unique index journey_by_number (certifying_body_id, case_number),
    index journey_by_candidate (candidate_id, created_at),
    index journey_by_body (certifying_body_id, submitted_at),
    index journey_by_clock (clock_runs, silence_at),
    index journey_by_filing (candidate_id, certification_id, submitted_at)
);

create table case_number_counter (
    certifying_body_id uuid not null,
    year               int  not null,
    last_number        int  not null,
    primary key (certifying_body_id, year)
);

-- What other rooms' read models may join.
create view v_journey_case as
select id, case_number, certifying_body_id, candidate_id, certification_id, submitted_at, silence_at, decided_at, ended_at, ending
from journey;

create view v_identity_person as
select id, email, given_name, birth_name, use_name,
       concat(given_name, ' ', coalesce(use_name, birth_name)) as display_name
from person;
