create index jury_hearing_by_deliberation on jury_hearing (deliberated_at);
create index jury_hearing_by_notice on jury_hearing (notified_at);

-- What other rooms' read models may join: passages with their dates, and before when a jury must have met.
create view v_jury_hearing as
select h.id, h.journey_id, h.attempt, h.live_journey_id, s.starts_at, h.summoned_at, h.deliberated_at, h.outcome,
       h.result_due, h.signed_at, h.notified_at
from jury_hearing h
join jury_session s on s.id = h.session_id;

create view v_jury_request as
select journey_id, attempt, jury_due, asked_at from jury_request;
