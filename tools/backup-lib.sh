# Shared by backup.sh and restore.sh: where the database and the object store are, by the application's own settings.

for name in ACQUIS_DB_URL ACQUIS_DB_USER ACQUIS_S3_ENDPOINT ACQUIS_S3_ACCESS_KEY ACQUIS_S3_SECRET_KEY; do
  [ -n "${!name:-}" ] || { echo "$name is not set: the settings are those of the application (.env.example)" >&2; exit 2; }
done
for program in mariadb mariadb-dump rclone gzip sha256sum; do
  command -v "$program" >/dev/null || { echo "$program is missing: Debian has it in mariadb-client, rclone, coreutils" >&2; exit 2; }
done

# jdbc:mariadb://host:port/schema?…
address=${ACQUIS_DB_URL#jdbc:mariadb://}
schema=${address#*/}
schema=${schema%%\?*}
address=${address%%/*}
host=${address%%:*}
port=3306
[ "$address" = "$host" ] || port=${address##*:}
[[ $schema =~ ^[A-Za-z0-9_]+$ ]] || { echo "no schema in ACQUIS_DB_URL" >&2; exit 2; }
# What the machine has set for other clients of S3 does not concern this store.
for name in "${!AWS_@}"; do unset "$name"; done
bucket=${ACQUIS_S3_BUCKET:-acquis}

# Passwords go by the environment, never by arguments others could read.
export MYSQL_PWD=${ACQUIS_DB_PASSWORD:-}
connection=(--no-defaults --protocol=tcp --host="$host" --port="$port" --user="$ACQUIS_DB_USER" --default-character-set=utf8mb4)
export RCLONE_CONFIG=/dev/null RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other \
  RCLONE_CONFIG_STORE_ENDPOINT=$ACQUIS_S3_ENDPOINT RCLONE_CONFIG_STORE_REGION=us-east-1 \
  RCLONE_CONFIG_STORE_ACCESS_KEY_ID=$ACQUIS_S3_ACCESS_KEY RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY=$ACQUIS_S3_SECRET_KEY

ask() { mariadb "${connection[@]}" --batch --skip-column-names "$schema" --execute "$1"; }

# Every object a row stands for. Rows are written after their object, so a database read first finds all of its objects.
wanted_objects() {
  ask "select object_key from evidence_version where content_erased_at is null
       union select concat('made/', object_key) from livret2_deposit where object_key is not null" | LC_ALL=C sort
}
