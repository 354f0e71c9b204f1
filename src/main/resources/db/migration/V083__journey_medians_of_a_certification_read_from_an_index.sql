-- What a certification's page tells before effort: how long its cases took here.
alter table journey
    add index journey_by_decision (certification_id, decided_at, submitted_at),
    add index journey_by_ending (certification_id, ending, ended_at, submitted_at);
