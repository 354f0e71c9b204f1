#!/usr/bin/env bash
# Checks what must always hold, on any database at any time: verify.sh [--store]
# Reads only. --store compares every row with its object as well. Prints what is broken with at most twenty ids; ends with 1 then.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case "${1:-}" in '' | --store) ;; *) echo "usage: verify.sh [--store]" >&2; exit 2 ;; esac
. "$here/backup-lib.sh"

status=0
# What is younger than this is still on its way.
quiet="utc_timestamp(6) - interval 10 minute"

say() {
  if [ -z "$2" ]; then
    echo "holds   $1"
  else
    status=1
    echo "BROKEN  $1: $(wc -l <<< "$2")"
    head -n 20 <<< "$2" | sed 's/^/          /'
  fi
}
# A question that cannot be asked ends the script: nothing holds unseen.
none() {
  local broken
  broken=$(ask "$2")
  say "$1" "$broken"
}

none "every audit chain is without a gap" "
  select subject_id from audit_entry group by subject_id having count(*) <> max(number) or min(number) <> 1"
none "every audit chain ends where its head says" "
  select c.subject_id from audit_chain c
  left join audit_entry e on e.subject_id = c.subject_id and e.number = c.last_number and e.hash = c.last_hash
  where c.last_number > 0 and e.subject_id is null"
none "every audit entry belongs to a chain that knows it" "
  select e.subject_id from audit_entry e left join audit_chain c on c.subject_id = e.subject_id
  group by e.subject_id having max(e.number) > coalesce(max(c.last_number), 0)"
none "every running case has its process" "
  select j.id from journey j left join engine_journey e on e.journey_id = j.id
  where j.submitted_at < $quiet and j.ended_at is null and e.process_instance_key is null
    and not exists (select 1 from engine_command c where c.journey_id = j.id and c.unsettled = 1)"
none "nothing is asked of anybody in a case that is over" "
  select t.id from worklist_task t join journey j on j.id = t.journey_id
  where t.state = 'OPEN' and t.task_key is not null and j.ended_at < $quiet"
none "no answer waits longer than its command" "
  select t.id from worklist_task t
  where t.state = 'SUBMITTED' and t.submitted_at < $quiet
    and not exists (select 1 from engine_command c where c.task_key = t.task_key and c.unsettled = 1)"
none "commands of a journey are numbered without a gap" "
  select e.journey_id from engine_journey e join engine_command c on c.journey_id = e.journey_id
  group by e.journey_id, e.last_command_seq having count(*) <> e.last_command_seq or max(c.seq) <> e.last_command_seq"
none "no legal date passed unseen" "
  select id from journey where clock_runs = 1 and silence_at < $quiet"
none "every decision is in the audit log" "
  select d.journey_id from admissibility_decision d
  where not exists (select 1 from audit_entry a where a.subject_id = d.journey_id and a.action = 'decide-admissibility')"
none "every decision was told by a letter and a mail" "
  select d.journey_id from admissibility_decision d
  where d.decided_at < $quiet
    and (not exists (select 1 from letter l where l.journey_id = d.journey_id and l.written_at >= d.decided_at - interval 1 minute)
      or not exists (select 1 from mail m where m.journey_id = d.journey_id and m.queued_at >= d.decided_at - interval 1 minute))"
none "every letter is what was written" "
  select l.id from letter l left join letter_content c on c.letter_id = l.id
  where c.letter_id is null or convert(sha2(c.content, 256) using ascii) <> l.sha256"
none "every document of award is what was sealed" "
  select d.id from award_document d left join award_document_content c on c.document_id = d.id
  where d.sealed_at is not null and (c.document_id is null or convert(sha2(c.content, 256) using ascii) <> d.sha256)"
none "every minutes are what was signed" "
  select hearing_id from jury_minutes where convert(sha2(content, 256) using ascii) <> sha256"

if [ "${1:-}" = --store ]; then
  wanted=$(mktemp)
  found=$(mktemp)
  trap 'rm -f "$wanted" "$found"' EXIT
  wanted_objects > "$wanted"
  rclone lsf --recursive --files-only "store:$bucket" | LC_ALL=C sort > "$found"
  missing=$(LC_ALL=C comm -23 "$wanted" "$found")
  say "every row has its object" "$missing"
  rclone lsf --recursive --files-only --min-age 1h "store:$bucket" | LC_ALL=C sort > "$found"
  # Read again: a row may have come with its object since.
  wanted_objects > "$wanted"
  orphans=$(LC_ALL=C comm -13 "$wanted" "$found")
  say "every object older than an hour has its row" "$orphans"
fi
exit $status
