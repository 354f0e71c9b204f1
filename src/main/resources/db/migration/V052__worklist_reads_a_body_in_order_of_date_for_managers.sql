-- A manager reads the rows of two audiences by date: without the date before the audience, all of them were sorted.
create index worklist_task_by_body on worklist_task (certifying_body_id, state, due_at, id, audience);
