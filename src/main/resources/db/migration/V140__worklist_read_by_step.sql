-- A manager's figures: open rows of a body by kind and date, without reading the rows themselves; answered ones by month.
create index worklist_task_by_step on worklist_task (certifying_body_id, state, kind, due_at, journey_id);
create index worklist_task_by_answer on worklist_task (submitted_at);

-- What other rooms' read models may join of the tasks.
create view v_worklist_step as
select id, task_key, journey_id, certifying_body_id, kind, state, due_at, created_at, submitted_at
from worklist_task;
