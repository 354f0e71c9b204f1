#!/usr/bin/env bash
# Schemas of Camunda's secondary store and of Keycloak, each with a user that sees nothing else. The image runs it once.
set -euo pipefail

schema() {
  mariadb --user=root --password="$MARIADB_ROOT_PASSWORD" <<SQL
create database if not exists $1 character set utf8mb4 collate utf8mb4_bin;
create user if not exists '$1'@'%' identified by '${2//\'/\'\'}';
grant all privileges on $1.* to '$1'@'%';
SQL
}

schema camunda "$CAMUNDA_DB_PASSWORD"
schema keycloak "$KEYCLOAK_DB_PASSWORD"
