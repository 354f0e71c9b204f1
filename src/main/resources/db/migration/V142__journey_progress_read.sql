create index journey_by_progress on journey (certifying_body_id, ended_at, submitted_at);
create index journey_by_certification on journey (certification_id, ended_at, submitted_at);
create index journey_by_body_clock on journey (certifying_body_id, clock_runs, silence_at);
create index journey_by_day_of_decision on journey (decided_at);

-- What other rooms' read models may join of a case's way.
create view v_journey_progress as
select id, case_number, certifying_body_id, candidate_id, certification_id, created_at, submitted_at, clock_runs, silence_at,
       decided_at, reexamined_at, appeal_runs, appeal_until, ended_at
from journey;
