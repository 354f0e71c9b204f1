-- Rows hidden for now are counted per queue and per holder; by date alone all those of the installation were looked at.
alter table worklist_task
    drop index worklist_task_hidden,
    add index worklist_task_hidden_in_queue (queue_id, follow_up_at),
    add index worklist_task_hidden_of_holder (holder_id, follow_up_at);
