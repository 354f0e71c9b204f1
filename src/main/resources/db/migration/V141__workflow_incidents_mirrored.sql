-- What the engine has stopped at, as it last said so: read where the engine is not asked.
create table engine_incident (
    incident_key bigint       not null primary key,
    journey_id   uuid         not null references engine_journey (journey_id),
    process      varchar(64)  character set ascii collate ascii_bin not null,
    element      varchar(100) character set ascii collate ascii_bin not null,
    type         varchar(60)  character set ascii collate ascii_bin not null,
    since        datetime(6)  not null,
    index engine_incident_by_journey (journey_id)
);

-- What other rooms' read models may join: jobs at work, messages on their way, and what stands still until a person looks.
create view v_workflow_job as
select journey_id, job_type from engine_job where state = 'RUNNING';

create view v_workflow_message as
select journey_id, message_name, appended_at from engine_command where state = 'PENDING' and message_name is not null;

create view v_workflow_parked as
select journey_id, task_key, message_name, answer as reason, settled_at as since from engine_command where state = 'PARKED';

create view v_workflow_incident as
select incident_key, journey_id, concat(process, '/', element) as step, type, since from engine_incident;
