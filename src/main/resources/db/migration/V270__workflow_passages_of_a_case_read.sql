-- Where a job was asked from and since when it is at work: what a case went through is read from here, never from the engine.
-- Rows from before have neither; their type says which step it was.
alter table engine_job
    add column process  varchar(64)  character set ascii collate ascii_bin null,
    add column element  varchar(100) character set ascii collate ascii_bin null,
    add column begun_at datetime(6)  null,
    add index engine_job_by_journey (journey_id, done_at);

-- What other rooms' read models may join: each job of a case and each message it was moved by, past ones too.
create view v_workflow_passage as
select journey_id, job_type, process, element, state, begun_at, done_at
from engine_job
where job_type not in ('worklist-created', 'worklist-cancelled');

create view v_workflow_said as
select journey_id, message_name, state, answer, appended_at, settled_at
from engine_command
where message_name is not null and state <> 'SKIPPED';

-- The same of the engine's tasks: when asked, of whom, when answered or withdrawn.
create view v_worklist_passage as
select task_key, journey_id, kind, audience, holder_id, state, due_at, created_at, submitted_at, ended_at
from worklist_task
where task_key is not null;
