-- Where the règlement wants a second person, a decision is first a proposal: who proposed, who confirmed or sent it back, and when.
create table admissibility_proposal (
    journey_id  uuid        not null references journey (id),
    number      int         not null,
    outcome     varchar(20) character set ascii collate ascii_bin not null,
    comment     text        null,
    reasons     text        not null check (json_valid(reasons)),
    proposed_by uuid        not null,
    proposed_at datetime(6) not null,
    settlement  varchar(12) character set ascii collate ascii_bin null,
    settled_by  uuid        null,
    settled_at  datetime(6) null,
    note        text        null,
    primary key (journey_id, number)
);
