-- A piece the machine found for a skill and the candidate did not want there.
create table livret2_dismissal (
    journey_id   uuid        not null,
    attempt      int         not null,
    skill_id     uuid        not null,
    evidence_id  uuid        not null,
    dismissed_at datetime(6) not null,
    primary key (journey_id, attempt, skill_id, evidence_id),
    foreign key (journey_id, attempt) references livret2 (journey_id, attempt)
);

-- What the candidate did with a remark; without a row nothing yet.
create table livret2_remark_answer (
    journey_id  uuid          not null,
    attempt     int           not null,
    number      int           not null,
    skill_id    uuid          not null,
    answer      varchar(2000) null,
    done_at     datetime(6)   null,
    answered_at datetime(6)   not null,
    primary key (journey_id, attempt, number, skill_id),
    foreign key (journey_id, attempt, number) references livret2_review (journey_id, attempt, number)
);

alter table livret2_review
    -- What the adviser was given to read; null for reviews asked before it was kept.
    add column content longtext null check (content is null or json_valid(content));
