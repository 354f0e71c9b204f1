#!/usr/bin/env bash
# Restores a backup into an empty schema and a bucket: restore.sh <folder of the backup>
# The application is stopped meanwhile. Objects first, then the rows that stand for them, as the application writes them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 1 ] && [ -f "$1/SHA256SUMS" ] || { echo "usage: restore.sh <folder of a backup>" >&2; exit 2; }
. "$here/backup-lib.sh"

(cd "$1" && sha256sum --quiet --check SHA256SUMS) || { echo "the backup is damaged: nothing was restored" >&2; exit 1; }

tables=$(mariadb "${connection[@]}" --batch --skip-column-names --execute \
  "select count(*) from information_schema.tables where table_schema = '$schema'")
[ "$tables" = 0 ] || { echo "the schema $schema is not empty: nothing was restored" >&2; exit 1; }

rclone mkdir "store:$bucket"
rclone copy --quiet --retries 3 --immutable "$1/objects" "store:$bucket"
gzip -dc "$1/database.sql.gz" | mariadb "${connection[@]}" "$schema"

found=$(mktemp)
trap 'rm -f "$found"' EXIT
rclone lsf --recursive --files-only "store:$bucket" | LC_ALL=C sort > "$found"
if missing=$(wanted_objects | LC_ALL=C comm -23 - "$found") && [ -n "$missing" ]; then
  echo "restored, but these objects are missing:" >&2
  echo "$missing" >&2
  exit 1
fi
echo "restored $(basename "$1"); it belongs to the engine of epoch $(ask 'select epoch from engine_epoch')"
