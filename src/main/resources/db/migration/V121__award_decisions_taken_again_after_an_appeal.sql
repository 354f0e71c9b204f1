-- An appeal upheld leads to another decision on the same case: the first one stays, the last one stands.
alter table admissibility_decision
    add column round int not null default 1 after journey_id,
    drop primary key,
    add primary key (journey_id, round);

-- The legal delay of a decision to be taken again counts from the day the appeal was upheld.
alter table journey
    add column reexamined_at datetime(6) null after decided_at;
