#!/usr/bin/env bash
# Writes one backup of database and object store into a folder of its own: backup.sh <folder>
# The application may run meanwhile: the database is read as of one moment, then its objects, which never change.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 1 ] || { echo "usage: backup.sh <folder>" >&2; exit 2; }
. "$here/backup-lib.sh"

name=acquis-$(date -u +%Y%m%dT%H%M%SZ)
partial=$1/$name.partial
mkdir -p "$partial/objects"
trap 'echo "not finished: $partial is no backup" >&2' ERR

# A view would belong to the user who made it, whom the server restored to may not know.
without_definers() { LC_ALL=C sed -E '/^\/\*!500(01|13) (CREATE ALGORITHM|DEFINER)/ s/ DEFINER=`[^`]*`(@`[^`]*`)?//'; }

wanted_objects > /dev/null
mariadb-dump "${connection[@]}" --single-transaction --skip-lock-tables --quick --routines --triggers "$schema" \
  | without_definers | gzip > "$partial/database.sql.gz"
# What the dump points to, or was withdrawn since: nothing else is needed, more does no harm.
wanted_objects > "$partial/wanted"
rclone copy --quiet --retries 3 "store:$bucket" "$partial/objects"

(cd "$partial/objects" && find . -type f -printf '%P\n' | LC_ALL=C sort) > "$partial/found"
if missing=$(LC_ALL=C comm -23 "$partial/wanted" "$partial/found") && [ -n "$missing" ]; then
  echo "objects the database knows and the store has not:" >&2
  echo "$missing" >&2
  exit 1
fi
{
  echo "made=$name"
  echo "epoch=$(ask 'select epoch from engine_epoch')"
  echo "schema_version=$(ask 'select version from flyway_schema_history where success order by installed_rank desc limit 1')"
  echo "objects=$(wc -l < "$partial/found")"
} > "$partial/backup.properties"
rm "$partial/found"
(cd "$partial" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum > SHA256SUMS)
mv "$partial" "$1/$name"
echo "$1/$name"
