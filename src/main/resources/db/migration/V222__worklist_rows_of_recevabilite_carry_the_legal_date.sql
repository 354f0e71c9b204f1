-- The row of a decision carries the last day by law; earlier rows carried the day the manager is warned.
update worklist_task t join journey j on j.id = t.journey_id
set t.due_at = j.silence_at - interval 1 second
where t.state = 'OPEN' and t.kind in ('DECIDE_ADMISSIBILITY', 'LEGAL_DATE_APPROACHING') and j.silence_at is not null;
