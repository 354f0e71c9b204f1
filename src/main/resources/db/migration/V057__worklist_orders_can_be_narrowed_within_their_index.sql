-- A team's rows of one certification or kind: the queue is looked at in the index, a row is read only when it is shown.
alter table worklist_task
    drop index worklist_task_by_certification,
    drop index worklist_task_by_certification_and_name,
    drop index worklist_task_by_kind,
    add index worklist_task_by_certification (certification_id, audience, state, due_at, id, queue_id, unheld),
    add index worklist_task_by_certification_and_name
        (certification_id, audience, state, candidate_sort, id, queue_id, unheld),
    add index worklist_task_by_kind (certifying_body_id, kind, state, due_at, id, audience, queue_id, unheld);
