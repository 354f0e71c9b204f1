-- What is filtered and sorted by stands on the row, in the order it is read: a page is read from an index whatever the volume.
alter table worklist_task
    add column certification_id uuid         null after candidate_id,
    -- Family name first, for the order of names; what is shown comes from the person.
    add column candidate_sort   varchar(80)  not null default '' after certification_id,
    -- The team it waits with, or the certifying body where no team has it.
    add column queue_id         uuid         null after audience,
    add column unheld           boolean as (holder_id is null) persistent after holder_id,
    -- Hidden until then.
    add column follow_up_at     datetime(6)  null after due_at,
    add column answered_at      datetime(6) as (coalesce(submitted_at, ended_at)) persistent after ended_at,
    -- Who gave it back, and why.
    add column returned_by      uuid         null,
    add column returned_because varchar(500) null;

update worklist_task t
    join journey j on j.id = t.journey_id
    join person p on p.id = t.candidate_id
set t.certification_id = j.certification_id,
    t.candidate_sort = left(concat(coalesce(p.use_name, p.birth_name), ' ', p.given_name), 80),
    t.queue_id = t.certifying_body_id;

update worklist_task set queue_id = certifying_body_id where queue_id is null;

alter table worklist_task
    modify column queue_id uuid not null,
    drop index worklist_task_by_team,
    drop index worklist_task_by_body,
    add index worklist_task_by_queue (queue_id, audience, state, unheld, due_at, id),
    add index worklist_task_by_free (certifying_body_id, audience, state, unheld, due_at, id),
    add index worklist_task_by_kind (certifying_body_id, kind, state, due_at, id),
    add index worklist_task_by_certification (certification_id, audience, state, due_at, id),
    add index worklist_task_by_certification_and_name (certification_id, audience, state, candidate_sort, id),
    add index worklist_task_by_name (certifying_body_id, audience, state, candidate_sort, id, queue_id, unheld),
    add index worklist_task_by_age (certifying_body_id, audience, state, created_at, id, queue_id, unheld),
    add index worklist_task_answered (holder_id, answered_at, id),
    add index worklist_task_hidden (follow_up_at, queue_id, holder_id);

create or replace view v_certification_title as
select id, title, number, branch, certifying_body_id from certification;

-- The words a case is found by, folded to plain letters: names, number, certification, tags, what rooms say of it.
-- A search reads beginnings of them from the key; a tag is the word '#' and its id.
create table worklist_word (
    certifying_body_id uuid        not null,
    word               varchar(40) character set ascii collate ascii_bin not null,
    journey_id         uuid        not null,
    -- Said by which source; a source replaces what it said before.
    source             varchar(12) character set ascii collate ascii_bin not null,
    primary key (certifying_body_id, word, journey_id, source),
    index worklist_word_of_case (journey_id, word, source)
);

-- Which team handles a certification.
create table worklist_team_certification (
    certifying_body_id uuid not null,
    certification_id   uuid not null,
    team_id            uuid not null,
    primary key (certifying_body_id, certification_id),
    index worklist_team_certification_by_team (team_id)
);

-- Open rows per queue (a team or the body) and per holder. Spread over slots, so that many claims at once do not wait.
create table worklist_counter (
    owner_id uuid        not null,
    audience varchar(20) character set ascii collate ascii_bin not null,
    unheld   boolean     not null,
    slot     tinyint     not null,
    n        bigint      not null,
    primary key (owner_id, audience, unheld, slot)
);

insert into worklist_counter (owner_id, audience, unheld, slot, n)
select queue_id, audience, holder_id is null, 0, count(*) from worklist_task where state = 'OPEN' group by 1, 2, 3
on duplicate key update n = worklist_counter.n + values(n);

insert into worklist_counter (owner_id, audience, unheld, slot, n)
select holder_id, audience, false, 0, count(*) from worklist_task where state = 'OPEN' and holder_id is not null group by 1, 2
on duplicate key update n = worklist_counter.n + values(n);

-- What moved, for pages that are open; older than an hour it is nobody's news.
create table worklist_change (
    seq                bigint      not null auto_increment primary key,
    at                 datetime(6) not null,
    certifying_body_id uuid        not null,
    task_id            uuid        not null,
    queue_id           uuid        not null,
    audience           varchar(20) character set ascii collate ascii_bin not null,
    holder_id          uuid        null,
    by_id              uuid        null,
    what               varchar(10) character set ascii collate ascii_bin not null,
    index worklist_change_by_age (at)
);
