-- What the task is about within the case, for instance the seat of a jury member.
alter table worklist_task
    add column subject uuid null after kind,
    add index worklist_task_by_audience (audience, certifying_body_id, state, due_at, id);
