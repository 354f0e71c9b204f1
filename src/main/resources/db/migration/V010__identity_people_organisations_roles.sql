create table certifying_body (
    id         uuid         not null primary key,
    slug       varchar(64)  character set ascii collate ascii_bin not null unique,
    name       varchar(200) not null,
    created_at datetime(6)  not null
);

create table person (
    id            uuid         not null primary key,
    email         varchar(254) not null unique,
    password_hash varchar(255) character set ascii collate ascii_bin null,
    given_name    varchar(100) not null,
    birth_name    varchar(100) not null,
    use_name      varchar(100) null,
    enabled       boolean      not null,
    created_at    datetime(6)  not null,
    version       int          not null,
    index person_by_name (birth_name, given_name)
);

create table person_role (
    person_id          uuid        not null references person (id),
    role               varchar(20) character set ascii collate ascii_bin not null,
    certifying_body_id uuid        null references certifying_body (id),
    unique index person_role_once (person_id, role, certifying_body_id),
    index person_role_by_body (certifying_body_id, role)
);

-- Who tried to sign in, without saying who: the e-mail is hashed. Old rows are deleted by the throttle itself.
create table sign_in_attempt (
    id          bigint      not null auto_increment primary key,
    email_hash  char(64)    character set ascii collate ascii_bin not null,
    origin      varchar(45) character set ascii collate ascii_bin not null,
    attempted_at datetime(6) not null,
    index sign_in_attempt_by_email (email_hash, attempted_at),
    index sign_in_attempt_by_origin (origin, attempted_at),
    index sign_in_attempt_by_age (attempted_at)
);
