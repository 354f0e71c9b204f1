alter table journey
    -- Blocs aimed at, their codes separated by spaces; null for the whole certification.
    add column target_blocks varchar(2000) character set ascii collate ascii_bin null after certification_id,
    add column attempt       int         not null default 1 after target_blocks,
    add column refused       boolean     not null default false after decided_at,
    -- Until when a refusal may be appealed; the case ends when it is over.
    add column appeal_until  datetime(6) null after refused,
    add column paused_at     datetime(6) null after appeal_until,
    add column appeal_runs   boolean as (appeal_until is not null and ended_at is null) persistent,
    add index journey_by_appeal (appeal_runs, appeal_until);

-- Who works on a case besides the body's own agents: sees it, and nothing of other cases.
create table case_member (
    journey_id uuid        not null references journey (id),
    person_id  uuid        not null references person (id),
    role       varchar(20) character set ascii collate ascii_bin not null,
    since      datetime(6) not null,
    primary key (journey_id, person_id, role),
    index case_member_by_person (person_id, role)
);

create view v_case_member as
select journey_id, person_id, role from case_member;
