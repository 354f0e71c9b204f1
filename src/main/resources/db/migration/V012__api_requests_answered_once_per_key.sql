-- A request sent again under its Idempotency-Key gets the first answer. Kept for a day.
create table api_request (
    token_id     uuid         not null,
    request_key  varchar(200) character set ascii collate ascii_bin not null,
    -- SHA-256 of method, address and body: a key serves one request only.
    fingerprint  char(64)     character set ascii collate ascii_bin not null,
    begun_at     datetime(6)  not null,
    -- Null while the first is being answered.
    status       int          null,
    location     varchar(500) null,
    content_type varchar(100) null,
    body         mediumtext   null,
    primary key (token_id, request_key),
    index api_request_by_age (begun_at)
);
