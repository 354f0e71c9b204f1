-- When the manager is warned is the règlement's to say, so the instant is kept beside the date of silence.
alter table journey add column escalate_at datetime(6) null after silence_at;
update journey set escalate_at = silence_at - interval 15 day where silence_at is not null;
create index journey_by_warning on journey (clock_runs, escalate_at);
