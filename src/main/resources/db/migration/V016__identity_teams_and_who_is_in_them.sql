-- A team works on a queue of its own within a certifying body; its referent is whom one asks.
create table team (
    id                 uuid         not null primary key,
    certifying_body_id uuid         not null references certifying_body (id),
    name               varchar(120) not null,
    referent_id        uuid         null references person (id),
    created_at         datetime(6)  not null,
    unique index team_once (certifying_body_id, name)
);

create table team_member (
    team_id   uuid not null references team (id),
    person_id uuid not null references person (id),
    primary key (team_id, person_id),
    index team_member_by_person (person_id)
);

-- What other rooms' read models may join.
create view v_identity_team_member as
select m.team_id, m.person_id, t.certifying_body_id, t.name as team_name
from team_member m join team t on t.id = m.team_id;
